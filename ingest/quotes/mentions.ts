import {wordClass} from './lexicon.ts'
import type {NameSpan, Person} from './people.ts'
import type {Sheet, Token} from './tokens.ts'

/** How a mention hangs on a cue. The order is that of the learned weights. */
export const cueLinks = ['none', 'subject', 'subjectApart', 'inverted', 'accordingTo', 'participle', 'colon', 'object', 'coordinated', 'possessive'] as const
export type CueLink = (typeof cueLinks)[number]

/** What kind of source a mention could be. The order is that of the learned weights. */
export const mentionKinds = ['fullName', 'shortName', 'unsureName', 'organizationName', 'he', 'they', 'it', 'first', 'possessivePronoun', 'objectPronoun', 'person', 'personPlural', 'group', 'document', 'other'] as const
export type MentionKind = (typeof mentionKinds)[number]

/** Something in the copy, outside quotations, that could be the source of one. */
export interface Mention {
  paragraph: number
  /** Tokens of the sheet, end exclusive. */
  from: number
  to: number
  start: number
  end: number
  kind: MentionKind
  person: Person | null
  /** Head word in lower case; of a name its last word. */
  head: string
  gender: 'female' | 'male' | 'unknown'
  sentence: number
  possessive: boolean
  afterPreposition: boolean
  afterVerb: boolean
  firstInSentence: boolean
  /** A noun phrase set beside a name (`Jane Roe, the mayor,`): stands for that person. */
  apposed: Mention | null
  link: CueLink
  /** Token of the cue, or -1. */
  cue: number
  cueEnd: number
}

const stops = wordClass.preposition | wordClass.conjunction | wordClass.auxiliary | wordClass.pronoun
const cueBits = wordClass.say | wordClass.call

/** Finds every mention of a sheet, in order, and ties the cues of saying to them. */
export function findMentions(sheet: Sheet, paragraph: number, names: readonly NameSpan[]): Mention[] {
  const mentions: Mention[] = []
  const taken = new Uint8Array(sheet.length)
  for (const span of names) {
    for (let index = span.titleFrom; index < span.to; index++) taken[index] = 1
    mentions.push(nameMention(sheet, paragraph, span))
  }
  addPronouns(sheet, paragraph, taken, mentions)
  addNouns(sheet, paragraph, taken, mentions)
  mentions.sort((a, b) => a.from - b.from)
  describe(sheet, mentions)
  linkCues(sheet, paragraph, taken, mentions)
  return mentions
}

function create(sheet: Sheet, paragraph: number, from: number, to: number, kind: MentionKind, head: Token): Mention {
  return {
    paragraph, from, to, start: sheet[from]!.start, end: sheet[to - 1]!.end, kind, person: null, head: head.lower, gender: genderOf(head), sentence: sheet[from]!.sentence,
    possessive: sheet[to - 1]!.possessive, afterPreposition: false, afterVerb: false, firstInSentence: false, apposed: null, link: 'none', cue: -1, cueEnd: -1,
  }
}

function genderOf(token: Token): 'female' | 'male' | 'unknown' {
  if (token.classes & wordClass.female || token.lower === 'she' || token.lower === 'her') return 'female'
  if (token.classes & wordClass.male || token.lower === 'he' || token.lower === 'his' || token.lower === 'him') return 'male'
  return 'unknown'
}

function nameMention(sheet: Sheet, paragraph: number, span: NameSpan): Mention {
  const person = span.person
  let kind: MentionKind = 'organizationName'
  if (person && !span.organization) {
    if (person.personhood <= 0) kind = 'unsureName'
    else kind = span.full ? 'fullName' : 'shortName'
  }
  const mention = create(sheet, paragraph, span.titleFrom, span.to, kind, sheet[span.to - 1]!)
  mention.person = kind === 'organizationName' ? null : person
  if (person) mention.gender = person.gender
  return mention
}

const pronounKinds: Record<string, MentionKind> = {he: 'he', she: 'he', they: 'they', it: 'it', i: 'first', we: 'first', his: 'possessivePronoun', her: 'possessivePronoun', their: 'possessivePronoun', him: 'objectPronoun', them: 'objectPronoun'}

