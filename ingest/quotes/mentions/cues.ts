import {cueBits, nounBits, stopBits, wordClass} from '../words/lexicon.ts'
import {isName, type CueLink, type Mention, type MentionMap} from './mention.ts'
import {placePhrase, placeSource} from './noun-phrases.ts'
import {
  beforeInterposed,
  endingAt,
  firstSubject,
  headBefore,
  openingBefore,
  relativeBefore,
} from './subjects.ts'
import type {Sheet, Token} from '../words/tokens.ts'

/** Ties every verb of saying, `according to` and colon of a sheet to the mention that it belongs to. */
export function linkCues(sheet: Sheet, paragraph: number, map: MentionMap): void {
  for (let index = 0; index < sheet.length; index++) {
    const token = sheet[index]!
    if (token.kind === 'sign') {
      if (token.text === ':') linkColon(sheet, index, map)
      else if (/^[―—–]$|^--$/.test(token.text)) linkDash(sheet, index, map)
      continue
    }
    if (token.kind !== 'word') continue
    if (
      (token.lower === 'according' && sheet[index + 1]?.lower === 'to') ||
      (token.lower === 'per' && sheet[index - 1]?.text === ',')
    ) {
      const cueEnd = token.lower === 'per' ? index + 1 : index + 2
      const source = placeSource(sheet, paragraph, cueEnd, map)
      if (source) set(source, 'accordingTo', index, cueEnd)
      continue
    }
    const covering = map[index]
    if (!(token.classes & cueBits)) {
      if (!covering) linkOtherVerb(sheet, index, map)
      continue
    }
    if (covering) {
      if (token.classes & nounBits || covering.kind === 'document') linkNoun(sheet, index, covering)
      continue
    }
    linkVerb(sheet, paragraph, index, map)
  }
}

/** Any other verb shows at least which mention is a subject: `Roe blasted`, `Roe is rolling out`. */
function linkOtherVerb(sheet: Sheet, index: number, map: MentionMap): void {
  const token = sheet[index]!
  if (
    token.capital ||
    !(token.classes & wordClass.auxiliary || (token.lower.endsWith('ed') && !(token.classes & stopBits)))
  )
    return
  let left = index - 1
  while (left >= 0 && sheet[left]!.kind === 'word' && !map[left] && sheet[left]!.classes & wordClass.adverb)
    left--
  const direct = endingAt(map, left + 1)
  if (!direct || direct.sentence !== token.sentence || direct.possessive) return
  const owner = direct.afterPreposition ? headBefore(sheet, direct, map) : direct
  if (owner?.link === 'none') set(owner, 'verb', index, index + 1)
}

function set(mention: Mention, link: CueLink, cue: number, cueEnd: number): void {
  const now = rankOf(mention.link)
  const then = rankOf(link)
  if (now > then || (now === 3 && then === 3 && mention.link !== 'colon')) return
  mention.link = link
  mention.cue = cue
  mention.cueEnd = cueEnd
}

function rankOf(link: CueLink): number {
  if (link === 'none' || link === 'object') return 0
  if (link === 'noun' || link === 'dash' || link === 'verb') return 1
  return link === 'participle' || link === 'coordinated' ? 2 : 3
}

function linkColon(sheet: Sheet, colon: number, map: MentionMap): void {
  const direct = endingAt(map, colon)
  if (direct && (!direct.afterPreposition || isName(direct))) {
    set(direct, 'colon', colon, colon + 1)
    return
  }
  const subject = firstSubject(sheet, colon, map)
  if (subject?.link === 'none') set(subject, 'colon', colon, colon + 1)
}

/** A name after a dash at the end of its paragraph signs the quotation before it. */
function linkDash(sheet: Sheet, dash: number, map: MentionMap): void {
  const next = map[dash + 1]
  if (next && sheet[dash - 1]?.kind === 'quotation' && isName(next)) set(next, 'dash', dash, dash + 1)
}

/** A noun of saying belongs to who is named in front of it: `Roe's claim that`. */
function linkNoun(sheet: Sheet, index: number, covering: Mention): void {
  if (covering.link === 'none' && sheet[index + 1]?.lower === 'that') set(covering, 'noun', index, index + 1)
}

