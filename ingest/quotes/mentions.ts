import {linkCues} from './cues.ts'
import {wordClass} from './lexicon.ts'
import type {NameSpan} from './names.ts'
import type {Person} from './people.ts'
import type {Sheet, Token} from './tokens.ts'

/** How a mention hangs on a cue. The order is that of the learned weights. */
export const cueLinks = [
  'none',
  'subject',
  'subjectApart',
  'inverted',
  'accordingTo',
  'participle',
  'colon',
  'object',
  'coordinated',
  'relative',
  'noun',
  'dash',
  'verb',
] as const
export type CueLink = (typeof cueLinks)[number]

/** What kind of source a mention could be. The order is that of the learned weights. */
export const mentionKinds = [
  'fullName',
  'shortName',
  'unsureName',
  'organizationName',
  'he',
  'they',
  'it',
  'first',
  'possessivePronoun',
  'objectPronoun',
  'person',
  'personPlural',
  'group',
  'document',
  'other',
] as const
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
  /** The mention this is set beside (`Jane Roe, the mayor,`): both stand for one person. */
  apposed: Mention | null
  /** Of a pronoun: the person it was found to stand for, and how surely. */
  resolved: {person: Person; probability: number} | null
  link: CueLink
  /** Token of the cue, or -1. */
  cue: number
  cueEnd: number
}

/** The mention, if any, that covers each token of a sheet. */
export type MentionMap = (Mention | null)[]

const stops = wordClass.preposition | wordClass.conjunction | wordClass.auxiliary | wordClass.pronoun
const cueBits = wordClass.say | wordClass.call
const nounBits = wordClass.person | wordClass.group | wordClass.document

/** Finds every mention of a sheet, in order, and ties the cues of saying to them. Linear in the length of the sheet. */
export function findMentions(sheet: Sheet, paragraph: number, names: readonly NameSpan[]): Mention[] {
  const map: MentionMap = sheet.map(() => null)
  for (const span of names) place(map, nameMention(sheet, paragraph, span))
  placePronouns(sheet, paragraph, map)
  placeNouns(sheet, paragraph, map)
  describe(sheet, listMentions(map))
  linkCues(sheet, paragraph, map)
  const mentions = listMentions(map)
  describe(sheet, mentions)
  return mentions
}

function listMentions(map: MentionMap): Mention[] {
  const mentions: Mention[] = []
  let last: Mention | null = null
  for (const mention of map) {
    if (mention && mention !== last) mentions.push(mention)
    if (mention) last = mention
  }
  return mentions
}

/** Puts a mention on the map; mentions that it covers wholly are dropped. */
export function place(map: MentionMap, mention: Mention): Mention {
  for (let index = mention.from; index < mention.to; index++) map[index] = mention
  return mention
}

function create(
  sheet: Sheet,
  paragraph: number,
  from: number,
  to: number,
  kind: MentionKind,
  head: Token,
): Mention {
  return {
    paragraph,
    from,
    to,
    start: sheet[from]!.start,
    end: sheet[to - 1]!.end,
    kind,
    person: null,
    head: head.lower,
    gender: genderOf(head),
    sentence: sheet[from]!.sentence,
    possessive: sheet[to - 1]!.possessive,
    afterPreposition: false,
    afterVerb: false,
    firstInSentence: false,
    apposed: null,
    resolved: null,
    link: 'none',
    cue: -1,
    cueEnd: -1,
  }
}

function genderOf(token: Token): 'female' | 'male' | 'unknown' {
  if (token.classes & wordClass.female || token.lower === 'she' || token.lower === 'her') return 'female'
  if (
    token.classes & wordClass.male ||
    token.lower === 'he' ||
    token.lower === 'his' ||
    token.lower === 'him'
  )
    return 'male'
  return 'unknown'
}

function nameMention(sheet: Sheet, paragraph: number, span: NameSpan): Mention {
  const {person} = span
  let kind: MentionKind = 'organizationName'
  if (person && !span.organization) {
    if (person.personhood <= 0) kind = 'unsureName'
    else kind = span.full ? 'fullName' : 'shortName'
  }
  let from = span.titleFrom
  if (kind === 'unsureName' && span.words.length === 1 && isDeterminedThing(sheet, from, person))
    kind = 'organizationName'
  if (
    kind === 'organizationName' &&
    sheet[from - 1]?.lower === 'the' &&
    sheet[from - 1]!.sentence === sheet[from]!.sentence
  )
    from--
  const mention = create(sheet, paragraph, from, span.to, kind, sheet[span.to - 1]!)
  mention.person = kind === 'organizationName' ? null : person
  if (person) mention.gender = person.gender
  return mention
}

/** `The Herald`, `the Finn`: no name of a person. */
function isDeterminedThing(sheet: Sheet, from: number, person: Person | null): boolean {
  const before = sheet[from - 1]?.text
  return before === 'The' || (before === 'the' && person !== null && person.personhood < 0)
}

