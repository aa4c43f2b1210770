/** Windows-1252's letters for the bytes 80 to 9F (Encoding Standard, index windows-1252). */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

const bytes = new Map([...upper].map((letter, at) => [letter.charCodeAt(0), at + 0x80]))

/** The byte that Windows-1252 has for a UTF-16 code; null when it has none. */
export function windows1252Byte(code: number): number | null {
  return code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : (bytes.get(code) ?? null)
}
