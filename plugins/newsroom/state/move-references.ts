/**
 * What to set so that a document refers to `to` wherever it refers to `from`: JSONMatch paths and their new values. Members of arrays
 * are named by their keys; those without one are left alone, as their place can change.
 */
export function toReferenceMoves(
  document: Record<string, unknown>,
  from: string,
  to: string,
): Record<string, string> {
  const moves: Record<string, string> = {}
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      for (const member of value) {
        const key = (member as {_key?: unknown} | null)?._key
        if (typeof key === 'string') visit(member, `${path}[_key==${JSON.stringify(key)}]`)
      }
      return
    }
    if (typeof value !== 'object' || value === null) return
    for (const [name, inner] of Object.entries(value)) {
      const at = path === '' ? name : `${path}.${name}`
      if (name === '_ref' && inner === from) moves[at] = to
      else visit(inner, at)
    }
  }
  visit(document, '')
  return moves
}
