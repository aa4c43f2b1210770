import type {Article} from '../article.ts'
import {wordClass} from '../words/lexicon.ts'
import lexicon from '../data/lexicon.json' with {type: 'json'}
import {firstAfter, isName} from '../mentions/mention.ts'
import type {Mention} from '../mentions/mention.ts'
import type {Gender, Person} from './people.ts'
import {roleKey} from './roles.ts'
import type {Sheet} from '../words/tokens.ts'
import {toTokens} from '../words/tokens.ts'

/** What the copy tells of the holder of an office that it never names together with one. */
interface Evidence {
  /** People named in one sentence with the office, and so somebody else. */
  others: Set<number>
  gender: Gender
}

/** So many people are weighed for an office; more would make long copy slow and the answer no surer. */
const maxPeople = 40

/** Roles that any number of people in the copy may have: no office to be worked out by exclusion. */
const common =
  /^(?:leader|star|executive|founder|owner|boss|author|host|actor|actress|singer|official|democrat|republican|conservative|liberal|lawmaker|politician|director|manager|coach|captain|judge|professor|candidate|contender|anchor|head|editor|chef)$/

/**
 * Ties definite roles (`the president`) to people: to the holder whom the copy titles so; for an office with no such
 * holder, to the person of the copy so far who could be it. Somebody could not who holds another office, who is named in
 * one sentence with it, or whose gender a pronoun behind the office contradicts.
 */
export function tieOffices(article: Article): void {
  const holders = holdersByRole(article)
  const evidence = gatherEvidence(article)
  const named: Person[] = []
  const lastSeen = new Map<number, number>()
  for (let paragraph = 0; paragraph < article.sheets.length; paragraph++) {
    const sheet = article.sheets[paragraph]!
    for (const mention of article.mentions[paragraph]!) {
      if (isName(mention) && mention.person) {
        if (!lastSeen.has(mention.person.id) && named.length < maxPeople) named.push(mention.person)
        lastSeen.set(mention.person.id, paragraph)
        continue
      }
      if (mention.kind === 'other' && mention.person === null && isDefinite(sheet, mention)) {
        const known = holders.get(keyOf(sheet, mention))
        if (known) mention.person = latest(known, mention, lastSeen)
        else if (speaks(mention) && doer.test(mention.head)) mention.person = onlyOneBefore(article, mention)
        if (mention.person) lastSeen.set(mention.person.id, paragraph)
        continue
      }
      if (mention.kind === 'organizationName' && speaks(mention) && demonyms.has(mention.head)) {
        mention.person = onlyOneBefore(article, mention)
        continue
      }
      if (mention.kind !== 'person' || mention.person) continue
      if (mention.apposed?.person) {
        mention.person = mention.apposed.person
        continue
      }
      if (!isDefinite(sheet, mention)) continue
      const key = keyOf(sheet, mention)
      const known = holders.get(key) ?? byHead(holders, key)
      mention.person = known
        ? latest(known, mention, lastSeen)
        : workOut(article, paragraph, mention, key, evidence.get(key), named, holders)
      if (mention.person) lastSeen.set(mention.person.id, paragraph)
    }
  }
}

/** Nouns of persons by what they do or where they play; most in -er can be firms (`the insurer said`). */
const doer =
  /(?:ist|man|woman|forward|back|winger|wing|hooker|prop|keeper|striker|midfielder|defender|bowler|spinner|seamer|rider|sprinter|swimmer|golfer|boxer|skipper|fielder|pitcher|quarterback)$/
const demonyms: ReadonlySet<string> = new Set(lexicon.demonyms.split(' '))
const paragraphsBefore = 2

function speaks({link}: Mention): boolean {
  return link === 'subject' || link === 'inverted' || link === 'subjectApart'
}

/** `said the corner-forward`, `said the Finn`: the one person whom the copy before it names, in the nearest paragraph that names any. */
function onlyOneBefore(article: Article, mention: Mention): Person | null {
  for (let back = 0; back <= paragraphsBefore && mention.paragraph - back >= 0; back++) {
    const mentions = article.mentions[mention.paragraph - back]!
    const last = back === 0 ? firstAfter(mentions, mention.from) : mentions.length
    let found: Person | null = null
    for (const other of mentions.slice(Math.max(0, last - maxPeople), last)) {
      if (!isName(other) || !other.person) continue
      if (other.person.personhood < 0 || (other.person.given === '' && other.person.personhood === 0))
        continue
      if (found !== null && found !== other.person) return null
      found = other.person
    }
    if (found !== null) return found
  }
  return null
}

function holdersByRole(article: Article): Map<string, Person[]> {
  const holders = new Map<string, Person[]>()
  for (const person of article.people.list) {
    for (const key of person.roles.keys()) {
      const list = holders.get(key)
      if (!list) holders.set(key, [person])
      else if (list.length < maxPeople) list.push(person)
    }
  }
  return holders
}

/** `the minister` for the one `transport minister` of the copy. */
function byHead(holders: ReadonlyMap<string, Person[]>, key: string): Person[] | undefined {
  if (key.includes(' ')) return undefined
  let found: Person[] | undefined
  let looked = 0
  for (const [role, people] of holders) {
    if (++looked > 200) return undefined
    if (!role.endsWith(` ${key}`) || /^(?:former|ex|vice|deputy|assistant|shadow)\b/.test(role)) continue
    if (found && found[0] !== people[0]) return undefined
    found = people
  }
  return found
}

