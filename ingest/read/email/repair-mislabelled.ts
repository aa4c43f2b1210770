/** Windows-1252's letters for the bytes 80 to 9F (Encoding Standard, index windows-1252). */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/**
 * Words that are UTF-8 but were decoded as Windows-1252 because their label said so, decoded again. Null when the words are
 * what they should be: no trace of that, or they do not make UTF-8.
 */
export function repairMislabelled(text: string): string | null {
  if (!/[\u00C2-\u00F4][\u0080-\u00BF€‚-…†‡ˆ‰Š‹ŒŽ‘-•–—˜™š›œžŸ]/u.test(text)) return null
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const byte = code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : upper.indexOf(text[at] ?? '') + 0x80
    if (byte < 0x80 && code >= 0x80) return null
    bytes[at] = byte
  }
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    return null
  }
}
