/** One file of an archive, as the central directory lists it. Sizes are claims until the file is unpacked. */
export interface ZipEntry {
  path: string
  method: number
  encrypted: boolean
  packedSize: number
  /** Where the local header stands. */
  offset: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const endLength = 22

/**
 * The central directory of an archive (APPNOTE 6.3, section 4.3.12). Null when there is none; entries that are cut are
 * left out. Names are UTF-8 when they are marked so or well-formed, else code page 437's plain letters.
 */
export function readDirectory(bytes: Uint8Array): ZipEntry[] | null {
  if (bytes.length < endLength) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return null
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  const count = view.getUint16(end + 10, true)
  for (let entry = 0; entry < count && at + 46 <= bytes.length; entry++) {
    if (view.getUint32(at, true) !== entrySignature) break
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const commentLength = view.getUint16(at + 32, true)
    const flags = view.getUint16(at + 8, true)
    if (at + 46 + nameLength > bytes.length) break
    entries.push({
      path: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) === 1,
      packedSize: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

/** The packed bytes of an entry; null when they do not lie in the archive. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  if (entry.offset + 30 > bytes.length) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(entry.offset, true) !== localSignature) return null
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const end = start + entry.packedSize
  return start > bytes.length || end > bytes.length ? null : bytes.subarray(start, end)
}

/** The end record stands in the last 64 KiB, before the archive's comment. */
function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - endLength - 0xffff)
  for (let at = view.byteLength - endLength; at >= first; at--) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  return null
}
