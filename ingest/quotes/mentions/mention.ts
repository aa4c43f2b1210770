import {wordClass} from '../words/lexicon.ts'
import type {Person} from '../people/people.ts'
import type {Sheet, Token} from '../words/tokens.ts'

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

export function create(
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

/** Puts a mention on the map; mentions that it covers wholly are dropped. */
export function place(map: MentionMap, mention: Mention): Mention {
  for (let index = mention.from; index < mention.to; index++) map[index] = mention
  return mention
}

/** Whether a mention is somebody's name. */
export function isName(mention: Mention): boolean {
  return mention.kind === 'fullName' || mention.kind === 'shortName' || mention.kind === 'unsureName'
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