function isDefinite(sheet: Sheet, mention: Mention): boolean {
  if (sheet[mention.from]!.lower !== 'the' || mention.to - mention.from < 2) return false
  for (let index = mention.from; index < mention.to; index++)
    if (sheet[index]!.possessive && index < mention.to - 1) return false
  return true
}

function keyOf(sheet: Sheet, mention: Mention): string {
  return roleKey(sheet.slice(mention.from + 1, mention.to))
}

function isOffice(sheet: Sheet, mention: Mention): boolean {
  const head = sheet[mention.to - 1]!
  return (head.classes & wordClass.office) !== 0 && !common.test(head.lower)
}

function gatherEvidence(article: Article): Map<string, Evidence> {
  const evidence = new Map<string, Evidence>()
  for (let paragraph = 0; paragraph < article.sheets.length; paragraph++) {
    const sheet = article.sheets[paragraph]!
    const mentions = article.mentions[paragraph]!
    for (let index = 0; index < mentions.length; index++) {
      const mention = mentions[index]!
      if (
        mention.kind !== 'person' ||
        mention.apposed ||
        !isDefinite(sheet, mention) ||
        !isOffice(sheet, mention)
      )
        continue
      const key = keyOf(sheet, mention)
      const known = evidence.get(key) ?? {others: new Set<number>(), gender: 'unknown' as Gender}
      evidence.set(key, known)
      for (let at = Math.max(0, index - 8); at < Math.min(mentions.length, index + 8); at++) {
        const other = mentions[at]!
        if (other.sentence === mention.sentence && isName(other) && other.person)
          known.others.add(other.person.id)
      }
      if (known.gender === 'unknown') known.gender = genderBehind(sheet, mention, mentions[index + 1])
    }
  }
  joinEvidence(evidence)
  return evidence
}

/** The gender of a pronoun that follows an office before anybody is named: `the minister said her officials`. */
function genderBehind(sheet: Sheet, mention: Mention, next: Mention | undefined): Gender {
  const end = Math.min(next && isName(next) ? next.from : sheet.length, mention.to + 10)
  for (let index = mention.to; index < end; index++) {
    const token = sheet[index]!
    if (token.sentence !== mention.sentence) return 'unknown'
    if (token.lower === 'she' || token.lower === 'her') return 'female'
    if (token.lower === 'he' || token.lower === 'his') return 'male'
  }
  return 'unknown'
}

/** `the minister` and the only `transport minister` of the copy are one office. */
function joinEvidence(evidence: Map<string, Evidence>): void {
  const longer = new Map<string, string | null>()
  for (const key of evidence.keys()) {
    const head = key.slice(key.lastIndexOf(' ') + 1)
    if (head !== key) longer.set(head, longer.has(head) ? null : key)
  }
  for (const [head, key] of longer) {
    const short = evidence.get(head)
    const long = key === null ? undefined : evidence.get(key)
    if (!short || !long || /^(?:former|ex|vice|deputy|assistant|shadow)\b/.test(key!)) continue
    for (const id of short.others) long.others.add(id)
    short.others = long.others
    if (long.gender === 'unknown') long.gender = short.gender
    else short.gender = long.gender
  }
}

function latest(
  people: readonly Person[],
  mention: Mention,
  lastSeen: ReadonlyMap<number, number>,
): Person | null {
  let best: Person | null = null
  let bestSeen = -1
  for (const person of people) {
    if (person.gender !== 'unknown' && mention.gender !== 'unknown' && person.gender !== mention.gender)
      continue
    const seen = lastSeen.get(person.id) ?? -1
    if (best && (seen < bestSeen || (seen === bestSeen && person.count <= best.count))) continue
    best = person
    bestSeen = seen
  }
  return best
}

function workOut(
  article: Article,
  paragraph: number,
  mention: Mention,
  key: string,
  evidence: Evidence | undefined,
  named: readonly Person[],
  holders: Map<string, Person[]>,
): Person | null {
  if (!evidence || !isOffice(article.sheets[paragraph]!, mention)) return null
  const most = named.reduce((top, person) => Math.max(top, person.count), 0)
  const free = named.filter((person) => {
    if (
      person.personhood < 2 ||
      person.count < most * 0.4 ||
      evidence.others.has(person.id) ||
      holdsOffice(person)
    )
      return false
    return person.gender === 'unknown' || evidence.gender === 'unknown' || person.gender === evidence.gender
  })
  const holder = established(free)
  if (!holder) return null
  holders.set(key, [holder])
  const sheet = article.sheets[paragraph]!
  holder.roles.set(
    key,
    article.sources[paragraph]!.text.slice(sheet[mention.from + 1]!.start, mention.end).replace(/['’]s$/, ''),
  )
  return holder
}

/** The one person left, or the one whom the copy is plainly about. */
function established(free: readonly Person[]): Person | null {
  const [first, second] = free.toSorted((a, b) => b.count - a.count)
  if (!first) return null
  if (!second) return first.count >= 2 ? first : null
  return first.count >= 4 && first.count >= second.count * 2 ? first : null
}

function holdsOffice(person: Person): boolean {
  for (const key of person.roles.keys())
    if (toTokens(key).at(-1)!.classes & (wordClass.office | wordClass.person)) return true
  return false
}
