import type {Finding} from '../../model/finding.ts'
import type {NewsItem, PubStatus} from '../../model/news-item.ts'
import {addSignals} from '../wire-text/find-notices.ts'
import {setDate} from '../xml/set-date.ts'
import {at, attributeOf, childOf, childrenOf, textOf, type XmlElement, xpathOf} from '../xml/xml-tree.ts'
import {newsml1FindingCodes} from './codes.ts'
import {formalName} from './formal-name.ts'

/** `Status` of the IPTC's NewsML status set. */
const statuses: Readonly<Record<string, PubStatus>> = {
  __proto__: null as never,
  usable: 'usable',
  embargoed: 'usable',
  withheld: 'withheld',
  canceled: 'canceled',
  cancelled: 'canceled',
}

/** Identity and management of a `NewsItem`: `Identification` and `NewsManagement`. */
export function readIdentification(newsItem: XmlElement, item: NewsItem, findings: Finding[]): void {
  const identifier = at(newsItem, 'identification', 'newsidentifier')
  readIdentity(identifier, newsItem, item, findings)
  const management = childOf(newsItem, 'newsmanagement')
  const created = childOf(management, 'firstcreated')
  const revised = childOf(management, 'thisrevisioncreated')
  setDate(item, findings, 'firstCreated', textOf(created), created)
  setDate(item, findings, 'versionCreated', textOf(revised), revised)
  const level = childOf(management, 'urgency')
  const urgency = Number(formalName(level) ?? textOf(level))
  if (urgency >= 1 && urgency <= 9) item.urgency = urgency
  readStatus(management, item, findings)
  for (const instruction of childrenOf(management, 'instruction')) {
    const name = formalName(instruction)?.toLowerCase() ?? ''
    if (/^(?:update|replace)/.test(name)) addSignals(item, ['update'])
    else if (/^(?:rectify|correct)/.test(name)) addSignals(item, ['correction'])
    else if (name.startsWith('delete')) addSignals(item, ['kill'])
  }
  const label = textOf(at(newsItem, 'identification', 'namelabel'))
  if (label) item.slugline = label
}

function readIdentity(
  identifier: XmlElement | undefined,
  newsItem: XmlElement,
  item: NewsItem,
  findings: Finding[],
): void {
  const id = textOf(childOf(identifier, 'newsitemid'))
  const provider = textOf(childOf(identifier, 'providerid'))
  const publicId = textOf(childOf(identifier, 'publicidentifier'))
  const revision = childOf(identifier, 'revisionid')
  const version = textOf(revision)
  if (provider) item.provider = provider
  if (version) item.version = version
  if (/^[au]/i.test(attributeOf(revision, 'update') ?? '')) addSignals(item, ['update'])
  if (id) item.altIds = [{role: 'NewsItemId', value: id}]
  // NewsML 1.2, 5.2.3: the public identifier holds provider, date and item id; one that is a mere prefix tells no item apart.
  if (publicId && publicId.split(':').length > 3) item.uri = publicId
  else if (id) {
    const date = textOf(childOf(identifier, 'dateid'))
    item.uri = publicId ? `${publicId}:${id}` : ['urn:newsml', provider, date, id].filter(Boolean).join(':')
    item.derived = ['uri']
    findings.push({
      severity: 'info',
      code: newsml1FindingCodes.identityDerived,
      message: `PublicIdentifier ${publicId ? `"${publicId}" names no item` : 'is missing'}; the item is known as ${item.uri}.`,
      at: {xpath: xpathOf(identifier ?? newsItem)},
    })
  } else if (publicId) item.uri = publicId
  else {
    const duid = attributeOf(childOf(newsItem, 'newscomponent'), 'duid')
    if (!duid || duid.length < 8) return
    item.uri = ['urn:newsml', provider, duid].filter(Boolean).join(':')
    item.derived = ['uri']
    findings.push({
      severity: 'info',
      code: newsml1FindingCodes.identityDerived,
      message: `The item has no identifier of its own; by its component it is known as ${item.uri}.`,
      at: {xpath: xpathOf(newsItem)},
    })
  }
}

function readStatus(management: XmlElement | undefined, item: NewsItem, findings: Finding[]): void {
  const element = childOf(management, 'status')
  const name = formalName(element)
  if (!element || !name) return
  const status = statuses[name.toLowerCase()]
  if (!status) {
    findings.push({
      severity: 'warning',
      code: newsml1FindingCodes.unknownStatus,
      message: `Status "${name.slice(0, 40)}" is none of Usable, Embargoed, Withheld, Canceled; taken as usable.`,
      at: {xpath: xpathOf(element)},
    })
    return
  }
  item.pubStatus = status
  const change = childOf(management, 'statuswillchange')
  const until = childOf(change, 'dateandtime')
  if (name.toLowerCase() === 'embargoed') {
    setDate(item, findings, 'embargoedUntil', textOf(until), until)
    if (!item.embargoedUntil) item.pubStatus = 'withheld'
  }
  addSignals(item, item.pubStatus === 'canceled' ? ['kill'] : item.pubStatus === 'withheld' ? ['hold'] : [])
}
