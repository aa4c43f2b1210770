import {creditAgencies} from '../../captions/credit-words.ts'
import {functionWords} from './function-words.ts'

/**
 * What a word or sign of a line lets be suspected, as bits. Patterns that look for words anywhere in a line are only tried where one of
 * their words, or a sign they need, was seen by the one pass that reads the line anyway.
 */
export const hint = {
  functional: 1 << 0,
  /** Speaks to the reader. */
  address: 1 << 1,
  /** Notices of the site: cookies, rights, offers, commissions. */
  notice: 1 << 2,
  /** Words and signs of picture credits. */
  credit: 1 << 3,
  /** Who credits go to. */
  agency: 1 << 4,
  /** Words and signs of captions. */
  caption: 1 << 5,
  /** Could be an address on the web. */
  link: 1 << 6,
  /** A capital right behind a small letter or a stop: words run together. */
  glued: 1 << 7,
  /** Words of newsletter boxes and their forms. */
  box: 1 << 8,
  /** Words of offers by e-mail. */
  offer: 1 << 9,
} as const

/** A word in lower case, apostrophes left out, with its bits. */
export interface KnownWord {
  word: string
  hints: number
}

const words = new Map<string, number>()

/**
 * Words seen before, by a hash of their letters: looking a word up is most of the work of reading a line. Direct-mapped, so that it
 * never grows: a later word may take the place of an earlier one.
 */
const seen: (KnownWord | undefined)[] = Array.from({length: 1 << 14}, () => undefined)
const longestSeen = 30

/** The word that stands in `text` from `start` to `end`. `hash` is `nextHash` of its letters. The same string object for the same word. */
export function knownWord(text: string, start: number, end: number, hash: number): KnownWord {
  const slot = (hash ^ (hash >>> 15)) & (seen.length - 1)
  const known = seen[slot]
  if (known !== undefined && standsAt(known.word, text, start, end)) return known
  const fresh = toKnownWord(text.slice(start, end).toLowerCase())
  if (fresh.word.length <= longestSeen) seen[slot] = fresh
  return fresh
}

/** The hash of a word after one more letter; capitals count as small letters. */
export function nextHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + lowerCode(code)) | 0
}

/** The small letter of every capital seen so far. */
const lowerCodes = new Uint16Array(65_536)

/** The code of a character in lower case; a letter whose small form is more than one character stays. */
export function lowerCode(code: number): number {
  const known = lowerCodes[code]!
  if (known !== 0 || code === 0) return known
  const lower = String.fromCharCode(code).toLowerCase()
  return (lowerCodes[code] = lower.length === 1 ? lower.charCodeAt(0) : code)
}

/** Whether the word, capitals aside, stands between the two places: quicker for words than `startsWith`. */
function standsAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let at = start; at < end; at++)
    if (lowerCode(text.charCodeAt(at)) !== word.charCodeAt(at - start)) return false
  return true
}

/** As `knownWord`, for a word that had to be put together. */
export function toKnownWord(word: string): KnownWord {
  let hints = words.get(word) ?? 0
  if (boxPart.test(word)) hints |= hint.box
  if (offerPart.test(word)) hints |= hint.offer
  if (creditPart.test(word)) hints |= hint.credit
  return {word, hints}
}

// Parts of words, tried once a word.
const boxPart =
  /mail|inbox|letter|subscri|sign|regist|deliver|alert|brief|digest|spam|privacy|agree|consent|terms|promise|sorry|thank|error|trouble|problem|headline|updates|stories|latest|your|lettre|correo|nieuwsbr|nyhe|rundbr|notizi|biulet|bülten|подпис|рассыл|abonn|inscri|bolet|correio|anmeld|iscri|zapis|prenumer/u
const offerPart =
  /mail|inbox|letter|deliver|alert|lettre|correo|correio|bolet|рассыл|nieuwsbr|nyhe|rundbr|notizi|biulet|bülten/u
const creditPart =
  /photo|image|picture|credit|courtesy|source|getty|reuters|afp|shutterstock|alamy|copyright|foto|фото/u

function mark(list: string, bits: number): void {
  for (const word of list.split(' ')) words.set(word, (words.get(word) ?? 0) | bits)
}

for (const word of functionWords) mark(word, hint.functional)
mark('you your us our', hint.address)
mark(
  'cookie cookies gdpr consent reserved copyright published reproduced copied terms privacy trademark trademarks affiliate commission commissions commissioned subscribe subscribes subscription subscriptions issues reached contacted followed emailed mailed follow email mail участник свидетельство письменного используе использует используем используют',
  hint.notice,
)
mark('pic pics', hint.credit)
for (const agency of creditAgencies) {
  // Each name has a word of its own besides `the` and `of`.
  for (const word of agency.match(/[\p{L}\p{N}]+/gu) ?? [])
    if (!functionWords.has(word)) mark(word, hint.agency)
}
mark(
  'provided submitted contributed supplied staff via photographer photographers photographed photos',
  hint.agency,
)
mark(
  'media photo photos photograph photographs image images picture pictures pic pics credit credits video illustration source foto bild фото crédito crédit screengrab screenshot graphic courtesy getty reuters afp ap p associated epa efe pa press shutterstock alamy wireimage usa imagn bloomberg istock istockphoto xinhua tass pti ani ians anp dpa rex file handout sportsfile inpho splash splashnews',
  hint.agency,
)
mark(
  'pictured left right above below centre center file look looks pose poses leave leaves arrive arrives',
  hint.caption,
)
mark('www', hint.link)

/** What the sign with this code lets be suspected. */
export function hintsOfSign(code: number): number {
  // ( / | – —
  if (code === 40) return hint.credit | hint.caption
  if (code === 47) return hint.credit | hint.link
  if (code === 124 || code === 0x2013 || code === 0x2014) return hint.credit
  // ©
  return code === 0xa9 ? hint.credit | hint.agency | hint.notice : 0
}
