import {LineMemory} from '../lines/line-memory.ts'
import {scanLine} from '../lines/scan-line.ts'
import {hint} from '../lines/word-hints.ts'
import {collapseSpace} from '../../text/words.ts'
import {
  callWords,
  consentWords,
  emailLabel,
  formField,
  formMessage,
  headingWords,
  notABox,
  offerWords,
  pitchStart,
  pitchWords,
  requiredMessage,
  submitLabel,
  unsubscribeWords,
} from './newsletter-words.ts'

/** What one line could be in a newsletter box. */
export interface NewsletterSignals {
  text: string
  /** Calls to sign up for something sent by e-mail: enough for a box. */
  call: boolean
  /** Names a newsletter or the like. */
  offer: boolean
  /** A short line that names the newsletter and nothing else: a menu label, or a box's title. */
  label: boolean
  /** A short line that can stand over a box. */
  heading: boolean
  /** Says what one gets. */
  pitch: boolean
  /** Promises something, without any word of newsletters or e-mail. */
  promise: boolean
  /** The part of the form that it is, if any. */
  form: 'email' | 'submit' | 'required' | 'consent' | 'message' | 'field' | null
  /** Of the length that a line of a box has. */
  fits: boolean
}

const maxLineLength = 420

/**
 * Looks at one line alone. Lines past 420 characters are never part of a box (consent lines excepted, up to 900): they are
 * the story's or a legal text's. `hints` are those of its words, where they are known.
 */
export function toNewsletterSignals(line: string, hints?: number): Readonly<NewsletterSignals> {
  return remembered.get(line) ?? remembered.keep(line, readSignals(line, hints ?? hintsOfLine(line)))
}

const remembered = new LineMemory<NewsletterSignals>()

function readSignals(line: string, hints: number): NewsletterSignals {
  // A long line without any word of a box is no part of one: one look spares the others.
  const long = line.length > 1000 || (line.length > 90 && !(hints & hint.box))
  const speaks = (hints & hint.offer) !== 0
  const text = long ? line.slice(0, 1000).trim() : collapseSpace(line)
  const none = {
    text,
    call: false,
    offer: false,
    label: false,
    heading: false,
    pitch: false,
    promise: false,
    form: null,
    fits: false,
  }
  if (long || text === '') return none
  if (text.length > maxLineLength) return consentWords.test(text) ? {...none, form: 'consent'} : none
  const form = toFormPart(text)
  const wordCount = countWords(text)
  const offer = speaks && offerWords.test(text)
  const call =
    speaks && (form === null || form === 'submit') && callWords.test(text) && addressesReader(text, wordCount)
  const label = offer && wordCount <= 9 && text.length <= 80 && !/[.,;]/u.test(text)
  const heading =
    text.length <= 90 && wordCount <= 14 && (label || headingWords.test(text)) && form !== 'email'
  const pitch =
    (speaks || text.includes('to you')) &&
    wordCount >= 5 &&
    pitchWords.test(text) &&
    (call || pitchStart.test(text))
  const promise = form === null && wordCount >= 6 && text.length <= 220 && pitchStart.test(text)
  const found = {text, call, offer, label, heading, pitch, promise, form, fits: true}
  if ((call || label || heading || pitch || promise) && isExcluded(found))
    return {...none, offer, form, fits: true}
  return found
}

/** Whether the line speaks of e-mail and the like in a way that no box does. */
export function isExcluded({text, fits}: Pick<NewsletterSignals, 'text' | 'fits'>): boolean {
  return fits && notABox.test(text)
}

/** Words parted by single spaces. */
function countWords(text: string): number {
  let count = 1
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count++
  return count
}

function hintsOfLine(line: string): number {
  return line.length > 1000 ? 0 : scanLine(line).hints
}

function toFormPart(text: string): NewsletterSignals['form'] {
  if (emailLabel.test(text)) return 'email'
  if (submitLabel.test(text)) return 'submit'
  if (formField.test(text)) return 'field'
  if (requiredMessage.test(text)) return 'required'
  if (formMessage.test(text)) return 'message'
  if (consentWords.test(text) || (unsubscribeWords.test(text) && text.length < 300)) return 'consent'
  return null
}

/** A call speaks to the reader; a sentence of the story that tells of newsletters and e-mails does not. */
function addressesReader(text: string, wordCount: number): boolean {
  if (wordCount <= 12) return !/\b(?:said|says|told|was|were|had)\b/iu.test(text)
  if (/["“”«»]/u.test(text) && /\b(?:said|says|told|wrote|added)\b/iu.test(text)) return false
  if (/\b(?:said|told|wrote|announced|according to)\b/iu.test(text)) return false
  return /\b(?:your?|us|our|click here|sign[ -]?up|subscribe)\b|^(?:get|join|receive|enter)\b|\p{Script=Cyrillic}|\b(?:vous|votre|sie|ihre?|tu|você|seu|je|uw|din)\b/iu.test(
    text,
  )
}
