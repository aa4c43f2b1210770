import type {Article} from '../article.ts'
import {wordClass} from '../words/lexicon.ts'
import {isName} from '../mentions/mention.ts'
import type {Mention} from '../mentions/mention.ts'
import type {Person} from './people.ts'
import {toTokens} from '../words/tokens.ts'
import type {Sheet, Token} from '../words/tokens.ts'

/** Words that make another office of an office: a deputy or former mayor is not the mayor. */
const telling =
  /^(?:vice|deputy|assistant|former|ex|acting|shadow|prime|first|foreign|home|education|health|defense|defence|finance|interior|justice|press|attorney|lieutenant|state|culture|transport|trade|energy|environment|work|pensions)$/
const aliases: Record<string, string> = {
  sen: 'senator',
  rep: 'representative',
  gov: 'governor',
  gen: 'general',
  lt: 'lieutenant',
  sgt: 'sergeant',
  col: 'colonel',
  capt: 'captain',
  prof: 'professor',
  rev: 'reverend',
  pm: 'prime minister',
  premier: 'prime minister',
  congresswoman: 'representative',
  congressman: 'representative',
  vice_president: 'vice president',
}

/** Words that end a noun phrase. */
const notOfPhrase =
  wordClass.say |
  wordClass.auxiliary |
  wordClass.preposition |
  wordClass.conjunction |
  wordClass.pronoun |
  wordClass.determiner

/** Learns who holds which role from titles (`Mayor Roe`) and from phrases set beside names (`Roe, the mayor,`). */
export function learnRoles(article: Article): void {
  for (let paragraph = 0; paragraph < article.sheets.length; paragraph++) {
    const sheet = article.sheets[paragraph]!
    for (const mention of article.mentions[paragraph]!) {
      if (isName(mention) && mention.person) {
        learnTitle(sheet, mention, mention.person)
        learnSetBeside(article.sources[paragraph]!.text, sheet, mention, mention.person)
      } else if (mention.apposed?.person && mention.kind === 'person')
        learnApposition(article.sources[paragraph]!.text, sheet, mention, mention.apposed.person)
    }
  }
  for (const stretch of article.stretches)
    learnQuotedTitles(article, article.sources[stretch.paragraph]!.text.slice(stretch.start, stretch.end))
}

function learnTitle(sheet: Sheet, mention: Mention, person: Person): void {
  const words: Token[] = []
  for (let index = mention.from; index < mention.to; index++) {
    const token = sheet[index]!
    if (token.text === person.surname || token.text === person.given) break
    words.push(token)
  }
  addRole(person, words)
}

/** `Roe, the corner-forward,`: what somebody is, in words that no list has. */
function learnSetBeside(text: string, sheet: Sheet, mention: Mention, person: Person): void {
  if (sheet[mention.to]?.text !== ',' || sheet[mention.to + 1]?.text !== 'the') return
  const from = mention.to + 2
  let to = from
  while (to < sheet.length && to - from < 4) {
    const token = sheet[to]!
    if (token.kind !== 'word' || token.capital || token.possessive || token.classes & notOfPhrase) break
    to++
  }
  const end = sheet[to]
  if (to === from || end?.kind !== 'sign' || !/^[,.;)]$/.test(end.text)) return
  const words = sheet.slice(from, to)
  const key = roleKey(words)
  if (!person.roles.has(key)) person.roles.set(key, text.slice(words[0]!.start, words.at(-1)!.end))
}

function addRole(person: Person, words: readonly Token[]): void {
  const last = words.at(-1)
  if (
    !last ||
    /^(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady)\.?$/.test(last.lower) ||
    !(last.classes & (wordClass.title | wordClass.person | wordClass.office))
  )
    return
  const text = words.map((word) => (word.possessive ? `${word.text}’s` : word.text)).join(' ')
  const key = roleKey(words)
  if (!person.roles.has(key)) person.roles.set(key, text)
}

function learnApposition(text: string, sheet: Sheet, mention: Mention, person: Person): void {
  const words = sheet
    .slice(mention.from, mention.to)
    .filter((token) => !(token.classes & wordClass.determiner))
  if (words.length === 0) return
  const key = roleKey(words)
  if (!person.roles.has(key)) person.roles.set(key, text.slice(words[0]!.start, phraseEnd(sheet, mention)))
  if (person.personhood <= 0) person.personhood = 1
}

/** Where a noun phrase ends with what is said of it: `a spokesman for the agency`. */
export function phraseEnd(sheet: Sheet, mention: Mention): number {
  let index = mention.to
  const joiner = sheet[index]
  if (
    joiner?.kind !== 'word' ||
    !(
      /^(?:for|of|at|with|from|to|in|inside)$/.test(joiner.lower) ||
      // `a source on the show`, not `a source on Monday`
      (joiner.lower === 'on' &&
        sheet[index + 1] !== undefined &&
        sheet[index + 1]!.classes & wordClass.determiner)
    ) ||
    sheet[mention.to - 1]!.possessive
  )
    return mention.end
  let end = mention.end
  for (index++; index < sheet.length && index - mention.to < 9; index++) {
    const token = sheet[index]!
    if (token.kind !== 'word' || token.sentence !== sheet[mention.from]!.sentence) break
    if (token.classes & (wordClass.say | wordClass.auxiliary | wordClass.pronoun) && !token.capital) break
    if (token.classes & wordClass.conjunction && !(token.lower === 'and' && sheet[index + 1]?.capital)) break
    if (token.classes & wordClass.preposition && token.lower !== 'of' && token.lower !== 'for') break
    if (token.classes & wordClass.calendar) break
    if (token.lower.endsWith('ed') && !token.capital) break
    if (!(token.classes & (wordClass.determiner | wordClass.preposition | wordClass.conjunction)))
      end = token.end
  }
  return end
}

const quotedTitle = /\b(\p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+)?) (\p{Lu}[\p{L}'’-]+)\b/gu

function learnQuotedTitles(article: Article, text: string): void {
  for (const match of text.matchAll(quotedTitle)) {
    const words = toTokens(match[1]!)
    const last = words.at(-1)
    if (!last || !(last.classes & wordClass.office)) continue
    const person = article.people.bySurnameAlone(match[2]!)
    if (person) addRole(person, words)
  }
}

/** The name under which a role is compared: its head, with the words that make another office of it. */
export function roleKey(words: readonly Token[]): string {
  const head = words.at(-1)!.lower.replace(/\.$/, '')
  const parts: string[] = []
  for (const word of words.slice(0, -1))
    if (telling.test(word.lower) || word.lower.startsWith('ex-')) parts.push(word.lower)
  const key = [...parts, head].join(' ')
  return aliases[key] ?? key
}
