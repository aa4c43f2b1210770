import {unpack} from '../zip/unpack.ts'
import {readIfd} from './read-ifd.ts'

/** The parts of a picture file that hold words, and what it says of its size. */
export interface PhotoParts {
  kind: 'jpeg' | 'png' | 'tiff' | 'webp' | 'gif' | 'heif'
  /** IIM records, all blocks of them together. */
  iim: Uint8Array
  /** XMP packets. */
  xmp: string[]
  /** What Exif is read from: its block alone, or the whole file where the block's place is the file's; null for none. */
  exif: Uint8Array | null
  /** PNG's own words by keyword in lower case: `title`, `author`, `description`, `copyright`. */
  words?: Record<string, string>
  width?: number
  height?: number
  /** True when a part is longer than the file. */
  truncated: boolean
}

const maxXmpBytes = 8 * 1024 * 1024

/** The kind of a picture by its first bytes; null for none. */
export function photoKind(head: Uint8Array): PhotoParts['kind'] | null {
  const [a, b, c, d] = head
  if (a === 0xff && b === 0xd8 && c === 0xff) return 'jpeg'
  if (a === 0x89 && b === 0x50 && c === 0x4e && d === 0x47) return 'png'
  if (
    (a === 0x49 && b === 0x49 && c === 0x2a && d === 0) ||
    (a === 0x4d && b === 0x4d && c === 0 && d === 0x2a)
  )
    return 'tiff'
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return 'webp'
  if (ascii(head, 0, 4) === 'GIF8') return 'gif'
  if (ascii(head, 4, 8) === 'ftyp' && /^(?:heic|heix|hevc|mif1|msf1|avif|avis)$/.test(ascii(head, 8, 12)))
    return 'heif'
  return null
}

/** Takes the parts with words out of a picture. Lengths that the file gives are never trusted past its end. */
export function readSegments(bytes: Uint8Array): PhotoParts | null {
  const kind = photoKind(bytes)
  if (kind === null) return null
  if (kind === 'jpeg') return readJpeg(bytes)
  const whole = kind === 'tiff' || kind === 'heif' ? bytes : null
  const parts: PhotoParts = {kind, iim: new Uint8Array(0), xmp: [], exif: whole, truncated: false}
  if (kind === 'png') readPng(bytes, parts)
  else if (kind === 'webp') readWebp(bytes, parts)
  else if (kind === 'tiff') readTiff(bytes, parts)
  if (parts.xmp.length === 0) {
    const packet = findPacket(bytes)
    if (packet !== null) parts.xmp.push(packet)
  }
  return parts
}

/** TIFF holds IIM under its own tag (33723) or among Photoshop's resources (34377), XMP under 700. */
function readTiff(bytes: Uint8Array, parts: PhotoParts): void {
  const values = readIfd(bytes)
  const resources = findIim(values.get(34377) ?? new Uint8Array(0))
  parts.iim = resources.length > 0 ? resources : (values.get(33723) ?? parts.iim)
  const packet = values.get(700)
  if (packet) parts.xmp.push(new TextDecoder().decode(packet.subarray(0, maxXmpBytes)))
}

const pngXmpKeyword = 'XML:com.adobe.xmp'

/** PNG chunks (PNG 3rd edition, sections 5.3 and 11.3): XMP stands in `iTXt` (packed or not) or, from older programs, `zTXt`; Exif in `eXIf`. */
function readPng(bytes: Uint8Array, parts: PhotoParts): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at)
    const type = ascii(bytes, at + 4, at + 8)
    const end = at + 8 + length
    if (end > bytes.length) {
      parts.truncated = true
      return
    }
    const data = bytes.subarray(at + 8, end)
    if (type === 'IEND') return
    if (type === 'IHDR' && length >= 8) {
      parts.width = view.getUint32(at + 8)
      parts.height = view.getUint32(at + 12)
    } else if (type === 'eXIf') parts.exif = data
    else if (/^[iz]TXt$/.test(type) && ascii(data, 0, pngXmpKeyword.length) === pngXmpKeyword) {
      const packet =
        type === 'iTXt' ? internationalText(data) : packedText(data.subarray(pngXmpKeyword.length + 2))
      if (packet !== null) parts.xmp.push(packet)
    } else if (/^[iz]TXt$|^tEXt$/.test(type)) readPngText(type, data, parts)
    at = end + 4
  }
}