function addPronouns(sheet: Sheet, paragraph: number, taken: Uint8Array, mentions: Mention[]): void {
  for (let index = 0; index < sheet.length; index++) {
    const token = sheet[index]!
    if (!(token.classes & wordClass.pronoun)) continue
    const kind = pronounKinds[token.lower]
    if (!kind) continue
    taken[index] = 1
    mentions.push(create(sheet, paragraph, index, index + 1, kind, token))
  }
}

const nounBits = wordClass.person | wordClass.group | wordClass.document

function addNouns(sheet: Sheet, paragraph: number, taken: Uint8Array, mentions: Mention[]): void {
  for (let index = 0; index < sheet.length; index++) {
    const token = sheet[index]!
    if (taken[index] || token.kind !== 'word' || !(token.classes & nounBits)) continue
    const next = sheet[index + 1]
    // The head is the last noun of its row: `campaign spokesman`, `police officer`.
    if (next && !taken[index + 1] && next.classes & nounBits && next.kind === 'word' && !token.possessive && !(next.classes & cueBits && !(next.classes & (wordClass.person | wordClass.group)))) continue
    if (token.classes & cueBits && !(token.classes & (wordClass.person | wordClass.group)) && !precededByDeterminer(sheet, index)) continue
    const from = nounPhraseStart(sheet, index, taken)
    mentions.push(nounMention(sheet, paragraph, from, index, taken))
  }
}

function precededByDeterminer(sheet: Sheet, index: number): boolean {
  for (let at = index - 1; at >= 0 && at > index - 4; at--) {
    const token = sheet[at]!
    if (token.kind !== 'word') return false
    if (token.classes & wordClass.determiner || token.possessive) return true
    if (token.classes & stops) return false
  }
  return false
}

function nounMention(sheet: Sheet, paragraph: number, from: number, head: number, taken: Uint8Array): Mention {
  const token = sheet[head]!
  let kind: MentionKind = 'other'
  if (token.classes & wordClass.person) kind = token.classes & wordClass.plural || (/s$/.test(token.lower) && !/ss$/.test(token.lower)) || token.lower === 'people' || token.lower === 'others' ? 'personPlural' : 'person'
  else if (token.classes & wordClass.group) kind = 'group'
  else if (token.classes & wordClass.document) kind = 'document'
  for (let index = from; index <= head; index++) taken[index] = 1
  return create(sheet, paragraph, from, head + 1, kind, token)
}

function nounPhraseStart(sheet: Sheet, head: number, taken: Uint8Array): number {
  let start = head
  while (start > 0 && head - start < 8) {
    const token = sheet[start - 1]!
    if (token.kind !== 'word') {
      // A hyphenated or coordinated modifier is one token already; a sign ends the phrase.
      break
    }
    if (token.sentence !== sheet[head]!.sentence) break
    if (token.classes & wordClass.determiner) {
      start--
      if (!(sheet[start - 1]?.classes && sheet[start - 1]!.classes & wordClass.determiner)) break
      continue
    }
    if (token.classes & stops && token.lower !== 'former') break
    if (token.classes & (cueBits | wordClass.adverb) && !token.capital && !(token.classes & nounBits)) break
    if (taken[start - 1] && !token.possessive && !token.capital) break
    start--
  }
  return start
}

function describe(sheet: Sheet, mentions: Mention[]): void {
  let lastSentence = -1
  let before: Mention | null = null
  for (const mention of mentions) {
    mention.firstInSentence = mention.sentence !== lastSentence
    lastSentence = mention.sentence
    const previous = sheet[mention.from - 1]
    if (previous && previous.sentence === mention.sentence && previous.kind === 'word') {
      mention.afterPreposition = (previous.classes & wordClass.preposition) !== 0
      mention.afterVerb = (previous.classes & cueBits) !== 0 || /(?:ed|ing)$/.test(previous.lower)
    }
    if (before && previous?.text === ',' && before.to === mention.from - 1 && before.sentence === mention.sentence) {
      const isNoun = mention.kind === 'person'
      if (isNoun && isName(before)) mention.apposed = before
      else if (isName(mention) && before.kind === 'person' && sheet[before.from]!.classes & wordClass.determiner) before.apposed = mention
    }
    before = mention
  }
}