function linkVerb(sheet: Sheet, paragraph: number, cue: number, map: MentionMap): void {
  const token = sheet[cue]!
  const isParticiple = (token.classes & wordClass.participle) !== 0
  const before = sheet[cue - 1]
  const afterQuotation =
    before?.kind === 'quotation' || (before?.text === ',' && sheet[cue - 2]?.kind === 'quotation')
  linkLeft(sheet, paragraph, cue, token, isParticiple, afterQuotation, map)
  let right = cue + 1
  while (
    right < sheet.length &&
    sheet[right]!.kind === 'word' &&
    !map[right] &&
    sheet[right]!.classes & wordClass.adverb
  )
    right++
  const inverts = (afterQuotation || cue === 0) && token.classes & wordClass.say && !isParticiple
  let follower = right < sheet.length ? map[right] : null
  if (follower?.possessive && follower.from === right && isName(map[follower.to] ?? follower))
    follower = map[follower.to] ?? follower
  if (
    follower &&
    isName(follower) &&
    before?.text === ',' &&
    !inverts &&
    token.classes & wordClass.say &&
    !isParticiple &&
    follower.link === 'none'
  )
    set(follower, 'inverted', cue, cue + 1)
  if (follower && follower.from >= right && follower.sentence === token.sentence) {
    if (inverts) set(follower, 'inverted', cue, cue + 1)
    else if (follower.link === 'none') set(follower, 'object', cue, cue + 1)
  } else if (
    inverts &&
    sheet[right]?.kind === 'word' &&
    !(sheet[right]!.classes & (wordClass.preposition | wordClass.conjunction))
  ) {
    const source = placeSource(sheet, paragraph, right, map)
    if (source) set(source, 'inverted', cue, cue + 1)
  }
}

function linkLeft(
  sheet: Sheet,
  paragraph: number,
  cue: number,
  token: Token,
  isParticiple: boolean,
  afterQuotation: boolean,
  map: MentionMap,
): void {
  let left = cue - 1
  while (
    left >= 0 &&
    sheet[left]!.kind === 'word' &&
    !map[left] &&
    sheet[left]!.classes & (wordClass.auxiliary | wordClass.adverb) &&
    sheet[left]!.sentence === token.sentence
  )
    left--
  const last = sheet[left]
  if (!last || last.sentence !== token.sentence) {
    if (isParticiple) linkNext(sheet, cue, map)
    return
  }
  const direct = endingAt(map, left + 1)
  // `32 % of Republican claims`: a noun, when a preposition holds what stands before it.
  if (
    direct?.afterPreposition &&
    left === cue - 1 &&
    token.lower.endsWith('s') &&
    !/^(?:that|["“])/.test(sheet[cue + 1]?.lower ?? '') &&
    sheet[cue + 1]?.kind === 'word' &&
    !headBefore(sheet, direct, map)
  )
    return
  if (direct?.possessive) {
    // `Roe’s comments`: a noun of saying.
    const subject = firstSubject(sheet, direct.from, map)
    if (!subject || rankOf(subject.link) < 3) set(direct, 'noun', cue, cue + 1)
    return
  }
  if (direct) {
    const owner =
      direct.afterPreposition && !isParticiple ? (headBefore(sheet, direct, map) ?? direct) : direct
    set(owner, isParticiple && left === cue - 1 ? 'participle' : 'subject', cue, cue + 1)
    return
  }
  if (last.text === ')') {
    const opening = openingBefore(sheet, left)
    const owner = endingAt(map, opening)
    if (owner) {
      set(owner, 'subject', cue, cue + 1)
      return
    }
  }
  const relative = relativeBefore(sheet, left, map)
  if (relative) {
    set(relative, 'relative', cue, cue + 1)
    return
  }
  if (last.text === ',' && !afterQuotation) {
    const owner = beforeInterposed(sheet, left, map)
    if (owner) {
      set(owner, isParticiple ? 'participle' : 'subjectApart', cue, cue + 1)
      return
    }
  } else if (
    !afterQuotation &&
    last.kind === 'word' &&
    !isParticiple &&
    token.classes & wordClass.say &&
    !(last.classes & (stopBits | wordClass.determiner))
  ) {
    const source = placePhrase(sheet, paragraph, left, map)
    if (source) {
      set(source, 'subject', cue, cue + 1)
      return
    }
  }
  const subject = firstSubject(sheet, cue, map)
  if (subject) set(subject, isParticiple ? 'participle' : 'coordinated', cue, cue + 1)
  else if (isParticiple) linkNext(sheet, cue, map)
}

/** `After saying so, Roe left`: the subject follows. */
function linkNext(sheet: Sheet, cue: number, map: MentionMap): void {
  const {sentence} = sheet[cue]!
  for (
    let index = cue + 1;
    index < sheet.length && index < cue + 40 && sheet[index]!.sentence === sentence;
    index++
  ) {
    const mention = map[index]
    if (!mention || mention.from !== index || sheet[index - 1]!.text !== ',') continue
    if (mention.link === 'none' || mention.link === 'object') set(mention, 'participle', cue, cue + 1)
    return
  }
}
