/**
 * A copy of a value as JSON would carry it: what the caller does to its own later changes nothing, and memory holds what the disk
 * will (no `undefined`, dates as text). Several times quicker than `structuredClone`.
 */
export function copyJson<Value>(value: Value): Value {
  return copy(value) as Value
}

function copy(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : copy(item)))
  if (typeof (value as {toJSON?: unknown}).toJSON === 'function')
    return (value as {toJSON: () => unknown}).toJSON()
  const result: Record<string, unknown> = {}
  for (const name of Object.keys(value)) {
    const child = (value as Record<string, unknown>)[name]
    if (child === undefined || typeof child === 'function') continue
    if (name === '__proto__') Object.defineProperty(result, name, {value: copy(child), enumerable: true})
    else result[name] = copy(child)
  }
  return result
}
