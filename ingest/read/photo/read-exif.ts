import exifr from 'exifr'
import {readIfd} from './read-ifd.ts'

/** What of Exif is about the picture's words: caption, photographer, copyright, and when it was taken. */
export interface Exif {
  description?: string
  artist?: string
  copyright?: string
  /** A title, where the file has one of its own. */
  title?: string
  /** As Exif writes it, `2023:08:19 19:07:18`. */
  taken?: string
  /** `-07:00`. */
  offset?: string
}

// Its Node build has no named exports.
const {parse} = exifr

/** The camera and editing programs that write a product's name where the caption belongs. */
const noCaption =
  /^(?:OLYMPUS DIGITAL CAMERA|SONY DSC|DCIM|KONICA MINOLTA.*|SAMSUNG.*|MINOLTA.*|DIGITAL CAMERA|DSC_?\d+|IMG_?\d+|untitled)$/i

/** Reads Exif through exifr; null when it cannot be read. */
export async function readExif(bytes: Uint8Array): Promise<Exif | null> {
  let tags: Record<string, unknown> | undefined
  try {
    tags = (await parse(bytes, {
      tiff: true,
      ifd0: {},
      exif: true,
      gps: false,
      interop: false,
      ifd1: false,
      xmp: false,
      iptc: false,
      icc: false,
      jfif: false,
      ihdr: false,
      makerNote: false,
      userComment: false,
      reviveValues: false,
      sanitize: true,
      mergeOutput: true,
      pick: ['ImageDescription', 'Artist', 'Copyright', 'DateTimeOriginal', 'OffsetTimeOriginal'],
    })) as Record<string, unknown> | undefined
  } catch {
    return null
  }
  const raw = readIfd(bytes)
  const textOf = (tag: number, value: unknown) => {
    const own = raw.get(tag)
    return own === undefined ? wordsOf(value) : wordsOf(decodeWords(own))
  }
  const description = textOf(270, tags?.ImageDescription)
  const exif: Exif = {}
  if (description !== undefined && !noCaption.test(description)) exif.description = description
  const artist = textOf(315, tags?.Artist)
  if (artist !== undefined) exif.artist = artist
  const copyright = textOf(33432, tags?.Copyright)
  if (copyright !== undefined) exif.copyright = copyright
  const taken = wordsOf(tags?.DateTimeOriginal)
  if (taken !== undefined) exif.taken = taken
  const offset = wordsOf(tags?.OffsetTimeOriginal)
  if (offset !== undefined && /^[+-]\d\d:\d\d$/.test(offset)) exif.offset = offset
  return exif
}

/** Bytes that are not UTF-8 are Windows-1252; a zero within them parts two holders of the copyright. */
function decodeWords(bytes: Uint8Array): string {
  let text: string
  try {
    text = new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes)
  }
  return text
    .split('\0')
    .map((part) => part.trim())
    .filter(Boolean)
    .join('; ')
}

/** Exif text is ASCII by the letter and UTF-8 in practice; exifr gives one character a byte. */
function wordsOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value.replaceAll('\0', '').trim()
  if (text === '') return undefined
  // oxlint-disable-next-line no-control-regex
  if (!/[^\u0000-\u00ff]/.test(text) && /[\u0080-\u00ff]/.test(text)) {
    try {
      return new TextDecoder('utf-8', {fatal: true}).decode(
        Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
      )
    } catch {
      return text
    }
  }
  return text.toWellFormed()
}
