import {cleanCaption} from './clean-caption.ts'
import {creditAgencies, creditConnectors} from './credit-words.ts'
import {findByline} from './find-byline.ts'

/** A caption's own words, and who is credited for the picture. */
export interface SplitCaption {
  text: string
  /** As printed, without the brackets and the word that introduces it left in (`Photo: …` keeps its words). */
  creditLine: string | null
  /** The photographer, when the credit line names one. */
  byline: string | null
}

/** Longest credit line that is looked for, in characters; also keeps every look at the end of a caption short. */
const maxCreditLength = 260

const creditKeyword =
  /(?:photo(?:s|graphs?|graphers?)?|pictures?|images?|pics?|video|graphic|illustration)\s?(?:credits?|courtesy|copyright|illustration|source)?(?:\s?[:|–—]|\s?\.{2,3}|\s(?:by|courtesy|copyright|via|credit)(?=\W|$))|(?:photo|image|picture|photo[\s-]illustration)[\s-](?:credits?|source|illustration)\s?(?:[:,–—-]|by|should read)|photo-illustration by|(?:mandatory\s|must\s)?credits?\s?(?::|\.{2,3}|…|–|-|\sby)|source\s?:|courtesy(?:\s(?:of|photo)|\s?[:/])|(?:image\s)?copyright(?=\s)|(?:all photos|pictures?) by|provided by|(?:fotos?|fotograf(?:ie|ia|ía|i)?|foto[\s-]?credits?|fotó|bild(?:er|quelle|nachweis|rechte)?|cr[ée]dits?\sphotos?|cr[ée]ditos?|photographies?|kuvat?|valokuva|nuotr\.|zdj(?:\.|ęcie)|фото|снимка|φωτ(?:ό|ογραφία))\s?[:/©]|fot\.\s(?=\p{Lu})|©|\(c\)|(?:submitted|contributed|supplied|handout|courtesy|staff)\s(?:photo|image|picture|pic)s?\.?$|\/\s?\p{Lu}{2,5} PHOTO\s?\//giu

/**
 * Takes the credit off a caption: in brackets (`(AP Photo/…)`), introduced (`Photo: …`, `Credit…`, `Photograph by …`, `© …`),
 * glued to the last word, or bare behind the last full stop (`REUTERS/…`, `Getty`). Several in a row are joined with a space.
 * A text without a credit comes back whole with nulls; one that is only a credit gives an empty `text`.
 */
export function splitCredit(text: string): SplitCaption {
  let rest = cleanCaption(text)
  const credits: string[] = []
  for (let pass = 0; pass < 5; pass += 1) {
    const at = findCreditStart(rest)
    if (at === null) break
    const credit = trimCredit(rest.slice(at))
    if (credit) credits.unshift(credit)
    rest = rest.slice(0, at).replace(/[\s|/,–—-]+$/u, '')
  }
  const creditLine = credits.length > 0 ? credits.join(' ') : null
  return {text: rest, creditLine, byline: creditLine ? findByline(credits) : null}
}

function trimCredit(credit: string): string {
  const bare = credit.trim().replace(/^[|/–—-]\s*/u, '')
  const inside = /^[([]\s?([^()[\]]*?)\s?[)\]]\.?$/u.exec(bare)
  return (inside?.[1] ?? bare).trim()
}

function findCreditStart(text: string): number | null {
  const shout = isShouted(text)
  return (
    bracketCredit(text) ??
    keywordCredit(text, shout) ??
    (shout ? null : (tailCredit(text) ?? slashCredit(text))) ??
    agencyCredit(text, shout)
  )
}

/** Capitals throughout: then a capital says nothing about names. */
function isShouted(text: string): boolean {
  if (!/\p{Lu}{4}/u.test(text)) return false
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0
  const lower = text.match(/\p{Ll}/gu)?.length ?? 0
  return upper > 12 && upper > lower * 3
}

function bracketCredit(text: string): number | null {
  const found = /[([]\s?([^()[\]]{1,200})[)\]]\s?\.?$/u.exec(text.slice(-maxCreditLength))
  if (!found?.[1]) return null
  const at = Math.max(0, text.length - maxCreditLength) + found.index
  return isCreditInBrackets(found[1].trim(), text.slice(0, at).trimEnd()) ? at : null
}

