import type {Finding} from '../../model/finding.ts'
import type {NewsItem, PubStatus} from '../../model/news-item.ts'
import {toSubject} from '../subjects/to-subject.ts'
import {addSignals, findEmbargo} from '../wire-text/find-notices.ts'
import {noteSignals} from '../wire-text/note-signals.ts'
import {setEmbargoTime} from '../wire-text/set-embargo.ts'
import {readDate} from '../dates/read-date.ts'
import {setDate} from '../xml/set-date.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  textOf,
  type XmlElement,
  xpathOf,
} from '../xml/xml-tree.ts'
import {agencyMetas} from './agency-metas.ts'
import {nitfFindingCodes} from './codes.ts'
import {locatedOf} from './nitf-body-head.ts'

/** `management-status` of NITF 3.6. */
const statuses: Readonly<Record<string, PubStatus>> = {
  __proto__: null as never,
  usable: 'usable',
  embargoed: 'usable',
  withheld: 'withheld',
  canceled: 'canceled',
  cancelled: 'canceled',
  killed: 'canceled',
}

/** Reads `head`: metas, subjects and document data. */
export function readNitfHead(head: XmlElement, item: NewsItem, findings: Finding[]): void {
  const docdata = childOf(head, 'docdata')
  readMetas(head, item)
  for (const tobject of childrenOf(head, 'tobject')) readTobject(tobject, item)
  if (docdata) readDocdata(docdata, item, findings)
  const pubdata = childOf(head, 'pubdata')
  const section = attributeOf(pubdata, 'position.section')
  if (section) item.section ??= section
  const first = childrenOf(head, 'revision-history').find((entry) =>
    /^(?:writer-author|writer|author)$/i.test(attributeOf(entry, 'function') ?? ''),
  )
  setDate(item, findings, 'firstCreated', attributeOf(first, 'norm'), first)
  setDate(item, findings, 'versionCreated', attributeOf(pubdata, 'date.publication'), pubdata)
}

function readMetas(head: XmlElement, item: NewsItem): void {
  for (const meta of childrenOf(head, 'meta')) {
    const field = agencyMetas[attributeOf(meta, 'name')?.toLowerCase() ?? '']
    const content = attributeOf(meta, 'content')
    if (!content) continue
    if (field) item[field] ??= content
    else if (attributeOf(meta, 'name')?.toLowerCase() === 'keywords')
      for (const word of content.split(/\s*[,;]\s*/)) addKeyword(item, word)
  }
}

function readTobject(tobject: XmlElement, item: NewsItem): void {
  for (const property of childrenOf(tobject, 'tobject.property')) {
    const name = attributeOf(property, 'tobject.property.type')
    if (name) item.genres.push({name})
  }
  for (const subject of childrenOf(tobject, 'tobject.subject')) {
    const code =
      attributeOf(subject, 'tobject.subject.refnum') ?? attributeOf(subject, 'tobject.subject.code')
    const owner = attributeOf(subject, 'tobject.subject.ipr')
    const name =
      attributeOf(subject, 'tobject.subject.detail') ??
      attributeOf(subject, 'tobject.subject.matter') ??
      attributeOf(subject, 'tobject.subject.type')
    // Eight figures with no owner, or IPTC's: the subject codes that NITF was made for (NITF 3.6, tobject.subject).
    const isIptc = code !== undefined && /^\d{8}$/.test(code) && (!owner || /^iptc$/i.test(owner))
    if (code || name)
      item.subjects.push(toSubject({code, name, scheme: isIptc ? 'subj' : owner?.toLowerCase()}))
  }
}

function readDocdata(docdata: XmlElement, item: NewsItem, findings: Finding[]): void {
  const id = childOf(docdata, 'doc-id')
  item.uri ??= attributeOf(id, 'id-string')
  for (const key of childrenOf(docdata, 'du-key')) {
    item.version ??= attributeOf(key, 'version')
    const value = attributeOf(key, 'key')
    if (value) (item.altIds ??= []).push({role: 'du-key', value})
    // An id that is the story's key and a count (NTB: `faktisk-1234_47`) changes with each version; the key stays.
    if (value && item.uri?.startsWith(value) && /^[_:.-]\d{1,6}$/.test(item.uri.slice(value.length)))
      item.identity = `${attributeOf(id, 'regsrc') ?? 'nitf'}:${value}`
  }
  const urgency = Number(attributeOf(childOf(docdata, 'urgency'), 'ed-urg'))
  if (urgency >= 1 && urgency <= 9) item.urgency ??= urgency
  readDates(docdata, item, findings)
  readStatus(docdata, item, findings)
  for (const message of childrenOf(docdata, 'ed-msg')) {
    const text = attributeOf(message, 'info') || textOf(message)
    const role = attributeOf(message, 'msg-type') ?? 'ed-msg'
    if (!text) continue
    item.edNotes.push({role, text, public: false})
    addSignals(item, noteSignals(text))
    if (item.embargoedUntil === undefined && findEmbargo(text) !== null)
      readWordedEmbargo(text, message, item, findings)
  }
  readCorrections(docdata, item)
  const evloc = childOf(docdata, 'evloc')
  const located = evloc && locatedOf(evloc)
  if (located) item.located ??= located
  readRights(docdata, item)
  readProvider(docdata, id, item)
  for (const keyword of descendantsOf(childOf(docdata, 'key-list'), 'keyword')) {
    addKeyword(item, attributeOf(keyword, 'key') || textOf(keyword))
  }
  for (const classifier of descendantsOf(docdata, 'classifier')) {
    const value = attributeOf(classifier, 'value') || textOf(classifier)
    const scheme = attributeOf(classifier, 'type') ?? attributeOf(classifier, 'idsrc')
    if (!value) continue
    if (!/^\d{8}$/.test(value)) item.subjects.push({name: value, ...(scheme ? {scheme} : {})})
    else if (!item.subjects.some(({code}) => code === value))
      item.subjects.push(
        toSubject({code: value, scheme: !scheme || /iptc|subj/i.test(scheme) ? 'subj' : scheme}),
      )
  }
}