/** Words of PNG's own (section 11.3.3.2), and the profiles that ImageMagick keeps as hexadecimal figures. */
function readPngText(type: string, data: Uint8Array, parts: PhotoParts): void {
  const end = data.indexOf(0)
  if (end < 1 || end > 79) return
  const keyword = ascii(data, 0, end)
  const text =
    type === 'iTXt'
      ? internationalText(data)
      : type === 'zTXt'
        ? packedText(data.subarray(end + 2), 'latin1')
        : new TextDecoder('latin1').decode(data.subarray(end + 1, end + 1 + maxXmpBytes))
  if (text === null) return
  const profile = /^Raw profile type (iptc|8bim|xmp)$/.exec(keyword)?.[1]
  if (profile === undefined) {
    if (/^(?:Title|Author|Description|Copyright|Comment)$/.test(keyword) && text.trim() !== '')
      (parts.words ??= {})[keyword.toLowerCase()] ??= text.trim()
    return
  }
  const bytes = fromHex(text.replace(/^\s*\w+\s+\d+\s/, ''))
  if (profile === 'xmp') parts.xmp.push(new TextDecoder().decode(bytes))
  else {
    const iim = findIim(bytes)
    parts.iim = iim.length > 0 || bytes[0] !== 0x1c ? iim : bytes
  }
}

function fromHex(text: string): Uint8Array {
  const figures = text.replace(/\s+/g, '')
  const bytes = new Uint8Array(Math.floor(figures.length / 2))
  for (let at = 0; at < bytes.length; at++)
    bytes[at] = Number.parseInt(figures.slice(at * 2, at * 2 + 2), 16) || 0
  return bytes
}

/** The text of an `iTXt` chunk: keyword, packing flag and method, language and translated keyword stand before it. */
function internationalText(data: Uint8Array): string | null {
  const keywordEnd = data.indexOf(0)
  const languageEnd = data.indexOf(0, keywordEnd + 3)
  const translatedEnd = languageEnd === -1 ? -1 : data.indexOf(0, languageEnd + 1)
  if (keywordEnd === -1 || translatedEnd === -1) return null
  const text = data.subarray(translatedEnd + 1)
  if (data[keywordEnd + 1] !== 1) return new TextDecoder().decode(text.subarray(0, maxXmpBytes))
  return packedText(text)
}

/** A zlib stream: deflated bytes after two bytes of header. */
function packedText(stream: Uint8Array, charset = 'utf-8'): string | null {
  const packet = unpack(stream.subarray(2), maxXmpBytes)
  return typeof packet === 'string' ? null : new TextDecoder(charset).decode(packet)
}

/** RIFF chunks of WebP: `EXIF` and `XMP `. */
function readWebp(bytes: Uint8Array, parts: PhotoParts): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = view.getUint32(at + 4, true)
    const end = at + 8 + length
    if (end > bytes.length) {
      parts.truncated = true
      return
    }
    const type = ascii(bytes, at, at + 4)
    const data = bytes.subarray(at + 8, end)
    if (type === 'EXIF') parts.exif = ascii(data, 0, 4) === 'Exif' ? data.subarray(6) : data
    else if (type === 'XMP ') parts.xmp.push(new TextDecoder().decode(data.subarray(0, maxXmpBytes)))
    at = end + (length % 2)
  }
}

function readJpeg(bytes: Uint8Array): PhotoParts {
  const parts: PhotoParts = {kind: 'jpeg', iim: new Uint8Array(0), xmp: [], exif: null, truncated: false}
  const resources: Uint8Array[] = []
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) {
      at++
      continue
    }
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === 0 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2
      continue
    }
    // Start of scan or end of image: no words after that.
    if (marker === 0xda || marker === 0xd9) break
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) {
      parts.truncated = true
      readSegment(marker, bytes.subarray(at + 4), parts, resources)
      break
    }
    readSegment(marker, bytes.subarray(at + 4, end), parts, resources)
    at = end
  }
  if (at + 4 > bytes.length) parts.truncated = true
  parts.iim = findIim(joinBytes(resources))
  return parts
}

