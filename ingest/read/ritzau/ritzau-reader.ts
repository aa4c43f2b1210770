import type {Finding} from '../../model/finding.ts'
import type {Association, BodyBlock, NewsItem, ReadItem} from '../../model/news-item.ts'
import type {Detection, Probe, ReadContext, Reader} from '../reader.ts'
import {toSubject} from '../subjects/to-subject.ts'
import {addSignals} from '../wire-text/find-notices.ts'
import {newItem} from '../wire-text/new-item.ts'
import {readXml} from '../xml/read-xml.ts'
import {rootTag} from '../xml/root-tag.ts'
import {setDate} from '../xml/set-date.ts'
import {settleBody} from '../xml/settle-body.ts'
import {toBodyOfText} from '../xml/to-body.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  isElement,
  rawTextOf,
  textOf,
  type XmlElement,
  xpathOf,
} from '../xml/xml-tree.ts'
import {ritzauFindingCodes} from './codes.ts'

/** Ritzau's RBNews: one news item a document, its words as HTML in text. */
export const ritzauReader: Reader = {format: 'ritzau', title: 'Ritzau RBNews', detect, read}

function detect(probe: Probe): Detection | null {
  return rootTag(probe.text) === 'rbnews' ? {score: 1, why: 'the root element is RBNews'} : null
}

function read(bytes: Uint8Array, context: ReadContext): ReadItem[] {
  const copy = readXml(bytes, context.contentType)
  const item = newItem('ritzau', copy.encoding)
  const findings: Finding[] = [...copy.findings]
  if (copy.root) readNews(copy.root, item, findings)
  return [{item, findings}]
}

function readNews(news: XmlElement, item: NewsItem, findings: Finding[]): void {
  const value = (name: string) => textOf(childOf(news, name)) || undefined
  assign(item, {
    provider: value('origin')?.replaceAll('/', '').trim(),
    uri: value('newsid'),
    version: value('version'),
    headline: value('headline'),
    slugline: value('strapline'),
    byline: value('byline'),
    located: value('town'),
    section: value('section'),
  })
  const subtitle = value('subtitle')
  if (subtitle) {
    item.headlines = [...(item.headline ? [{value: item.headline}] : []), {value: subtitle, role: 'subtitle'}]
  }
  const history = value('histid')
  if (history) item.altIds = [{role: 'HistID', value: history}]
  const format = value('format')
  if (format) item.genres.push({name: format, scheme: 'ritzau-format'})
  const priority = Number(value('priority'))
  if (priority >= 1 && priority <= 9) item.urgency = priority
  const published = childOf(news, 'publishdate')
  setDate(item, findings, 'versionCreated', textOf(published), published)
  const embargo = childOf(news, 'embargo', 'embargodate', 'embargountil')
  setDate(item, findings, 'embargoedUntil', textOf(embargo), embargo)
  readSignals(news, item)
  readNote(news, item)
  for (const keyword of descendantsOf(childOf(news, 'subjectkeyword'), 'string')) {
    const word = textOf(keyword)
    if (word && !item.keywords.includes(word)) item.keywords.push(word)
  }
  for (const code of descendantsOf(childOf(news, 'iptclist'), 'int', 'string')) {
    // Numbers lose their leading nought on the way.
    const digits = textOf(code)
    if (/^\d{7,8}$/.test(digits))
      item.subjects.push(toSubject({code: digits.padStart(8, '0'), scheme: 'subj'}))
  }
  readBody(news, item, findings)
  for (const media of childrenOf(childOf(news, 'multimedielist'))) {
    const association = toMedia(media)
    if (association) item.associations.push(association)
  }
  settleBody(item)
}

function assign(item: NewsItem, values: Partial<NewsItem>): void {
  for (const [key, value] of Object.entries(values))
    if (value !== undefined) Object.assign(item, {[key]: value})
}

function readSignals(news: XmlElement, item: NewsItem): void {
  const isTrue = (name: string) => textOf(childOf(news, name)).toLowerCase() === 'true'
  if (isTrue('annuleret')) {
    item.pubStatus = 'canceled'
    addSignals(item, ['kill'])
  }
  if (isTrue('nyversion')) addSignals(item, ['update'])
  if (isTrue('korrektion')) addSignals(item, ['correction'])
  const replaced = textOf(childOf(news, 'replacedid')) || textOf(childOf(news, 'replaces'))
  if (replaced && replaced !== '0') {
    addSignals(item, ['update'])
    item.altIds = [...(item.altIds ?? []), {role: 'replaces', value: replaced}]
  }
}

/** `TilRedaktionen`: to the desk. */
function readNote(news: XmlElement, item: NewsItem): void {
  const note = childOf(news, 'tilredaktionen')
  const raw = rawTextOf(note).trim()
  if (!note || !raw) return
  const text = toBodyOfText(raw, note)
    .blocks.map((block) => block.text)
    .join('\n')
  if (text) item.edNotes.push({role: 'TilRedaktionen', text, public: false})
}

function readBody(news: XmlElement, item: NewsItem, findings: Finding[]): void {
  const content = childOf(news, 'content')
  const body = content && toBodyOfText(rawTextOf(content).trim(), content, {associations: item.associations})
  if (body?.blocks.length) {
    item.blocks = body.blocks
    markCrossheads(item.blocks)
    findings.push(...body.findings)
    return
  }
  findings.push({
    severity: 'warning',
    code: ritzauFindingCodes.noContent,
    message: 'The item has no content.',
    at: {xpath: xpathOf(content ?? news)},
  })
}

/** Ritzau's crossheads are paragraphs that are short, wholly bold and no sentence, with the story going on under them. */
function markCrossheads(blocks: readonly BodyBlock[]): void {
  for (const [at, block] of blocks.entries()) {
    const below = blocks[at + 1]
    if (at === 0 || block.kind !== 'paragraph' || !below || isWhollyBold(below)) continue
    if (!isWhollyBold(block) || !/^[^-–—/].{1,98}[^.!?…,]$/u.test(block.text)) continue
    block.kind = 'crosshead'
    block.level = 2
    delete block.marks
  }
}

function isWhollyBold({text, marks = []}: BodyBlock): boolean {
  return marks.some(({kind, start, end}) => kind === 'strong' && start === 0 && end === text.length)
}

/** An entry of `MultimedieList`: addresses and words by the names that its elements have. */
function toMedia(media: XmlElement): Association | null {
  const association: Association = {itemClass: 'picture', captions: [], renditions: []}
  for (const field of media.children) {
    if (!isElement(field)) continue
    const text = textOf(field) || attributeOf(field, 'href') || ''
    if (!text) continue
    if (/^https?:/.test(text)) association.renditions.push({href: text})
    else if (/caption|tekst|text|beskrivelse|description/.test(field.localName))
      association.captions.push({text, role: 'caption'})
    else if (/fotograf|photographer|byline/.test(field.localName)) association.byline = text
    else if (/credit|kilde|source/.test(field.localName)) association.creditLine = text
    else if (/^(?:id|guid|mediaid|multimedieid)$/.test(field.localName)) association.uri = text
    else if (/titel|title|headline/.test(field.localName)) association.headline = text
  }
  return association.renditions.length || association.captions.length || association.uri ? association : null
}