/** Whether a mention is somebody's name. */
export function isName(mention: Mention): boolean {
  return mention.kind === 'fullName' || mention.kind === 'shortName' || mention.kind === 'unsureName'
}

function linkCues(sheet: Sheet, paragraph: number, taken: Uint8Array, mentions: Mention[]): void {
  const endingAt = new Map<number, Mention>()
  const startingAt = new Map<number, Mention>()
  for (const mention of mentions) {
    endingAt.set(mention.to, mention)
    startingAt.set(mention.from, mention)
  }
  for (let index = 0; index < sheet.length; index++) {
    const token = sheet[index]!
    if (token.kind === 'sign') {
      if (token.text === ':' && endingAt.has(index)) set(endingAt.get(index)!, 'colon', index, index + 1)
      continue
    }
    if (token.lower === 'according' && sheet[index + 1]?.lower === 'to') {
      const source = startingAt.get(index + 2) ?? addSource(sheet, paragraph, index + 2, taken, mentions, startingAt, endingAt)
      if (source) set(source, 'accordingTo', index, index + 2)
      continue
    }
    if (!(token.classes & cueBits) || (taken[index] && !(token.classes & wordClass.say))) continue
    if (taken[index] && token.classes & nounBits) continue
    linkVerb(sheet, paragraph, index, taken, mentions, startingAt, endingAt)
  }
}

function set(mention: Mention, link: CueLink, cue: number, cueEnd: number): void {
  const rank = (kind: CueLink): number => (kind === 'none' || kind === 'object' ? 0 : kind === 'participle' || kind === 'coordinated' ? 1 : 2)
  if (rank(mention.link) > rank(link)) return
  if (rank(mention.link) === 2 && rank(link) === 2 && mention.link !== 'colon') return
  mention.link = link
  mention.cue = cue
  mention.cueEnd = cueEnd
}

function linkVerb(sheet: Sheet, paragraph: number, cue: number, taken: Uint8Array, mentions: Mention[], startingAt: Map<number, Mention>, endingAt: Map<number, Mention>): void {
  const token = sheet[cue]!
  const isParticiple = (token.classes & wordClass.participle) !== 0
  // Inverted: `" said Roe`, `, says Roe`.
  const before = sheet[cue - 1]
  const afterQuotation = before?.kind === 'quotation' || (before?.text === ',' && sheet[cue - 2]?.kind === 'quotation')
  let left = cue - 1
  while (left >= 0 && sheet[left]!.kind === 'word' && !taken[left] && sheet[left]!.classes & (wordClass.auxiliary | wordClass.adverb)) left--
  const direct = endingAt.get(left + 1)
  if (direct && direct.sentence === token.sentence && !(isParticiple && !(sheet[cue - 1]!.classes & wordClass.auxiliary) && direct.to === cue && direct.afterPreposition)) {
    const isOfPhrase = direct.afterPreposition && !isPronounSubject(direct)
    if (isOfPhrase) {
      const owner = headBefore(sheet, direct, mentions)
      if (owner) set(owner, 'subject', cue, cue + 1)
      else set(direct, 'subject', cue, cue + 1)
    } else set(direct, 'subject', cue, cue + 1)
  } else if (left >= 0 && sheet[left]!.text === ',' && !afterQuotation) {
    const owner = beforeInterposed(sheet, left, endingAt)
    if (owner) set(owner, isParticiple ? 'participle' : 'subjectApart', cue, cue + 1)
    else linkFirst(cue, token, mentions, 'participle')
  } else if (!afterQuotation && left >= 0 && sheet[left]!.kind === 'word' && !isParticiple && !(sheet[left]!.classes & (stops | wordClass.determiner)) && token.classes & wordClass.say) {
    const source = addPhrase(sheet, paragraph, left, taken, mentions, startingAt, endingAt)
    if (source) set(source, 'subject', cue, cue + 1)
  } else linkFirst(cue, token, mentions, isParticiple ? 'participle' : 'coordinated')
  let right = cue + 1
  while (right < sheet.length && sheet[right]!.kind === 'word' && !taken[right] && sheet[right]!.classes & wordClass.adverb) right++
  const follower = startingAt.get(right)
  if (follower && follower.sentence === token.sentence) {
    if (afterQuotation || (cue === 0 && token.classes & wordClass.say)) set(follower, 'inverted', cue, cue + 1)
    else if (follower.link === 'none') set(follower, 'object', cue, cue + 1)
  } else if (afterQuotation && token.classes & wordClass.say && right < sheet.length && sheet[right]!.kind === 'word') {
    const source = addSource(sheet, paragraph, right, taken, mentions, startingAt, endingAt)
    if (source) set(source, 'inverted', cue, cue + 1)
  }
}

