import type {CopyLine} from '../wire-text/copy-lines.ts'
import {readDateLine} from '../wire-text/date-line.ts'
import {isContact, reach} from './is-contact.ts'
import {companyLine, embargoLine, noticeNumber, releaseLabel, releaseNumber, sourceLine} from './lines.ts'

/** Short words with capitals and no end of a sentence, as the name of whoever sends the release. */
export function looksLikeName(words: string): boolean {
  if (words.length > 70 || /[.!?:]$/.test(words) || /\d{2}/.test(words)) return false
  const long = words.split(/\s+/).filter((word) => word.length > 3)
  return long.length > 0 && long.every((word) => /^[("“]?\p{Lu}/u.test(word))
}

/** The names on the source lines of a release. */
export function sourceNames(lines: readonly CopyLine[]): string[] {
  return lines.flatMap(({text}) => {
    const name = text.length < 160 ? sourceLine.exec(text.trim())?.[1] : undefined
    return name === undefined ? [] : [cleanSource(name)]
  })
}

/** The sender of a source line, without who passed it on. */
export function cleanSource(name: string): string {
  return name.replace(/,?\s+(?:übermittelt durch|via|transmis par|distributed by)\s.{2,60}$/iu, '').trim()
}

/** Ends in a postal code (of the United States, Great Britain, Ireland, Canada), or begins with one (of the continent). */
const postalCode =
  /\b(?:[A-Z]{2}\s\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[\dA-Z]?\s?\d[A-Z]{2}|[A-Z]\d[\dW]\s?[\dA-Z]{4}|[A-Z]\d[A-Z]\s?\d[A-Z]\d)$|^(?:[A-Z]{1,2}-)?\d{4,5}\s\p{Lu}\p{L}+$/u
const streetNumber = /^\d{1,5}[a-z]?,?\s\p{Lu}|\s\d{1,4}[a-z]?$|\bP\.?O\.? Box\b/u
const webAddress = /\b(?:https?:\/\/|www\.)\S/i

/** Whether lines are a sender's name and where to find it. */
export function isLetterhead(group: readonly CopyLine[]): boolean {
  if (isContact(group, false)) return false
  const lines = group.map(({text}) => text.trim())
  const [name = '', ...others] = lines
  if (others.length === 0 && companyLine.test(name)) return true
  if (others.length === 0 || lines.some((line) => line.length > 72 || /[.!?]["”]$/.test(line))) return false
  if (/\d{2}/.test(name) || reach.test(name) || lines.some(saysWhat)) return false
  const isFound = others.some((line) => postalCode.test(line) || reach.test(line) || webAddress.test(line))
  return isFound || (others.length > 1 && others.some((line) => streetNumber.test(line)))
}

/** Whether one of the groups could be a headline: a line that is no label, no day, no contact. */
export function holdHeadline(groups: readonly (readonly CopyLine[])[]): boolean {
  return groups.some((group) =>
    group.some(
      (line) =>
        !saysWhat(line.text.trim()) &&
        !isContact([line], false) &&
        !reach.test(line.text) &&
        line.text.trim().split(/\s+/).length > 1,
    ),
  )
}

const labels = [embargoLine, noticeNumber, releaseLabel, releaseNumber, sourceLine]

/** Whether a line says what the copy is, whose or of which day. */
function saysWhat(line: string): boolean {
  return labels.some((label) => label.test(line)) || readDateLine(line) !== null
}
