import type {Subject} from '../../model/news-item.ts'
import {labelOf, toSubject as labelSubject} from '../subjects/to-subject.ts'
import {objectsOf, ownText, type JsonObject} from './access.ts'

/** Vocabularies of the IPTC by the start of their addresses (https://cv.iptc.org/newscodes/). */
const vocabularies: readonly [RegExp, string][] = [
  [/^https?:\/\/cv\.iptc\.org\/newscodes\/mediatopic\/?/i, 'medtop'],
  [/^https?:\/\/cv\.iptc\.org\/newscodes\/subjectcode\/?/i, 'subj'],
  [/^https?:\/\/cv\.iptc\.org\/newscodes\/genre\/?/i, 'genre'],
]

/**
 * A subject or genre as JSON formats write it: `{name, code | qcode | literal, scheme, uri}`. A code with a prefix
 * (`medtop:20000065`) or an address in a vocabulary of the IPTC names its scheme; eight digits that are one of the IPTC's
 * old subject codes are that; otherwise the scheme is as it came. Nothing to go by gives null.
 */
export function toSubject(value: JsonObject): Subject | null {
  const name = ownText(value, 'name')
  const address = ownText(value, 'uri')
  const scheme = ownText(value, 'scheme')
  const code = ownText(value, 'code', 'qcode', 'literal')
  const known =
    knownCode(address) ??
    (scheme && code ? knownCode(`${scheme.replace(/\/$/, '')}/${code.replace(/^[a-z0-9]+:/i, '')}`) : null)
  if (known === null && code === undefined && address !== undefined) {
    const start = address.replace(/[^/#:]*$/, '')
    return {...(name ? {name} : {}), code: address.slice(start.length) || address, scheme: start}
  }
  const subject = labelSubject(
    known ? {code: known, name} : {code, name, scheme: scheme ?? schemeOf(code, address)},
  )
  return subject.name === undefined && subject.code === undefined ? null : subject
}

/** The subjects in a list; what is none is passed over. */
export function toSubjects(value: unknown): Subject[] {
  return objectsOf(value).flatMap((entry) => toSubject(entry) ?? [])
}

function schemeOf(code: string | undefined, address: string | undefined): string | undefined {
  if (code !== undefined && /^\d{8}$/.test(code) && labelOf(code, 'iptc-subject-code'))
    return 'iptc-subject-code'
  return address?.replace(/[^/#:]*$/, '') || undefined
}

function knownCode(address: string | undefined): string | null {
  if (address === undefined) return null
  for (const [start, scheme] of vocabularies) {
    if (start.test(address)) return `${scheme}:${address.replace(start, '')}`
  }
  return null
}
