import type {Subject} from '../../model/news-item.ts'
import {mediaTopics} from './media-topics.ts'
import {subjectCodes} from './subject-codes.ts'

/** The names formats use for the two vocabularies of the IPTC, by their own. */
const schemes: Readonly<Record<string, string>> = {
  __proto__: null as never,
  medtop: 'medtop',
  mediatopic: 'medtop',
  mediatopics: 'medtop',
  subj: 'iptc-subject-code',
  subject: 'iptc-subject-code',
  subjectcode: 'iptc-subject-code',
  'iptc-subject-code': 'iptc-subject-code',
  iptcsubjectcode: 'iptc-subject-code',
}

/**
 * A subject with its scheme and, when the copy gives a code but no name, the IPTC's English label of that code. `scheme` is
 * the alias before the colon of a QCode or whatever the format has; `subj` and the like become `iptc-subject-code`. The
 * code stays as it came.
 */
export function toSubject(parts: {
  code?: string | undefined
  name?: string | undefined
  scheme?: string | undefined
}): Subject {
  const code = parts.code?.trim()
  const colon = code?.indexOf(':') ?? -1
  const alias = (colon > 0 ? code!.slice(0, colon) : parts.scheme?.trim()) || undefined
  const bare = code && colon > 0 ? code.slice(colon + 1) : code
  const scheme = alias && (schemes[alias.toLowerCase()] ?? alias)
  const name = parts.name?.trim() || (bare && scheme ? labelOf(bare, scheme) : undefined)
  const subject: Subject = {}
  if (name) subject.name = name
  if (code) subject.code = code
  if (scheme) subject.scheme = scheme
  return subject
}

/** The IPTC's English label of a code, for the schemes that ship with this package; undefined for others. */
export function labelOf(code: string, scheme: string): string | undefined {
  if (scheme === 'medtop') return mediaTopics.get(code)
  if (scheme === 'iptc-subject-code') return subjectCodes.get(code)
  return undefined
}
