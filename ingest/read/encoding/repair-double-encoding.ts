/** Bytes 80 to 9F of Windows-1252 as the characters that stand for them (Encoding Standard, index windows-1252). */
const highCharacters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Tells text that was UTF-8, read as Latin-1 or Windows-1252 and written as UTF-8 again: `â€™`, `Ã©`, `Â©` and their likes
 * with C1 controls. No language writes these pairs.
 */
const doubled =
  /â[\u0080€][\u0080-\u00bf\u0152-\u2122]|â[\u0082‚]¬|Ã[\u0080-\u00bf\u0152-\u2122]|Â[\u00a0-\u00bf]|[\u00c3-\u00f4][\u0080-\u009f]/
const runs = /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]{1,3}/g

/** Undoes a double encoding where it is certain; everything else stays as it is. */
export function repairDoubleEncoding(text: string): string {
  if (!doubled.test(text)) return text
  return text.replaceAll(runs, (run) => {
    const lead = run.charCodeAt(0)
    const size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    const bytes = toBytes(run.slice(0, size))
    if (!bytes || bytes.length < size || !doubled.test(run)) return run
    try {
      return new TextDecoder('utf-8', {fatal: true}).decode(bytes) + run.slice(size)
    } catch {
      return run
    }
  })
}

function toBytes(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const high = code > 0xff ? highCharacters.indexOf(text[at]!) : -1
    if (code > 0xff && high < 0) return null
    bytes[at] = code > 0xff ? 0x80 + high : code
  }
  return bytes
}
