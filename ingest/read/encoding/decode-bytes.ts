import type {Finding} from '../../model/finding.ts'
import {utf8Length} from '../text/sniff-encoding.ts'
import {encodingFindingCodes} from './codes.ts'
import {decodeLegacy, dosPage} from './dos-pages.ts'
import {westernPage} from './western-page.ts'
import {type Guess, guessEncodings, scoreEncoding} from './guess-encoding.ts'

/** Text, and how it was encoded. Names are the Encoding Standard's in lower case; `iso-8859-1` means what it says. */
export interface DecodedBytes {
  text: string
  encoding: {declared?: string; used: string}
  findings: Finding[]
}

/**
 * Bytes to text, by evidence before label: a byte-order mark; NULs on one side of every pair (UTF-16); well-formed UTF-8
 * past ASCII, whatever the label says; else the label, if the letters it gives read like text; else the encoding whose
 * letters do. `label` is what the copy says of itself (an XML declaration, a `charset`), `fallback` what to take for bytes
 * past ASCII that nothing tells. Bytes that do not fit are kept as Windows-1252 (in UTF-8) or U+FFFD, with a finding.
 */
export function decodeBytes(bytes: Uint8Array, label?: string, fallback = 'windows-1252'): DecodedBytes {
  const findings: Finding[] = []
  const declared = label?.trim().toLowerCase() || undefined
  const found = (name: string, text: string): DecodedBytes => ({
    text,
    encoding: declared === undefined ? {used: name} : {declared, used: name},
    findings,
  })
  const mark = byteOrderMark(bytes)
  if (mark) {
    const rest = bytes.subarray(mark.skip)
    if (mark.name === 'utf-8') return found('utf-8', decodeUtf8(rest, countUtf8(rest).invalid, findings))
    return found(mark.name, decodeAs(mark.name, rest, findings))
  }
  const wide = sniffWide(bytes)
  if (wide) return found(wide, decodeAs(wide, bytes, findings))

  const valid = validUtf8(bytes)
  const known = canonical(declared)
  if (declared && !known) {
    findings.push({
      severity: 'warning',
      code: encodingFindingCodes.labelUnknown,
      message: `The copy says it is in "${declared.slice(0, 40)}", which is no known encoding.`,
    })
  }
  // ISO-2022 is written in ASCII with escapes; only its label (or the escapes) tells it.
  if (known === 'iso-2022-jp' && bytes.includes(0x1b)) return found(known, decodeAs(known, bytes, findings))
  if (valid !== null) {
    const isAscii = valid.length === bytes.length
    if (isAscii)
      return found(known && !known.startsWith('utf-16') && known !== 'iso-2022-jp' ? known : 'utf-8', valid)
    if (known && known !== 'utf-8') contradicted(known, 'utf-8', findings)
    return found('utf-8', valid)
  }
  const {sequences, invalid, upper} = countUtf8(bytes)
  if (invalid === 0 || sequences > invalid) {
    if (known && known !== 'utf-8') contradicted(known, 'utf-8', findings)
    return found('utf-8', decodeUtf8(bytes, invalid, findings))
  }
  const name = legacyName(bytes, known, upper > 0, fallback, findings)
  return found(name, decodeAs(name, bytes, findings))
}

/** The encoding an XML declaration or a `charset` in the first bytes names; undefined for none. */
export function labelOf(head: Uint8Array, contentType?: string): string | undefined {
  const wide = byteOrderMark(head)?.name ?? sniffWide(head)
  const start = new TextDecoder(wide && wide !== 'utf-8' ? wide : 'latin1').decode(head.subarray(0, 400))
  const inside = /^[^<]{0,40}<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([A-Za-z0-9._:-]{1,40})/.exec(start)?.[1]
  return inside ?? /charset\s*=\s*["']?\s*([A-Za-z0-9._:-]{1,40})/i.exec(contentType ?? '')?.[1]
}

function legacyName(
  bytes: Uint8Array,
  known: string | undefined,
  upper: boolean,
  fallback: string,
  findings: Finding[],
): string {
  const latin = upper ? 'windows-1252' : 'iso-8859-1'
  if (known && known !== 'utf-8') {
    // Programs of an old Macintosh or of DOS write the label of the format they were made for.
    const page =
      latin === 'windows-1252' && isWestern(known) && highCount(bytes) >= 3 ? westernPage(bytes) : null
    if (page) {
      contradicted(known, page, findings)
      return page
    }
    const score = scoreEncoding(bytes, known)
    const best = score > 0.1 ? null : guessEncodings(bytes)[0]!
    if (!best || !surer(best, score)) return known === 'iso-8859-1' ? latin : known
    contradicted(known, best.name, findings)
    return best.name === 'windows-1252' ? latin : best.name
  }
  const guesses = guessEncodings(bytes)
  const western = guesses.find((guess) => guess.name === 'windows-1252')!
  // A few letters may read well in several: the commonest encoding then.
  const best = guesses[0]!.score - western.score < 0.1 ? western : guesses[0]!
  const name = westernPage(bytes) ?? (best.score > 0.05 ? best.name : fallback)
  if (known) contradicted(known, name, findings)
  if (!known) {
    findings.push({
      severity: 'info',
      code: encodingFindingCodes.guessed,
      message: `The copy names no encoding and is not UTF-8; by its letters it is ${name}.`,
    })
  }
  return name === 'windows-1252' ? latin : name
}

const isWestern = (name: string): boolean => name === 'iso-8859-1' || name === 'windows-1252'

function highCount(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) if (byte >= 0x80) count++
  return count
}

