import {windows1252Byte} from './windows-1252.ts'

/**
 * Words that are UTF-8 but were decoded as Windows-1252 because their label said so, decoded again. Null when the words are
 * what they should be: no trace of that, or they do not make UTF-8.
 */
export function repairMislabelled(text: string): string | null {
  if (!/[\u00C2-\u00F4][\u0080-\u00BF€‚-…†‡ˆ‰Š‹ŒŽ‘-•–—˜™š›œžŸ]/u.test(text)) return null
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const byte = windows1252Byte(text.charCodeAt(at))
    if (byte === null) return null
    bytes[at] = byte
  }
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    return null
  }
}
