/** A JSON object. Only its own properties are ever looked at. */
export type JsonObject = Record<string, unknown>

/** True for a JSON object (not for an array, not for null). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The first of `names` that `object` has as its own, neither null nor undefined. Anything else gives undefined. */
export function own(object: unknown, ...names: string[]): unknown {
  if (!isObject(object)) return undefined
  for (const name of names) {
    if (Object.hasOwn(object, name)) {
      const value = object[name]
      if (value !== null && value !== undefined) return value
    }
  }
  return undefined
}

/**
 * A value as words: a string without white space around it (lone surrogates replaced), a number as its digits. Empty
 * strings, objects, lists and booleans give undefined.
 */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return undefined
  const trimmed = value.trim()
  if (trimmed === '') return undefined
  return trimmed.isWellFormed() ? trimmed : trimmed.toWellFormed()
}

/** Words under the first of `names` that holds any. */
export function ownText(object: unknown, ...names: string[]): string | undefined {
  for (const name of names) {
    const text = textOf(own(object, name))
    if (text !== undefined) return text
  }
  return undefined
}

/** A value as a list: a list as it is, one value as a list of one, nothing as an empty list. */
export function listOf(value: unknown): unknown[] {
  if (value === null || value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

/** The objects in a list (or the one object). */
export function objectsOf(value: unknown): JsonObject[] {
  return listOf(value).filter(isObject)
}

/** A finite number, also when it came as digits in a string; anything else gives undefined. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string' || !/^\s*-?\d{1,15}(\.\d{1,15})?\s*$/.test(value)) return undefined
  return Number(value)
}

/** The same object with its keys in lower case (the first of two that then agree wins), for formats that changed their spelling. */
export function foldKeys(object: JsonObject): JsonObject {
  const folded: JsonObject = Object.create(null) as JsonObject
  for (const key of Object.keys(object)) {
    const lower = key.toLowerCase()
    if (lower === '__proto__' || lower in folded) continue
    folded[lower] = object[key]
  }
  return folded
}
