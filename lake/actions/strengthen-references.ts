/**
 * A document as it is published: references that Studio kept weak until then (`_strengthenOnPublish`) become strong,
 * unless the field itself is a weak one. As Studio's own publishing did before there were actions.
 */
export function strengthenReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strengthenReferences)
  if (typeof value !== 'object' || value === null) return value
  const record = value as Record<string, unknown>
  if (typeof record['_ref'] === 'string') {
    const {_strengthenOnPublish: strengthen, ...reference} = record
    if (!strengthen) return value
    if ((strengthen as {weak?: boolean}).weak !== true) delete reference['_weak']
    return reference
  }
  return Object.fromEntries(
    Object.entries(record).map(([name, child]) => [name, strengthenReferences(child)]),
  )
}
