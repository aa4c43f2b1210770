/** A value as text that is equal for equal values: keys sorted, `undefined` left out, `_key`s too when asked. */
export function toCanonical(value: unknown, withoutKeys = false): string {
  if (Array.isArray(value)) return `[${value.map((member) => toCanonical(member, withoutKeys)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value)
    .filter(([name, field]) => field !== undefined && !(withoutKeys && name === '_key'))
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${toCanonical(field, withoutKeys)}`).join(',')}}`
}

/** Whether two JSON values are equal, `_key`s of array members aside; an absent value equals only an absent one. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (one === undefined || other === undefined) return one === other
  return toCanonical(one, true) === toCanonical(other, true)
}
