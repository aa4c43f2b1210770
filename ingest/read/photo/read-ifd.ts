/** Bytes of a value by type (TIFF 6.0, section 2): BYTE, ASCII, SHORT, LONG, …, IFD. */
const sizes: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
}

/** The raw bytes of the first directory's values by tag, of a TIFF file or an Exif block. Values that lie outside are left out. */
export function readIfd(bytes: Uint8Array): ReadonlyMap<number, Uint8Array> {
  const values = new Map<number, Uint8Array>()
  if (bytes.length < 14) return values
  const isLittle = bytes[0] === 0x49
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint16(2, isLittle) !== 42) return values
  const start = view.getUint32(4, isLittle)
  if (start + 2 > bytes.length) return values
  const count = view.getUint16(start, isLittle)
  for (let entry = 0; entry < count; entry++) {
    const at = start + 2 + entry * 12
    if (at + 12 > bytes.length) break
    const length = (sizes[view.getUint16(at + 2, isLittle)] ?? 0) * view.getUint32(at + 4, isLittle)
    const from = length <= 4 ? at + 8 : view.getUint32(at + 8, isLittle)
    if (length > 0 && from + length <= bytes.length)
      values.set(view.getUint16(at, isLittle), bytes.subarray(from, from + length))
  }
  return values
}
