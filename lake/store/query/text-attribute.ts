/** Whether what stands in an attribute of this name is searched as text: those of the lake's own (`_key`, `_ref`, …) are not, but for ids. */
export function isTextAttribute(name: string): boolean {
  return !name.startsWith('_') || name === '_id'
}