/** Desks that leave `date.release` empty say it in words; those that name no moment stay a note. */
function readWordedEmbargo(text: string, message: XmlElement, item: NewsItem, findings: Finding[]): void {
  if (setEmbargoTime(item, text)) return
  findings.push({
    severity: 'warning',
    code: nitfFindingCodes.embargo,
    message: `A message to editors speaks of an embargo: "${text.slice(0, 120)}". It does not name day, time and zone; set it before publishing.`,
    at: {xpath: xpathOf(message)},
  })
}

function addKeyword(item: NewsItem, word: string): void {
  if (word && !item.keywords.includes(word)) item.keywords.push(word)
}

/** `correction`: the item corrects another, and what in it (NITF 3.6). */
function readCorrections(docdata: XmlElement, item: NewsItem): void {
  for (const correction of childrenOf(docdata, 'correction')) {
    const text = attributeOf(correction, 'info') || textOf(correction)
    const corrected = attributeOf(correction, 'id-string')
    if (!text && !corrected) continue
    addSignals(item, ['correction'])
    if (text) item.edNotes.push({role: 'correction', text, public: false})
    if (corrected) (item.altIds ??= []).push({role: 'corrects', value: corrected})
  }
}

function readDates(docdata: XmlElement, item: NewsItem, findings: Finding[]): void {
  const issue = childOf(docdata, 'date.issue')
  const release = childOf(docdata, 'date.release')
  const expire = childOf(docdata, 'date.expire')
  setDate(item, findings, 'versionCreated', attributeOf(issue, 'norm') || textOf(issue), issue)
  setDate(item, findings, 'expires', attributeOf(expire, 'norm') || textOf(expire), expire)
  // Agencies repeat the date of issue here; it holds the copy back only when it is later (NITF 3.6, date.release).
  const released = attributeOf(release, 'norm') || textOf(release)
  const issued = attributeOf(issue, 'norm') || textOf(issue)
  const isEmbargoed = attributeOf(docdata, 'management-status')?.toLowerCase() === 'embargoed'
  if (released && (isEmbargoed || isLater(released, issued)))
    setDate(item, findings, 'embargoedUntil', released, release)
}

/** Two times of which one names no zone are compared as clocks show them: senders write both of one clock. */
function isLater(released: string, issued: string): boolean {
  const [until, since] = [readDate(released, ''), readDate(issued, '')]
  if (until?.zoned && since?.zoned) return Date.parse(until.value) > Date.parse(since.value)
  const clock = (text: string) => text.replaceAll(/\D/g, '').slice(0, 14).padEnd(14, '0')
  return clock(released) > clock(issued)
}

function readStatus(docdata: XmlElement, item: NewsItem, findings: Finding[]): void {
  const status = attributeOf(docdata, 'management-status')
  if (!status) return
  const known = statuses[status.toLowerCase()]
  if (!known) {
    findings.push({
      severity: 'warning',
      code: nitfFindingCodes.unknownStatus,
      message: `management-status "${status.slice(0, 40)}" is none of usable, embargoed, withheld, canceled; taken as usable.`,
      at: {xpath: xpathOf(docdata)},
    })
    return
  }
  item.pubStatus = known
  if (status.toLowerCase() === 'embargoed' && !item.embargoedUntil) item.pubStatus = 'withheld'
  addSignals(item, item.pubStatus === 'canceled' ? ['kill'] : item.pubStatus === 'withheld' ? ['hold'] : [])
}

function readRights(docdata: XmlElement, item: NewsItem): void {
  const copyright = childOf(docdata, 'doc.copyright')
  const holder = attributeOf(copyright, 'holder')
  const year = attributeOf(copyright, 'year')
  if (holder && !item.copyrightNotice) {
    item.copyrightNotice = ['©', year, holder].filter(Boolean).join(' ')
    item.derived = [...(item.derived ?? []), 'copyrightNotice']
  }
  const rights = childOf(docdata, 'doc.rights')
  const terms = attributeOf(rights, 'limitations') || textOf(rights)
  if (terms) item.usageTerms ??= terms
}

/** The sender by the surest sign; the copyright holder, when nothing else names one, is a derived provider. */
function readProvider(docdata: XmlElement, id: XmlElement | undefined, item: NewsItem): void {
  const source = descendantsOf(childOf(docdata, 'del-list'), 'from-src')
    .map((from) => attributeOf(from, 'src-name'))
    .find(Boolean)
  item.provider ??= attributeOf(id, 'regsrc') ?? source
  const holder = attributeOf(childOf(docdata, 'doc.copyright'), 'holder')
  if (!item.provider && holder) {
    item.provider = holder
    item.derived = [...(item.derived ?? []), 'provider']
  }
}