const xmpHead = 'http://ns.adobe.com/xap/1.0/\0'
const extendedXmpHead = 'http://ns.adobe.com/xmp/extension/\0'
const photoshopHead = 'Photoshop 3.0\0'

function readSegment(marker: number, data: Uint8Array, parts: PhotoParts, resources: Uint8Array[]): void {
  if (
    marker >= 0xc0 &&
    marker <= 0xcf &&
    marker !== 0xc4 &&
    marker !== 0xc8 &&
    marker !== 0xcc &&
    data.length >= 5
  ) {
    parts.height = ((data[1] ?? 0) << 8) | (data[2] ?? 0)
    parts.width = ((data[3] ?? 0) << 8) | (data[4] ?? 0)
  } else if (marker === 0xe1 && ascii(data, 0, xmpHead.length) === xmpHead) {
    parts.xmp.push(new TextDecoder().decode(data.subarray(xmpHead.length)))
  } else if (marker === 0xe1 && ascii(data, 0, extendedXmpHead.length) === extendedXmpHead) {
    // Digest (32), length (4) and offset (4) stand before each piece (XMP part 3, 1.1.3.1); the pieces come in order.
    const piece = new TextDecoder().decode(data.subarray(extendedXmpHead.length + 40))
    if (parts.xmp.length > 1) parts.xmp[parts.xmp.length - 1] += piece
    else parts.xmp.push(piece)
  } else if (marker === 0xe1 && ascii(data, 0, 4) === 'Exif') {
    // Exif's offsets count from its own start, after the six bytes of its name.
    parts.exif ??= data.subarray(6)
  } else if (marker === 0xed && ascii(data, 0, photoshopHead.length) === photoshopHead) {
    resources.push(data.subarray(photoshopHead.length))
  }
}

/** The IIM record among Photoshop's image resources (0x0404); every one there is. */
function findIim(resources: Uint8Array): Uint8Array {
  const found: Uint8Array[] = []
  let at = 0
  while (at + 12 <= resources.length) {
    if (ascii(resources, at, at + 4) !== '8BIM') {
      at++
      continue
    }
    const id = ((resources[at + 4] ?? 0) << 8) | (resources[at + 5] ?? 0)
    const nameLength = resources[at + 6] ?? 0
    const sizeAt = at + 6 + nameLength + 1 + ((nameLength + 1) % 2)
    if (sizeAt + 4 > resources.length) break
    const size = new DataView(resources.buffer, resources.byteOffset + sizeAt, 4).getUint32(0)
    const start = sizeAt + 4
    const end = Math.min(resources.length, start + size)
    if (id === 0x0404) found.push(resources.subarray(start, end))
    at = Math.max(end + (size % 2), at + 4)
  }
  return joinBytes(found)
}

/** An XMP packet anywhere in a file, as containers other than JPEG hold it. */
function findPacket(bytes: Uint8Array): string | null {
  const start = indexOfAscii(bytes, '<x:xmpmeta', 0)
  if (start === -1) return null
  const end = indexOfAscii(bytes.subarray(0, start + maxXmpBytes), '</x:xmpmeta>', start)
  return new TextDecoder().decode(
    bytes.subarray(start, end === -1 ? Math.min(bytes.length, start + 65_536) : end + 12),
  )
}

function indexOfAscii(bytes: Uint8Array, words: string, from: number): number {
  const first = words.charCodeAt(0)
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (ascii(bytes, at, at + words.length) === words) return at
  }
  return -1
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  for (let at = from; at < to && at < bytes.length; at++) text += String.fromCharCode(bytes[at] ?? 0)
  return text
}

function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1 && pieces[0]) return pieces[0]
  const joined = new Uint8Array(pieces.reduce((total, piece) => total + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    joined.set(piece, at)
    at += piece.length
  }
  return joined
}