function isCreditInBrackets(inside: string, before: string): boolean {
  if (
    /^(?:left|right|cent(?:er|re)|middle|top|bottom|above|below|front|back|pictured|inset|file photo|file pic|file image|file|\d[\d:.,\s]*)$/iu.test(
      inside,
    )
  )
    return false
  if (
    /^(?:photo|image|picture|pic|credit|courtesy|source|illustration|graphic|file\s?[:/]|handout|supplied|submitted|contributed|©|copyright|provided by|via )/iu.test(
      inside,
    ) &&
    !/\b(?:is|are|was|were|shows|has|have)\b/u.test(inside)
  )
    return true
  if (/\b(?:photo|images|via|©)\b/iu.test(inside) && isNameLike(inside)) return true
  if (/^[\w.-]+\.(?:com|org|net|gov|edu|tv|co\.uk|ie|ca|in|au|eu|de|fr)$/iu.test(inside)) return true
  if (hasAgency(inside) && isNameLike(inside)) return true
  if (/\p{L}\s?\/\s?\p{Lu}/u.test(inside) && isNameLike(inside)) return true
  if (/^\p{Lu}{3,5}$/u.test(inside)) return !abbreviates(inside, before)
  return (
    /[.!?]["'”’]?$/u.test(before) &&
    wordsOf(inside).length <= 5 &&
    wordsOf(inside).length > 1 &&
    isNameLike(inside)
  )
}

/** `Workers' Party (WP)`: an abbreviation explains the words before it and credits nobody. */
function abbreviates(short: string, before: string): boolean {
  const words = wordsOf(before.slice(-120)).slice(-8)
  let at = short.length - 1
  for (let index = words.length - 1; index >= 0 && at >= 0; index -= 1) {
    if (words[index]?.[0]?.toUpperCase() === short[at]) at -= 1
    else if (/^\p{Lu}/u.test(words[index] ?? '')) break
  }
  return at < 0
}

function keywordCredit(text: string, shout: boolean): number | null {
  const from = Math.max(0, text.length - maxCreditLength)
  const tail = text.slice(from)
  for (const found of tail.matchAll(creditKeyword)) {
    const at = from + found.index
    const before = text.slice(Math.max(0, at - 24), at)
    const behind = tail.slice(found.index + found[0].length)
    const starts = /(?:^|[.!?…:"'”’()[\]|/–—-]\s?)$/u.test(before)
    const capital = /^[\p{Lu}©(]/u.test(found[0])
    const glued = capital && /[\p{Ll}\p{N}]$/u.test(before) && !/\s$/u.test(before)
    if (!starts && !glued && !(capital && !shout)) continue
    if (found[0].toLowerCase().startsWith('provided') && !starts) continue
    if (at === 0 && !isCreditOnly(found[0], behind)) continue
    // Title case throughout: `Car Show Photos: Main Street Parade` is a heading.
    const isHeading =
      /^(?:photos|images|pictures|video)\s?[:|–—]/iu.test(found[0]) &&
      !/(?:^|\s)\p{Ll}/u.test(text.slice(0, at))
    if (!starts && !glued && isHeading) continue
    if (!isNameLike(behind) || wordsOf(behind).length > 26) continue
    if (wordsOf(behind).length === 0 && !/(?:photo|image|picture|pic)s?\.?$/iu.test(found[0])) continue
    return at - (/[([]\s?$/u.exec(before)?.[0].length ?? 0)
  }
  return null
}

/** At the very beginning `Photo:` is a label, unless what follows can be nothing but a credit. */
function isCreditOnly(keyword: string, behind: string): boolean {
  if (/©|copyright/iu.test(keyword))
    return hasAgency(behind) && isNameLike(behind) && wordsOf(behind).length <= 8
  return (
    /by|via|credit|courtesy|source|submitted|contributed|supplied/iu.test(keyword) ||
    hasAgency(behind) ||
    behind.includes('/')
  )
}

/** Behind the last full stop: `REUTERS/Name`, `Name / AFP`, `Getty`, `Name for Magazine`. */
function tailCredit(text: string): number | null {
  const from = Math.max(0, text.length - 140)
  const tail = text.slice(from)
  let strong: number | null = null
  let weak: number | null = null
  for (const found of tail.matchAll(/[.!?…]["'”’)\]]*\s?(?=[\p{Lu}/])/gu)) {
    const start = found.index + found[0].length
    const behind = tail.slice(start)
    const before = text.slice(0, from + found.index)
    if (!isNameLike(behind) || wordsOf(behind).length > 10 || /[!?]$/u.test(behind)) continue
    // `U.S.`, `November 18, 2019.`: inside an abbreviation, or a date before the credit.
    if (/^\p{L}\./u.test(behind) && !/\s$/u.test(found[0])) continue
    if (/(?:^|\s)\d{1,2}(?:\W|$)/u.test(behind)) continue
    // `St. Jane Doe/Agency`: an abbreviation's dot ends no sentence, a name may begin there.
    const isAbbreviation = /(?:^|[\s.])\p{Lu}\p{L}{0,2}$/u.test(before) && /^\p{Lu}\p{Ll}/u.test(behind)
    // The last one: in a heading the sentence before looks like a name too.
    if (hasAgency(behind) || /\p{L}\s?\/\s?\p{L}/u.test(behind) || /\bvia\b/u.test(behind))
      strong = isAbbreviation ? strong : from + start
    else if (weak === null && isBareName(behind, before)) weak = from + start
  }
  return strong ?? weak
}

/** A few capitalised words behind a sentence that has small ones: `… immune system. Name for Magazine`. */
function isBareName(behind: string, before: string): boolean {
  if (wordsOf(behind).length > 4 || /[.,:;]$/u.test(behind) || !/[\p{Ll}\p{N})"'”’]$/u.test(before))
    return false
  return !endsInAbbreviation(before) && (before.match(/(?:^|\s)\p{Ll}/gu)?.length ?? 0) >= 3
}

function endsInAbbreviation(before: string): boolean {
  const last = /(\p{L}+)$/u.exec(before.slice(-20))?.[1] ?? ''
  return last.length <= 2 || (/^\p{Lu}/u.test(last) && last.length <= 5)
}

/** No full stop before it: `… in the city REUTERS/Name`, `… in the city Name / AFP`. */
function slashCredit(text: string): number | null {
  const from = Math.max(0, text.length - 100)
  const tail = text.slice(from)
  if (!tail.includes('/')) return null
  const agencyFirst =
    /(?:\s|(?<=\p{Ll}))((?:REUTERS|AFP(?: PHOTO)?|AP(?: Photo)?|EPA|PA|THE CANADIAN PRESS|[\p{Lu}]{3,})\s?\/\s?\p{Lu}[\p{L}'’.-]*(?:\s\p{Lu}[\p{L}'’.-]*){0,4})$/u.exec(
      tail,
    )
  if (agencyFirst?.[1]) {
    const at = from + agencyFirst.index + agencyFirst[0].length - agencyFirst[1].length
    // `KIT DOW/AGENCY`: all of the name is in capitals.
    return (
      at -
      (/(?:(?<=\s)\p{Lu}[\p{Lu}.'’-]+\s){1,3}$/u.exec(text.slice(Math.max(0, at - 60), at))?.[0].length ?? 0)
    )
  }
  const nameFirst =
    /(?<=[\p{Ll}.,)"”’]\s)(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’.-]*){1,3}\s?\/\s?[\p{L}][\p{L}\p{N}\s/.-]{1,50})$/u.exec(
      tail,
    )
  if (nameFirst?.[1] && hasAgency(nameFirst[1])) return from + nameFirst.index
  return null
}

/** A bare agency as the last words: `… Timothy Weeks AP`, `… a rabbit Getty Images`. */
function agencyCredit(text: string, shout: boolean): number | null {
  if (shout || !hasCapital(lastWord(text))) return null
  const found =
    /(?:^|[\s.,)"”’]|(?<=\p{Ll}))((?:\p{Lu}[\p{L}-]*\s){0,2}\p{Lu}[\p{L}-]+)(?:\s?[-–—]\s?(?:Contributor|Stringer|Staff|File))?\.?$/u.exec(
      text.slice(-70),
    )
  if (!found?.[1]) return null
  const from = Math.max(0, text.length - 70)
  const words = found[1].split(' ')
  for (let skip = 0; skip < words.length; skip += 1) {
    const name = words.slice(skip).join(' ')
    if (!creditAgencies.has(name.toLowerCase())) continue
    if (
      name.length > 3 &&
      !/^\p{Lu}+$/u.test(name) &&
      !/getty|reuters|shutterstock|istock|alamy|bloomberg|associated press/iu.test(name)
    )
      continue
    const at =
      from +
      found.index +
      found[0].indexOf(found[1]) +
      words.slice(0, skip).join(' ').length +
      (skip > 0 ? 1 : 0)
    if (
      /(?:^|\s)(?:by|from|of|the|at|in|to|with|for|on|via|near|and|a|an|its|their)\s?$/iu.test(
        text.slice(Math.max(0, at - 12), at),
      )
    )
      return null
    return at
  }
  return null
}

/** The letters and hyphens at the end, a full stop left out. */
function lastWord(text: string): string {
  const end = text.endsWith('.') ? text.length - 1 : text.length
  let start = end
  while (start > 0 && end - start < 40 && !/[\s.,()"”’/]/u.test(text[start - 1]!)) start -= 1
  return text.slice(start, end)
}

function hasCapital(word: string): boolean {
  return word !== word.toLowerCase()
}

/** Capitals, connectors, years and marks only: what a credit line is made of, and a sentence is not. */
function isNameLike(text: string): boolean {
  const words = wordsOf(text)
  let small = 0
  for (const word of words) {
    if (/^[\p{Lu}\p{N}]/u.test(word) || /^\p{Lo}/u.test(word)) continue
    const lower = word.toLowerCase()
    if (
      creditConnectors.has(lower) ||
      creditAgencies.has(lower) ||
      /^(?:left|right|cent(?:er|re)|top|bottom|above|below|middle|undated|www|http|https|com|org|net)$/u.test(
        lower,
      )
    )
      continue
    small += 1
  }
  return words.length > 0 ? small === 0 : true
}

function hasAgency(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []
  return words.some(
    (word, index) =>
      creditAgencies.has(word) ||
      creditAgencies.has(`${word} ${words[index + 1] ?? ''}`) ||
      creditAgencies.has(`${word} ${words[index + 1] ?? ''} ${words[index + 2] ?? ''}`),
  )
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? []
}
