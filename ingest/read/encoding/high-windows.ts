/**
 * The bytes past ASCII with as much around them as says what they are: one byte before, and two behind, of which one may belong to the
 * letter; a line break stands for what is left out. A short text in a Latin script is a tenth of itself so, in any encoding.
 */
export function highWindows(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length)
  let length = 0
  let next = 0
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue
    let end = at + 1
    while (end < bytes.length && bytes[end]! >= 0x80) end++
    const from = Math.max(next, at - 1)
    if (from > next && length > 0) kept[length++] = 10
    next = Math.min(bytes.length, end + 2)
    for (let index = from; index < next; index++) kept[length++] = bytes[index]!
    at = end
  }
  return kept.subarray(0, length)
}