const pronounKinds: Record<string, MentionKind> = {
  he: 'he',
  she: 'he',
  they: 'they',
  it: 'it',
  i: 'first',
  we: 'first',
  his: 'possessivePronoun',
  her: 'possessivePronoun',
  their: 'possessivePronoun',
  him: 'objectPronoun',
  them: 'objectPronoun',
}

function placePronouns(sheet: Sheet, paragraph: number, map: MentionMap): void {
  for (let index = 0; index < sheet.length; index++) {
    const token = sheet[index]!
    if (map[index] || !(token.classes & wordClass.pronoun)) continue
    const kind = pronounKinds[token.lower]
    if (kind) map[index] = create(sheet, paragraph, index, index + 1, kind, token)
  }
}

function placeNouns(sheet: Sheet, paragraph: number, map: MentionMap): void {
  for (let index = 0; index < sheet.length; index++) {
    const token = sheet[index]!
    if (token.kind !== 'word' || !(token.classes & nounBits) || map[index]) continue
    const next = sheet[index + 1]
    // The head is the last noun of its row: `campaign spokesman`, `police officer`.
    if (
      next &&
      next.kind === 'word' &&
      !map[index + 1] &&
      !token.possessive &&
      next.classes & nounBits &&
      !isVerb(sheet, index + 1)
    )
      continue
    if (isVerb(sheet, index) || isModifier(sheet, index)) continue
    place(map, nounMention(sheet, paragraph, phraseStart(sheet, index, map), index))
  }
}

const adjectival =
  /^(?:conservative|liberal|progressive|moderate|independent|republican|democrat|native|local|chief|head|fellow|executive|veteran|leader|public|press|media|state|star|expert|amateur|patient|elder|suspect|principal|general)$/

/** Whether a word that can be a noun or an adjective goes before another noun: `conservative radio host`. */
function isModifier(sheet: Sheet, index: number): boolean {
  const token = sheet[index]!
  const next = sheet[index + 1]
  if (
    !adjectival.test(token.lower) ||
    token.possessive ||
    next?.kind !== 'word' ||
    next.capital ||
    next.sentence !== token.sentence
  )
    return false
  return (
    !(
      next.classes &
      (stops | wordClass.adverb | wordClass.determiner | wordClass.past | wordClass.participle)
    ) && !(next.classes & cueBits && next.lower.endsWith('s'))
  )
}

/** Whether a word that can be a noun or a verb of saying is the verb: `The paper reports`, `the report notes`. */
function isVerb(sheet: Sheet, index: number): boolean {
  const token = sheet[index]!
  if (!(token.classes & cueBits)) return false
  const previous = sheet[index - 1]
  if (!previous || previous.sentence !== token.sentence) return false
  if (previous.kind !== 'word') return previous.kind === 'quotation' || previous.text === ','
  if (previous.possessive || previous.classes & (wordClass.determiner | wordClass.preposition))
    return previous.lower === 'to'
  if (previous.classes & wordClass.pronoun) return true
  const next = sheet[index + 1]
  const opensSpeech =
    !next || next.text === ':' || next.text === ',' || next.kind === 'quotation' || next.lower === 'that'
  const isBase = !(token.classes & (wordClass.past | wordClass.participle)) && !token.lower.endsWith('s')
  if (isBase && previous.kind === 'word' && !isPlural(previous)) return false
  if (previous.capital) return opensSpeech || !(token.classes & (wordClass.person | wordClass.group))
  return opensSpeech && (previous.classes & nounBits) !== 0
}

function nounMention(sheet: Sheet, paragraph: number, from: number, head: number): Mention {
  const token = sheet[head]!
  let kind: MentionKind = 'other'
  if (token.classes & wordClass.person) kind = isPlural(token) ? 'personPlural' : 'person'
  else if (token.classes & wordClass.group) kind = 'group'
  else if (token.classes & wordClass.document) kind = 'document'
  return create(sheet, paragraph, from, head + 1, kind, token)
}

function isPlural(token: Token): boolean {
  return (
    (token.classes & wordClass.plural) !== 0 ||
    (token.lower.endsWith('s') && !token.lower.endsWith('ss')) ||
    token.lower === 'people' ||
    token.lower === 'others'
  )
}

/** The first token of the noun phrase whose head is at `head`. */
export function phraseStart(sheet: Sheet, head: number, map: MentionMap): number {
  let start = head
  while (start > 0 && head - start < 9) {
    const token = sheet[start - 1]!
    if (token.kind !== 'word' || token.sentence !== sheet[head]!.sentence) break
    const covering = map[start - 1]
    if (token.possessive) {
      start = covering ? covering.from : start - 1
      if (start > 0 && !covering && sheet[start - 1]!.classes & wordClass.determiner) start--
      break
    }
    if (token.classes & wordClass.determiner) {
      start--
      if (
        !(
          start > 0 &&
          sheet[start - 1]!.classes & wordClass.determiner &&
          sheet[start - 1]!.sentence === token.sentence
        )
      )
        break
      continue
    }
    if (token.classes & stops) break
    if (covering) {
      if (covering.kind === 'fullName' || covering.kind === 'he') break
      start = covering.from
      continue
    }
    if (token.classes & (cueBits | wordClass.adverb) && !token.capital && !(token.classes & nounBits)) break
    if (!token.capital && token.lower.endsWith('ed') && start > 1 && map[start - 2]) break
    start--
  }
  return Math.max(start, head - 12)
}

