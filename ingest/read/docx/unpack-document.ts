import {packedBytes, readDirectory} from '../zip/read-directory.ts'
import {unpack} from '../zip/unpack.ts'

/** The parts of a document by path, or why there are none. */
export type UnpackedDocument = ReadonlyMap<string, Uint8Array> | 'damaged' | 'too-large' | 'encrypted'

/** Far past any story; what really comes out is counted, not what the archive claims. */
const maxPartBytes = 64 * 1024 * 1024
const maxDocumentBytes = 24 * 1024 * 1024
const maxTotalBytes = 192 * 1024 * 1024
const maxParts = 4000

/** Unpacks an Office document (ECMA-376 part 2) in bounded memory. Unneeded parts (fonts, macros, embedded files) are passed over. */
export function unpackDocument(bytes: Uint8Array): UnpackedDocument {
  const entries = readDirectory(bytes)
  if (!entries) return 'damaged'
  if (entries.length > maxParts) return 'too-large'
  const parts = new Map<string, Uint8Array>()
  let total = 0
  for (const entry of entries) {
    if (!/\.(?:xml|rels|png|jpe?g|gif|webp|tiff?|bmp|svg)$/i.test(entry.path)) continue
    if (entry.encrypted) return 'encrypted'
    const packed = packedBytes(bytes, entry)
    if (!packed) return 'damaged'
    const limit = Math.min(
      maxTotalBytes - total,
      /\.(?:xml|rels)$/i.test(entry.path) ? maxDocumentBytes : maxPartBytes,
    )
    const part = entry.method === 0 ? packed : entry.method === 8 ? unpack(packed, limit) : 'damaged'
    if (part === 'too-large' || part === 'damaged') return part
    if (part.length > limit) return 'too-large'
    total += part.length
    parts.set(entry.path, part)
  }
  return parts
}
