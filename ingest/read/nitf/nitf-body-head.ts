import type {NewsItem} from '../../model/news-item.ts'
import type {Finding} from '../../model/finding.ts'
import {toBody} from '../xml/to-body.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantOf,
  descendantsOf,
  isElement,
  localName,
  rawTextOf,
  textOf,
  XmlText,
  type XmlElement,
} from '../xml/xml-tree.ts'
import {readNote} from './nitf-body.ts'
import {partFrom} from './part-names.ts'

/** Reads `body.head`: headlines, byline, dateline, abstract, notes, rights, distributor. */
export function readNitfBodyHead(head: XmlElement, item: NewsItem, _findings: Finding[]): void {
  readHeadlines(head, item)
  for (const note of childrenOf(head, 'note', 'ednote')) {
    if (!readNote(note, item)) {
      // `std` says that it is a note, not that readers may see it (NITF 3.6, `note/@type`).
      const isPublic = attributeOf(note, 'type')?.toLowerCase() === 'pa'
      item.edNotes.push({role: 'note', text: textOf(note), public: isPublic})
    }
  }
  const bylines = childrenOf(head, 'byline').map(bylineText).filter(Boolean)
  if (bylines.length) item.byline ??= bylines.join('; ')
  const dateline = childOf(head, 'dateline')
  if (dateline) readDateline(dateline, item)
  const abstract = childOf(head, 'abstract')
  if (abstract) {
    const text = toBody([abstract], {roles: {abstract: 'block'}})
      .blocks.map((block) => block.text)
      .join('\n')
    if (text) item.standfirst ??= text
  }
  // Ritzau writes its name as it signs: `/ritzau/`.
  const distributor = textOf(childOf(head, 'distributor')).replace(/^\/(.*)\/$/, '$1')
  if (distributor) item.provider ??= distributor
  const rights = childOf(head, 'rights')
  if (rights) {
    const notice = textOf(rights)
    if (notice) item.copyrightNotice ??= notice
  }
}

function readHeadlines(head: XmlElement, item: NewsItem): void {
  const hedline = childOf(head, 'hedline', 'headline') ?? head
  const headlines: NonNullable<NewsItem['headlines']> = []
  for (const line of descendantsOf(hedline, 'hl1', 'hl2')) {
    const value = textOf(line)
    if (value && !headlines.some((known) => known.value === value))
      headlines.push({value, role: localName(line)})
  }
  if (!headlines.length && hedline !== head) {
    const value = textOf(hedline)
    if (value) headlines.push({value, role: 'hedline'})
  }
  const first = headlines.find(({role}) => role === 'hl1') ?? headlines[0]
  if (first) item.headline ??= first.value
  if (headlines.length > 1) item.headlines = [...(item.headlines ?? []), ...headlines]
}

/** A byline as a reader sees it: a title (`byttl`) set off by a comma, names that stand without spaces apart. */
export function bylineText(byline: XmlElement): string {
  let text = ''
  for (const child of byline.children) {
    if (isElement(child)) {
      // Where to write to is nothing to print.
      const part = localName(child) === 'virtloc' ? '' : textOf(child)
      if (!part) continue
      const isTitle = localName(child) === 'byttl'
      const before = text.trimEnd()
      text = before ? `${before}${isTitle && !/[,;(/-]$/.test(before) ? ',' : ''} ${part}` : part
      if (localName(child) === 'person') text += ' '
    } else if (child instanceof XmlText) text += child.data
  }
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([,;.])/g, '$1')
    .trim()
}

function readDateline(dateline: XmlElement, item: NewsItem): void {
  const dates = descendantsOf(dateline, 'story.date')
  const isOnlyDate = dates.some((date) => textOf(date) === textOf(dateline))
  for (const date of dates) {
    // A machine's date is nothing that is printed.
    if (/^[\s,;]*\d{4}-?\d\d-?\d\d/.test(rawTextOf(date))) date.children = []
    else if (!/^\s*[,;.)]/.test(rawTextOf(date))) partFrom(date)
  }
  const location = descendantOf(dateline, 'location')
  if (location && !/^\s*[,;.)]/.test(rawTextOf(location))) partFrom(location)
  const whole = trimCommas(
    textOf(dateline)
      .replaceAll(/ ([,;])/g, '$1')
      .replaceAll(/,(?: ?,)+/g, ','),
  )
  if (whole && !isOnlyDate) item.dateline ??= whole
  if (!location) return
  const place = trimCommas(textOf(descendantOf(location, 'city')) || textOf(location))
  if (place) item.located ??= place
}

/** The place may bring the comma that stands before the date, and the date too. */
function trimCommas(words: string): string {
  let start = 0
  let end = words.length
  while (start < end && /[\s,]/.test(words[start]!)) start++
  while (end > start && /[\s,]/.test(words[end - 1]!)) end--
  return words.slice(start, end)
}

/** `evloc`: where the event took place, by its most exact part. */
export function locatedOf(evloc: XmlElement): string | undefined {
  return (
    attributeOf(evloc, 'city') ??
    attributeOf(evloc, 'county-dist') ??
    attributeOf(evloc, 'state-prov') ??
    (rawTextOf(evloc).trim() || undefined)
  )
}
