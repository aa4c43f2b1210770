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
  excluded: boolean
}

const maxLineLength = 420

/** A long line without any of these is no part of a box: one look spares the others. */
const couldBeBox =
  /mail|inbox|letter|subscri|sign|regist|deliver|alert|brief|digest|spam|privacy|agree|consent|terms|promise|sorry|thank|error|trouble|problem|headline|updates|stories|latest|your|подпис|рассыл|abonn|inscri|bolet|correio|anmeld|iscri|zapis|prenumer/iu

/**
 * Looks at one line alone. Lines past 420 characters are never part of a box (consent lines excepted, up to 900): they are
 * the story's or a legal text's.
 */
export function toNewsletterSignals(line: string): NewsletterSignals {
  const long = line.length > 1000 || (line.length > 90 && !couldBeBox.test(line))
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
    excluded: false,
  }
  if (long || text === '') return none
  if (text.length > maxLineLength) return consentWords.test(text) ? {...none, form: 'consent'} : none
  const excluded = notABox.test(text)
  const form = toFormPart(text)
  const wordCount = text.split(' ').length
  const offer = offerWords.test(text)
  const call =
    !excluded &&
    (form === null || form === 'submit') &&
    callWords.test(text) &&
    addressesReader(text, wordCount)
  const label = !excluded && offer && wordCount <= 9 && text.length <= 80 && !/[.,;]/u.test(text)
  const heading =
    !excluded &&
    text.length <= 90 &&
    wordCount <= 14 &&
    (headingWords.test(text) || label) &&
    form !== 'email'
  const pitch = !excluded && pitchWords.test(text) && (pitchStart.test(text) || call) && wordCount >= 5
  const promise = !excluded && form === null && wordCount >= 6 && text.length <= 220 && pitchStart.test(text)
  return {text, call, offer, label, heading, pitch, promise, form, excluded}
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
