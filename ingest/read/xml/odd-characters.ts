/** Bytes 80 to 9F of Windows-1252 as the characters that stand for them (Encoding Standard, index windows-1252). */
const highCharacters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** A numeric reference as HTML reads it: `&#148;` names no control character but what Windows-1252 has there. */
export function characterOf(codepoint: number): string {
  const isHigh = codepoint >= 0x80 && codepoint <= 0x9f
  return isHigh ? highCharacters[codepoint - 0x80]! : String.fromCodePoint(codepoint)
}

/** Text whose C1 controls are the letters of Windows-1252 that came through Latin-1. */
export function withoutC1(text: string): string {
  return text.replaceAll(/[\u0080-\u009f]/g, (control) => characterOf(control.charCodeAt(0)))
}

/** What XML does not allow and nobody sees. */
export const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/

/** Text without control characters; those that break lines or pages part words. */
export function withoutControls(text: string): string {
  return text.replaceAll(/[\u000b\u000c]/g, ' ').replaceAll(/[\u0000-\u0008\u000e-\u001f]/g, '')
}
