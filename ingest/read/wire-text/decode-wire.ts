import {decodeLegacy} from '../encoding/dos-pages.ts'
import {sniffEncoding} from '../text/sniff-encoding.ts'

/**
 * Bytes of a wire message to text with its control characters kept (they are the format). UTF-8 when the bytes are, else
 * Windows-1252; a byte-order mark is honoured. Never throws.
 */
export function decodeWire(bytes: Uint8Array): {text: string; encoding: {declared?: string; used: string}} {
  const {name, declared, skip} = sniffEncoding(bytes)
  const label = name === 'iso-8859-1' ? 'windows-1252' : name
  const text = decodeLegacy(label, bytes.subarray(skip))
  return {text, encoding: declared === undefined ? {used: name} : {declared, used: name}}
}
