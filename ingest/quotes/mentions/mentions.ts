import {describe} from './appositions.ts'
import {linkCues} from './cues.ts'
import {wordClass} from '../words/lexicon.ts'
import {create, place, type Mention, type MentionKind, type MentionMap} from './mention.ts'
import type {NameSpan} from '../names/name-spans.ts'
import {placeNouns} from './noun-phrases.ts'
import type {Person} from '../people/people.ts'
import type {Sheet} from '../words/tokens.ts'

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