function isPronounSubject(mention: Mention): boolean {
  return mention.kind === 'he' || mention.kind === 'they' || mention.kind === 'it' || mention.kind === 'first'
}

/** The mention that `of Roe`, `for the agency` hangs on, when nothing but the preposition stands between. */
function headBefore(sheet: Sheet, mention: Mention, mentions: readonly Mention[]): Mention | null {
  let best: Mention | null = null
  for (const other of mentions) {
    if (other.from >= mention.from) break
    if (other.sentence === mention.sentence && other.to === mention.from - 1) best = other
  }
  if (best?.afterPreposition) {
    const further = headBefore(sheet, best, mentions)
    return further ?? best
  }
  return best
}

/** The mention before a phrase between commas that ends at `comma`: `Roe, who ..., said`. */
function beforeInterposed(sheet: Sheet, comma: number, endingAt: Map<number, Mention>): Mention | null {
  const sentence = sheet[comma]!.sentence
  let found: Mention | null = null
  for (let index = comma - 1; index >= 0 && comma - index < 40 && sheet[index]!.sentence === sentence; index--) {
    if (sheet[index]!.kind === 'quotation' && comma - index < 3) return found
    if (sheet[index]!.text !== ',') continue
    const owner = endingAt.get(index)
    if (!owner || owner.possessive) continue
    if (owner.afterPreposition) continue
    found = owner
    if (owner.firstInSentence || isName(owner)) return owner
  }
  return found
}

function linkFirst(cue: number, token: Token, mentions: readonly Mention[], link: CueLink): void {
  for (let index = lastBefore(mentions, cue); index >= 0; index--) {
    const mention = mentions[index]!
    if (mention.sentence !== token.sentence) return
    if (mention.firstInSentence || (!mention.afterPreposition && !mention.afterVerb && !mention.possessive)) {
      if (mention.link === 'none' || mention.link === 'object') set(mention, link, cue, cue + 1)
      if (mention.firstInSentence || mention.link !== 'none') return
    }
  }
}

function lastBefore(mentions: readonly Mention[], token: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentions[middle]!.from < token) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** A noun phrase of unknown head that ends at token `head`: the subject of a verb of saying. */
function addPhrase(sheet: Sheet, paragraph: number, head: number, taken: Uint8Array, mentions: Mention[], startingAt: Map<number, Mention>, endingAt: Map<number, Mention>): Mention | null {
  if (taken[head]) return null
  const from = nounPhraseStart(sheet, head, taken)
  return insert(nounMention(sheet, paragraph, from, head, taken), mentions, startingAt, endingAt)
}

/** A noun phrase of unknown head that begins at token `from`: the source after `according to` or an inverted verb. */
function addSource(sheet: Sheet, paragraph: number, from: number, taken: Uint8Array, mentions: Mention[], startingAt: Map<number, Mention>, endingAt: Map<number, Mention>): Mention | null {
  let to = from
  while (to < sheet.length && to - from < 7 && sheet[to]!.kind === 'word') {
    const token = sheet[to]!
    const starting = startingAt.get(to)
    if (starting) return starting
    if (to > from && token.classes & (stops | cueBits)) break
    to++
    if (token.possessive) continue
  }
  if (to === from) return null
  return insert(nounMention(sheet, paragraph, from, to - 1, taken), mentions, startingAt, endingAt)
}

function insert(mention: Mention, mentions: Mention[], startingAt: Map<number, Mention>, endingAt: Map<number, Mention>): Mention {
  const at = lastBefore(mentions, mention.from) + 1
  mentions.splice(at, 0, mention)
  const before = mentions[at - 1]
  mention.firstInSentence = before?.sentence !== mention.sentence
  startingAt.set(mention.from, mention)
  endingAt.set(mention.to, mention)
  return mention
}
