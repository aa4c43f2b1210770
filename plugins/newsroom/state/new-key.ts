/** A key for a new member of an array, as Studio makes them: 12 hexadecimal digits. */
export function newKey(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 12)
}