function surer(best: Guess, score: number): boolean {
  return best.score > 0.4 && best.score - score > 0.6
}

function contradicted(known: string, used: string, findings: Finding[]): void {
  findings.push({
    severity: 'info',
    code: encodingFindingCodes.labelContradicted,
    message: `The copy says it is in ${known}, but its bytes are ${used}; read as ${used}.`,
  })
}

function canonical(label: string | undefined): string | undefined {
  if (!label) return undefined
  if (/^(?:utf-?16|ucs-?2|iso-10646-ucs-2)$/.test(label)) return 'utf-16le'
  if (/^(?:iso[-_]?8859[-_]?1|l(?:atin)?1|(?:us-)?ascii|ansi_x3\.4-1968)$/.test(label)) return 'iso-8859-1'
  const dos = dosPage(label)
  if (dos) return dos
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

function byteOrderMark(bytes: Uint8Array): {name: string; skip: number} | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return {name: 'utf-8', skip: 3}
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return {name: 'utf-16le', skip: 2}
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return {name: 'utf-16be', skip: 2}
  return null
}

/** Markup in UTF-16 has a NUL in nearly every other byte of its beginning, always on the same side. */
function sniffWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 256) & ~1
  if (length < 4) return null
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++
    if (bytes[at + 1] === 0) odd++
  }
  if (odd > 0.3 * length && even < 0.02 * length) return 'utf-16le'
  if (even > 0.3 * length && odd < 0.02 * length) return 'utf-16be'
  return null
}

/** The text when every byte fits UTF-8, else null. */
function validUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    return null
  }
}

function countUtf8(bytes: Uint8Array): {sequences: number; invalid: number; upper: number} {
  let sequences = 0
  let invalid = 0
  let upper = 0
  for (let at = 0; at < bytes.length;) {
    if (bytes[at]! < 0x80) {
      at++
      continue
    }
    const size = utf8Length(bytes, at)
    if (size < 0) break
    if (size > 0) sequences++
    else {
      invalid++
      if (bytes[at]! < 0xa0) upper++
    }
    at += size || 1
  }
  return {sequences, invalid, upper}
}

function decodeAs(name: string, bytes: Uint8Array, findings: Finding[]): string {
  const text = decodeLegacy(name === 'iso-8859-1' ? 'windows-1252' : name, bytes)
  if (text.includes('\uFFFD')) reportInvalid(name, findings)
  return text
}

/** UTF-8 with stray bytes of Windows-1252 among it, as pasted copy has: each is read as what it is. */
function decodeUtf8(bytes: Uint8Array, invalid: number, findings: Finding[]): string {
  const utf8 = new TextDecoder('utf-8', {ignoreBOM: true})
  if (!invalid) return utf8.decode(bytes)
  reportInvalid('utf-8', findings)
  const single = new TextDecoder('windows-1252')
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < bytes.length;) {
    const size = bytes[at]! < 0x80 ? 1 : utf8Length(bytes, at)
    if (size < 0) break
    if (size > 0) {
      at += size
      continue
    }
    parts.push(utf8.decode(bytes.subarray(from, at)), single.decode(bytes.subarray(at, at + 1)))
    from = ++at
  }
  parts.push(utf8.decode(bytes.subarray(from)))
  return parts.join('')
}

function reportInvalid(name: string, findings: Finding[]): void {
  findings.push({
    severity: 'warning',
    code: encodingFindingCodes.invalidBytes,
    message: `Some bytes are not ${name} as the rest is. Check names with accents and quotation marks.`,
  })
}
