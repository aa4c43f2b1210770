/** What the index holds for a value. SQLite sorts numbers before text before blobs, as GROQ sorts numbers, strings, booleans. */
export type ValueKey = number | string | Uint8Array

/** Of a longer string the index holds the beginning. Whoever looks one up has to look at the document as well. */
const maxKeyLength = 64

const falseKey = new Uint8Array([0])
const trueKey = new Uint8Array([1])
/** Stands for an object or array: it is there, and compares with nothing. */
export const compositeKey = new Uint8Array([2])
/** The key of a scalar; undefined for null, objects and arrays. */
export function toValueKey(value: unknown): ValueKey | undefined {
  if (typeof value === 'string') return toTextKey(value)
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value === 'boolean') return value ? trueKey : falseKey
  return undefined
}

/** Whether the key stands for other strings as well. */
export function isCutKey(key: ValueKey): boolean {
  return typeof key === 'string' && key.length >= maxKeyLength
}

/**
 * Text whose UTF-8 bytes, which SQLite compares, stand in the order of the string's UTF-16 units, which JavaScript compares: units from
 * U+D800 on, halves of pairs among them, are written as one character past U+FFFF each.
 */
function toTextKey(text: string): string {
  const cut = text.length > maxKeyLength ? text.slice(0, maxKeyLength) : text
  if (!highUnit.test(cut)) return cut
  return cut.replace(highUnits, (unit) => String.fromCodePoint(0x10000 + unit.charCodeAt(0) - 0xd800))
}

// Without the u flag: single UTF-16 units are meant.
const highUnit = /[\ud800-\uffff]/
const highUnits = /[\ud800-\uffff]/g
