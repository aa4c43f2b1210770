/**
 * The bytes of a message from its first header on: white space that a mail store or an editor left before it is skipped,
 * and so is the `From ` line of a mailbox file (RFC 4155).
 */
export function startOfMessage(bytes: Uint8Array): Uint8Array {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (at < bytes.length && isSpace(bytes[at])) at++
  if (startsWith(bytes, at, 'From ')) {
    while (at < bytes.length && bytes[at] !== 0x0a) at++
    at++
  }
  return bytes.subarray(Math.min(at, bytes.length))
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === 0x0a
}

function startsWith(bytes: Uint8Array, from: number, word: string): boolean {
  for (let at = 0; at < word.length; at++) if (bytes[from + at] !== word.charCodeAt(at)) return false
  return true
}
