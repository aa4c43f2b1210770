// First bytes of files that are never text; from each format's own specification.
const signatures: {bytes: number[]; is: string}[] = [
  {bytes: [0x89, 0x50, 0x4e, 0x47], is: 'a PNG picture'},
  {bytes: [0xff, 0xd8, 0xff], is: 'a JPEG picture'},
  {bytes: [0x47, 0x49, 0x46, 0x38], is: 'a GIF picture'},
  {bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], is: 'a PDF document'},
  {bytes: [0x50, 0x4b, 0x03, 0x04], is: 'a zip archive or Office document'},
  {bytes: [0xd0, 0xcf, 0x11, 0xe0], is: 'an old Office document'},
  {bytes: [0x1f, 0x8b], is: 'gzip data'},
  {bytes: [0x42, 0x5a, 0x68], is: 'bzip2 data'},
  {bytes: [0x28, 0xb5, 0x2f, 0xfd], is: 'zstd data'},
  {bytes: [0x37, 0x7a, 0xbc, 0xaf], is: 'a 7-Zip archive'},
  {bytes: [0x52, 0x61, 0x72, 0x21], is: 'a RAR archive'},
  {bytes: [0x7f, 0x45, 0x4c, 0x46], is: 'a program'},
  {bytes: [0x52, 0x49, 0x46, 0x46], is: 'sound or a WebP picture'},
  {bytes: [0x49, 0x49, 0x2a, 0x00], is: 'a TIFF picture'},
  {bytes: [0x4d, 0x4d, 0x00, 0x2a], is: 'a TIFF picture'},
  {bytes: [0x49, 0x44, 0x33], is: 'an MP3 file'},
]

/**
 * Says what kind of file these bytes are when they are not text, else null. Evidence: a known first signature; or, in the
 * first 64 KiB, more than three control characters in a hundred that text never has (bytes at random have nine) (the tab, line ends, form feed, escape and the
 * start and end marks of wire formats are text's).
 */
export function looksBinary(bytes: Uint8Array): string | null {
  for (const {bytes: signature, is} of signatures) {
    if (bytes.length > signature.length && signature.every((byte, at) => bytes[at] === byte)) return is
  }
  const head = bytes.subarray(0, 65_536)
  let controls = 0
  for (const byte of head) {
    const textual =
      byte >= 0x20 || (byte >= 0x01 && byte <= 0x04) || (byte >= 0x08 && byte <= 0x0d) || byte === 0x1b
    if (!textual || byte === 0x7f) controls += 1
  }
  return head.length > 0 && controls > 0.03 * head.length ? 'binary data' : null
}
