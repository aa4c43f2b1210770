import type {Finding} from '../../model/finding.ts'
import type {NewsItem, PubStatus, Signal} from '../../model/news-item.ts'
import {toBody} from '../xml/to-body.ts'
import {addSignals} from '../wire-text/find-notices.ts'
import {noteSignals} from '../wire-text/note-signals.ts'
import {setDate} from '../xml/set-date.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  isElement,
  textOf,
  type XmlElement,
  xpathOf,
} from '../xml/xml-tree.ts'
import {newsmlG2FindingCodes} from './codes.ts'
import {byLanguage, nameOf, roleOf, termOf, toItemClass, uriParts} from './qcode.ts'

const statuses: Readonly<Record<string, PubStatus>> = {
  __proto__: null as never,
  usable: 'usable',
  withheld: 'withheld',
  canceled: 'canceled',
  cancelled: 'canceled',
}

/** IPTC's `sig` and Reuters' `edStat`; other schemes carry nothing that is a signal here. */
const signals: Readonly<Record<string, Readonly<Record<string, Signal>>>> = {
  __proto__: null as never,
  sig: {
    update: 'update',
    correction: 'correction',
    kill: 'kill',
    hold: 'hold',
    advisory: 'advisory',
    writethru: 'writethru',
    sameas: 'sameAs',
  },
  edstat: {U: 'update', C: 'correction', K: 'kill', W: 'hold', A: 'advisory'},
}

/** Identity, rights and management: the attributes of the item, `rightsInfo` and `itemMeta`. */
export function readItemMeta(element: XmlElement, item: NewsItem, findings: Finding[]): void {
  item.uri ??= attributeOf(element, 'guid')
  item.version ??= attributeOf(element, 'version')
  const meta = childOf(element, 'itemmeta')
  const language =
    attributeOf(element, 'lang') ?? attributeOf(childOf(childOf(element, 'contentmeta'), 'language'), 'tag')
  item.itemClass = toItemClass(childOf(meta, 'itemclass')) ?? item.itemClass
  const provider = nameOf(childOf(meta, 'provider'), language)
  if (provider) item.provider ??= provider
  setDate(
    item,
    findings,
    'versionCreated',
    textOf(childOf(meta, 'versioncreated')),
    childOf(meta, 'versioncreated'),
  )
  setDate(
    item,
    findings,
    'firstCreated',
    textOf(childOf(meta, 'firstcreated')),
    childOf(meta, 'firstcreated'),
  )
  setDate(item, findings, 'embargoedUntil', textOf(childOf(meta, 'embargoed')), childOf(meta, 'embargoed'))
  const embargoed = childOf(meta, 'embargoed')
  if (embargoed && !textOf(embargoed)) {
    findings.push({
      severity: 'warning',
      code: newsmlG2FindingCodes.openEmbargo,
      message:
        'The item has an embargo that names no time. Ask the sender until when, and set it before publishing.',
      at: {xpath: xpathOf(embargoed)},
    })
  }
  setDate(item, findings, 'expires', textOf(childOf(meta, 'expires')), childOf(meta, 'expires'))
  readStatus(childOf(meta, 'pubstatus'), item, findings)
  for (const signal of childrenOf(meta, 'signal')) readSignal(signal, item)
  for (const note of childrenOf(meta, 'ednote')) readEdNote(note, item)
  readRights(element, item, language)
}

function readStatus(element: XmlElement | undefined, item: NewsItem, findings: Finding[]): void {
  const code = termOf(element)
  if (!element || !code) return
  const status = statuses[code.toLowerCase()]
  if (!status) {
    findings.push({
      severity: 'warning',
      code: newsmlG2FindingCodes.unknownStatus,
      message: `pubStatus "${code.slice(0, 40)}" is none of usable, withheld, canceled; taken as usable.`,
      at: {xpath: xpathOf(element)},
    })
    return
  }
  item.pubStatus = status
  if (status === 'canceled') addSignals(item, ['kill'])
  if (status === 'withheld') addSignals(item, ['hold'])
}

function readSignal(element: XmlElement, item: NewsItem): void {
  const qcode = attributeOf(element, 'qcode') ?? ''
  const colon = qcode.indexOf(':')
  const uri = uriParts(element)
  const ofUri = uri?.scheme === 'signal' ? 'sig' : uri?.scheme
  const alias = qcode ? qcode.slice(0, Math.max(0, colon)).toLowerCase() : (ofUri ?? '')
  // An agency's own scheme of signals (`ttsig`) takes over the IPTC's words.
  const scheme = signals[alias] ?? (alias.endsWith('sig') ? signals.sig : undefined)
  const code = qcode ? qcode.slice(colon + 1) : (uri?.code ?? '')
  const signal =
    scheme &&
    (Object.hasOwn(scheme, code)
      ? scheme[code]
      : Object.hasOwn(scheme, code.toLowerCase())
        ? scheme[code.toLowerCase()]
        : undefined)
  if (signal) addSignals(item, [signal])
}

/** Public only when its role says so (`sttnote:public`); a role that says nothing is for the desk. */
function readEdNote(element: XmlElement, item: NewsItem): void {
  const text = element.children.some(isElement)
    ? toBody([element], {roles: {ednote: 'block'}})
        .blocks.map((block) => block.text)
        .join('\n')
    : textOf(element)
  if (!text) return
  const role = attributeOf(element, 'role')
  const isPublic =
    roleOf(element) === 'public' && !/nonpublic|private/i.test(attributeOf(element, 'pubconstraint') ?? '')
  item.edNotes.push({...(role ? {role} : {}), text, public: isPublic})
  addSignals(
    item,
    noteSignals(text).filter((signal) => signal !== 'advisory'),
  )
}

function readRights(element: XmlElement, item: NewsItem, language: string | undefined): void {
  const usageTerms = new Set(item.usageTerms === undefined ? [] : [item.usageTerms])
  for (const rights of childrenOf(element, 'rightsinfo')) {
    const notices = childrenOf(rights, 'copyrightnotice').filter((notice) => textOf(notice))
    const terms = childrenOf(rights, 'usageterms').filter((term) => textOf(term))
    const notice = byLanguage(notices, language)
    if (notice) item.copyrightNotice ??= textOf(notice)
    const first = byLanguage(terms, language)
    if (first) {
      const same = terms.filter((term) => attributeOf(term, 'lang') === attributeOf(first, 'lang'))
      usageTerms.add(same.map((term) => textOf(term)).join('\n'))
    }
    const holder = childOf(rights, 'copyrightholder')
    const name = holder && nameOf(holder, language)
    if (name && !item.copyrightNotice) {
      item.copyrightNotice = name
      item.derived = [...(item.derived ?? []), 'copyrightNotice']
    }
  }
  if (usageTerms.size > 0) item.usageTerms = [...usageTerms].join('\n')
}
