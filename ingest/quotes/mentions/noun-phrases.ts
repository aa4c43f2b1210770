import {cueBits, nounBits, stopBits, wordClass} from '../words/lexicon.ts'
import {create, isName, place, type Mention, type MentionKind, type MentionMap} from './mention.ts'
import type {Sheet, Token} from '../words/tokens.ts'

export function placeNouns(sheet: Sheet, paragraph: number, map: MentionMap): void {
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
      (token.classes & stopBits ||
        (token.classes & cueBits &&
          (token.classes & (wordClass.past | wordClass.participle) || token.lower.endsWith('s'))))
    )
      break
    to++
  }
  return to === from ? null : place(map, nounMention(sheet, paragraph, from, to - 1))
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
      (stopBits | wordClass.adverb | wordClass.determiner | wordClass.past | wordClass.participle)
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
    if (token.classes & stopBits) break
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
