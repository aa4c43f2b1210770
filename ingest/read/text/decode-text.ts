import type {Finding} from '../../model/finding.ts'
import {encodingFindingCodes} from '../encoding/codes.ts'
import {decodeLegacy} from '../encoding/dos-pages.ts'
import {textFindingCodes} from './codes.ts'
import {looksBinary} from './looks-binary.ts'
import {sniffEncoding, utf8Length, type SniffedEncoding} from './sniff-encoding.ts'

/** Text with how it was encoded. Encoding names are the Encoding Standard's, in lower case. */
export interface DecodedText {
  text: string
  encoding: {declared?: string; used: string}
  findings: Finding[]
}

/**
 * Bytes to text. The encoding is told by evidence (see `sniffEncoding`); a byte-order mark is left out, and so are NUL
 * bytes and control characters other than tab, line ends and form feed, each with a `warning`. Everything else stays as
 * received: line ends, no-break spaces, soft hyphens. Bytes that do not fit UTF-8 are read as Windows-1252, one by one,
 * halves of surrogate pairs become U+FFFD, both with a `warning`. Empty and binary input give an empty text and an `error`.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const findings: Finding[] = []
  if (bytes.length === 0) {
    findings.push({
      severity: 'error',
      code: textFindingCodes.emptyFile,
      message: 'The file is empty (0 bytes). Send the copy again.',
    })
    return {text: '', encoding: {used: 'utf-8'}, findings}
  }
  const sniffed = sniffEncoding(bytes)
  const wide = sniffed.name === 'utf-16le' || sniffed.name === 'utf-16be'
  const binary = wide ? null : looksBinary(bytes)
  if (binary !== null) {
    findings.push({
      severity: 'error',
      code: textFindingCodes.looksLikeBinary,
      message: `The file looks like binary (${binary}), not text: nothing was read. Send the words as text.`,
    })
    return {text: '', encoding: {used: 'binary'}, findings}
  }
  const raw = decodeAs(sniffed, bytes.subarray(sniffed.skip))
  if (sniffed.invalid > 0) {
    findings.push({
      severity: 'warning',
      code: textFindingCodes.mixedEncoding,
      message: `${sniffed.invalid} byte(s) are not UTF-8 as the rest is; they were read as Windows-1252. Check names with accents and quotation marks.`,
    })
  }
  if (sniffed.declared === undefined && !/^(?:utf|windows-1252|iso-8859-1$)/.test(sniffed.name)) {
    findings.push({
      severity: 'info',
      code: encodingFindingCodes.guessed,
      message: `The copy names no encoding and is not UTF-8; by its letters it is ${sniffed.name}.`,
    })
  }
  const text = clean(raw, bytes, sniffed, findings)
  if (text.trim() === '') {
    findings.push({
      severity: 'error',
      code: textFindingCodes.emptyFile,
      message: 'The file has no words, only white space. Send the copy again.',
    })
  }
  const encoding =
    sniffed.declared === undefined ? {used: sniffed.name} : {declared: sniffed.declared, used: sniffed.name}
  return {text, encoding, findings}
}

function decodeAs(sniffed: SniffedEncoding, bytes: Uint8Array): string {
  if (sniffed.name === 'utf-8' && sniffed.invalid > 0) return decodeMixed(bytes)
  // ISO-8859-1 is decoded as Windows-1252: they agree wherever ISO-8859-1 has letters.
  const label = sniffed.name === 'iso-8859-1' ? 'windows-1252' : sniffed.name
  return decodeLegacy(label, bytes)
}

function decodeMixed(bytes: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8', {ignoreBOM: true})
  const single = new TextDecoder('windows-1252')
  const parts: string[] = []
  let from = 0
  let at = 0
  while (at < bytes.length) {
    const size = (bytes[at] ?? 0) < 0x80 ? 1 : utf8Length(bytes, at)
    if (size > 0) {
      at += size
      continue
    }
    parts.push(utf8.decode(bytes.subarray(from, at)), single.decode(bytes.subarray(at, at + 1)))
    at += 1
    from = at
  }
  parts.push(utf8.decode(bytes.subarray(from)))
  return parts.join('')
}

const controls = /[\u0001-\u0008\u000E-\u001F\u007F]/gu

function clean(raw: string, bytes: Uint8Array, sniffed: SniffedEncoding, findings: Finding[]): string {
  let text = raw
  if (text.includes('\u0000')) {
    const whole = text.length
    text = text.replaceAll('\u0000', '')
    findings.push({
      severity: 'warning',
      code: textFindingCodes.nulBytes,
      message: `${whole - text.length} NUL byte(s) were left out.`,
    })
  }
  if (controls.test(text)) {
    const whole = text.length
    text = text.replaceAll(controls, '')
    findings.push({
      severity: 'warning',
      code: textFindingCodes.controlCharacters,
      message: `${whole - text.length} control character(s) were left out.`,
    })
  }
  if (text.includes('\uFFFD')) {
    const wide = sniffed.name.startsWith('utf-16')
    const surrogate = wide || hasEncodedSurrogate(bytes)
    findings.push({
      severity: 'warning',
      code: surrogate ? textFindingCodes.loneSurrogates : textFindingCodes.lostCharacters,
      message: surrogate
        ? 'Half of a surrogate pair stands alone in the copy; it became U+FFFD. Check the words around it.'
        : 'The copy holds U+FFFD, the mark of a letter that was lost before it came here. Check the words around it.',
      at: {offset: text.indexOf('\uFFFD')},
    })
  }
  if (/â€[™œ\u009D“”˜¦]|Ã[©¨¡±¼¶¤]/u.test(text.slice(0, 200_000))) {
    findings.push({
      severity: 'warning',
      code: textFindingCodes.doubleEncoded,
      message:
        'The copy looks as if its UTF-8 had been read as Windows-1252 before it came here (â€™ for ’). The words were kept as they came.',
    })
  }
  return text
}

/** ED A0..BF: a half of a surrogate pair written as if it were UTF-8. */
function hasEncodedSurrogate(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0xed); at >= 0; at = bytes.indexOf(0xed, at + 1)) {
    if ((bytes[at + 1] ?? 0) >= 0xa0) return true
  }
  return false
}
