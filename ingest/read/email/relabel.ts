import {decodeBytes} from '../encoding/decode-bytes.ts'
import {windows1252Byte} from './windows-1252.ts'

/**
 * The message again with a character set that its bytes bear out, for one whose words did not decode: sent as Latin-1 with no
 * charset, or labelled UTF-8 and something else. Null when there is nothing to go by. Words that really are UTF-8 in another
 * part come out as Windows-1252 then; `repairMislabelled` sees to them.
 */
export function relabel(
  bytes: Uint8Array,
  charset: string | undefined,
): {bytes: Uint8Array; used: string} | null {
  const {text, encoding} = decodeBytes(bytes)
  // Quoted-printable and base64 show no byte to judge by; Windows-1252 is what such senders use.
  const used = encoding.used === 'utf-8' || encoding.used === 'us-ascii' ? 'windows-1252' : encoding.used
  if (charset === undefined)
    return encoding.used === 'utf-8' ? null : {bytes: new TextEncoder().encode(text), used: encoding.used}
  const latin = new TextDecoder('latin1').decode(bytes)
  const escaped = charset.replaceAll(/[^\w-]/g, '.')
  const changed = latin.replaceAll(new RegExp(`(charset\\s*=\\s*"?)${escaped}(?=["\\s;])`, 'gi'), `$1${used}`)
  if (changed === latin) return null
  return {bytes: toBytes(changed), used}
}

/** `latin1` decodes 80 to 9F as Windows-1252 does; back to the bytes they were. */
function toBytes(text: string): Uint8Array {
  return Uint8Array.from({length: text.length}, (_, at) => windows1252Byte(text.charCodeAt(at)) ?? 0x3f)
}
