import {wordClass} from '../words/lexicon.ts'
import {isName, type Mention, type MentionMap} from './mention.ts'
import type {Sheet} from '../words/tokens.ts'

/** How far back a subject is looked for, in tokens. */
const reach = 60

/** The mention that ends right before token `index`. */
export function endingAt(map: MentionMap, index: number): Mention | null {
  const mention = index > 0 ? map[index - 1] : null
  return mention && mention.to === index ? mention : null
}

export function openingBefore(sheet: Sheet, closing: number): number {
  let index = closing
  while (index > 0 && closing - index < 20 && sheet[index]!.text !== '(') index--
  return index
}

/** The mention that `who`, `which` or `that` before a verb stands for. */
export function relativeBefore(sheet: Sheet, left: number, map: MentionMap): Mention | null {
  const {sentence} = sheet[left]!
  for (let index = left; index > 0 && left - index < 7; index--) {
    const token = sheet[index]!
    if (token.sentence !== sentence || token.kind !== 'word' || (map[index] && index === left)) return null
    if (token.lower !== 'who' && token.lower !== 'which') continue
    return endingAt(map, sheet[index - 1]!.text === ',' ? index - 1 : index)
  }
  return null
}

/** The mention that `of Roe`, `for the agency` hangs on, when nothing but the preposition stands between. */
export function headBefore(sheet: Sheet, mention: Mention, map: MentionMap): Mention | null {
  let best: Mention | null = null
  let current = mention
  for (let step = 0; step < 4; step++) {
    let gap = current.from - 1
    if (gap > 0 && !(sheet[gap]!.classes & wordClass.preposition)) gap--
    if (gap < 0 || !(sheet[gap]!.classes & wordClass.preposition)) return best
    const owner = endingAt(map, gap)
    if (!owner || owner.sentence !== mention.sentence) return best
    best = owner
    if (!owner.afterPreposition) return best
    current = owner
  }
  return best
}

/** The mention before a phrase between commas that ends at `comma`: `Roe, who ..., said`. */
export function beforeInterposed(sheet: Sheet, comma: number, map: MentionMap): Mention | null {
  const {sentence} = sheet[comma]!
  let found: Mention | null = null
  for (
    let index = comma - 1;
    index >= 0 && comma - index < reach && sheet[index]!.sentence === sentence;
    index--
  ) {
    if (sheet[index]!.text !== ',') continue
    let owner = endingAt(map, index)
    if (!owner && sheet[index - 1]?.text === ')') owner = endingAt(map, openingBefore(sheet, index - 1))
    if (!owner || owner.possessive) continue
    if (owner.afterPreposition) {
      owner = headBefore(sheet, owner, map) ?? owner
      if (owner.afterPreposition) continue
    }
    found = owner
    if (isName(owner) || sheet[owner.from - 1]?.sentence !== sentence) return owner
  }
  return found
}

/** The likely subject of the sentence, looked for backwards from `from`. */
export function firstSubject(sheet: Sheet, from: number, map: MentionMap): Mention | null {
  const {sentence} = sheet[from]!
  let found: Mention | null = null
  for (
    let index = from - 1;
    index >= 0 && from - index < reach && sheet[index]!.sentence === sentence;
    index--
  ) {
    const mention = map[index]
    if (!mention) continue
    if (!mention.afterPreposition && !mention.afterVerb && !mention.possessive) found = mention
    index = mention.from
  }
  return found
}