function describe(sheet: Sheet, mentions: Mention[]): void {
  let lastSentence = -1
  for (let index = 0; index < mentions.length; index++) {
    const mention = mentions[index]!
    mention.firstInSentence = mention.sentence !== lastSentence
    lastSentence = mention.sentence
    const previous = sheet[mention.from - 1]
    if (previous?.sentence !== mention.sentence) continue
    // `the vicar, the Rev Jane Roe`
    if (previous.lower === 'the' && isName(mention) && sheet[mention.from - 2]?.text === ',')
      appose(sheet, mentions, index, mention.from - 2)
    if (previous.kind === 'word') {
      mention.afterPreposition = (previous.classes & wordClass.preposition) !== 0
      mention.afterVerb = (previous.classes & cueBits) !== 0 || /(?:ed|ing)$/.test(previous.lower)
    } else if (previous.text === ',') appose(sheet, mentions, index, mention.from - 1)
  }
}

/** Ties `Jane Roe, the mayor` and `the mayor, Jane Roe`, also with a phrase between: `a partner at the firm, Jane Roe`. */
function appose(sheet: Sheet, mentions: readonly Mention[], index: number, comma: number): void {
  const mention = mentions[index]!
  let before = mentions[index - 1]
  if (!before || before.sentence !== mention.sentence) return
  let end = before.to
  if (sheet[end]?.text === '(') while (end < comma && sheet[end - 1]!.text !== ')') end++
  if (end !== comma && !isPrepositional(sheet, end, comma)) return
  if (mention.kind === 'person' && isName(before) && end === comma) {
    if (before.afterPreposition && (before.person?.personhood ?? 0) < 2) return
    mention.apposed = before
    return
  }
  if (!isName(mention)) return
  for (let back = index - 1; before.afterPreposition && back > 0 && back > index - 4; back--)
    before = mentions[back - 1]!
  if (before.sentence !== mention.sentence) return
  if (
    before.kind === 'person' &&
    !before.possessive &&
    (sheet[before.from]!.classes & wordClass.determiner || sheet[before.from]!.possessive)
  )
    before.apposed = mention
}

/** `of the opposition`: nothing but a preposition's phrase stands from `from` up to `to`. */
function isPrepositional(sheet: Sheet, from: number, to: number): boolean {
  if (to - from < 2 || to - from > 8) return false
  for (let index = from; index < to; index++) {
    const token = sheet[index]!
    if (token.kind !== 'word') return false
    if (index === from && !(token.classes & wordClass.preposition)) return false
    if (token.classes & (cueBits | wordClass.auxiliary | wordClass.pronoun) && !(token.classes & nounBits))
      return false
  }
  return true
}

/** Whether a mention is somebody's name. */
export function isName(mention: Mention): boolean {
  return mention.kind === 'fullName' || mention.kind === 'shortName' || mention.kind === 'unsureName'
}

/** A noun phrase of unknown head that ends at token `head`: the subject of a verb of saying. */
export function placePhrase(sheet: Sheet, paragraph: number, head: number, map: MentionMap): Mention | null {
  if (map[head]) return null
  const from = phraseStart(sheet, head, map)
  const covering = map[from]
  return place(
    map,
    nounMention(
      sheet,
      paragraph,
      covering && isName(covering) && covering.person ? Math.min(covering.to, head) : from,
      head,
    ),
  )
}

/** A noun phrase of unknown head that begins at token `from`: the source after `according to` or an inverted verb. */
export function placeSource(sheet: Sheet, paragraph: number, from: number, map: MentionMap): Mention | null {
  let to = from
  while (to < sheet.length && to - from < 7 && sheet[to]!.kind === 'word') {
    const token = sheet[to]!
    const covering = map[to]
    if (covering && covering.from === to) return covering
    if (
      to > from &&
      (token.classes & stops ||
        (token.classes & cueBits &&
          (token.classes & (wordClass.past | wordClass.participle) || token.lower.endsWith('s'))))
    )
      break
    to++
  }
  return to === from ? null : place(map, nounMention(sheet, paragraph, from, to - 1))
}

/** The index of the first mention that begins at token `token` or behind it. */
export function firstAfter(mentions: readonly Mention[], token: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentions[middle]!.from < token) low = middle + 1
    else high = middle
  }
  return low
}
