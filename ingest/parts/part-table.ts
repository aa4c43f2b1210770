import {toPartUri} from '../documents/wire-parts.ts'
import type {JoinedPart, Keyed, WireCopyDocument, WirePart} from '../documents/types.ts'
import {createKeys} from '../documents/ids.ts'
import {compareVersions, type StoredDocument} from '../reconcile/index.ts'
import type {PartFinder, PartRecord} from './part-records.ts'

/** What is known of the packages that a copy has to do with. */
export interface PartTable {
  copies: Map<string, PartRecord>
  /** Ids of articles, published form, by the uri of their item. */
  stories: Map<string, Set<string>>
  /** The articles all of whose packages are here. */
  articles: Set<string>
}

/** What one copy says that a package, or a story, names. */
interface Naming {
  of: string
  parts: WirePart[]
}

/** The uris by which a copy may have to do with packages of other copy. */
export function findPartUris(copy: WireCopyDocument, articles: StoredDocument[]): string[] {
  return [
    ...new Set([
      ...(copy.parts ?? []).flatMap(({uri, of}) => [uri, ...(of ? [of] : [])]),
      ...articles.flatMap((article) => uriOf(article) ?? []),
    ]),
  ]
}

/**
 * Looks up the packages that name what a copy holds and those it holds itself, their stories, all other packages of those stories, and who holds the parts of all.
 * Packages that share no more than a picture with them are of no matter.
 */
export async function findPartTable(
  copy: WireCopyDocument,
  articles: StoredDocument[],
  finder: PartFinder,
): Promise<PartTable> {
  const table: PartTable = {
    copies: new Map(),
    stories: new Map(),
    articles: new Set(articles.map(({_id}) => _id)),
  }
  for (const article of articles) addStory(table, uriOf(article), article._id)
  const parts = copy.parts ?? []
  if (parts.length > 0)
    table.copies.set(copy._id, {_id: copy._id, parts, findings: copy.findings.filter(({part}) => part)})
  const asked = new Set<string>()
  const askedStories = new Set<string>()
  const lookUp = async (uris: Iterable<string>) => {
    const unknown = [...new Set(uris)].filter((uri) => !asked.has(uri))
    for (const uri of unknown) asked.add(uri)
    const records = unknown.length > 0 ? await finder.findCopies(unknown) : []
    for (const record of records) if (record._id !== copy._id) table.copies.set(record._id, record)
  }
  const lookUpWith = async (namings: Naming[]) => {
    const uris = namings.flatMap(({of, parts: named}) => [of, ...named.map(({uri}) => uri)])
    await lookUp(uris)
    const unknown = [...new Set(uris)].filter((uri) => !askedStories.has(uri))
    for (const uri of unknown) askedStories.add(uri)
    const found = unknown.length > 0 ? await finder.findStories(unknown) : []
    for (const {_id, uri} of found) addStory(table, uri, _id.replace(/^drafts\./u, ''))
    return uris
  }
  await lookUp(findPartUris(copy, articles))
  const held = new Set([
    ...parts.flatMap(({role, uri}) => (role === 'held' ? [uri] : [])),
    ...articles.flatMap((article) => uriOf(article) ?? []),
  ])
  const ownPackages = new Set(parts.flatMap(({of}) => of ?? []))
  const near = namingsOf(table).filter(
    ({of, parts: named}) => ownPackages.has(of) || names({of, parts: named}, held),
  )
  const uris = await lookUpWith(near)
  const holders = heldParts(table)
  const storyUris = new Set(uris.filter((uri) => table.stories.has(uri) || holders.get(uri)?.article))
  for (const uri of storyUris) for (const id of storiesAt(uri, table, holders)) table.articles.add(id)
  for (const {parts: named} of near) if (named[0]?.article) table.articles.add(named[0].article._ref)
  await lookUpWith(namingsOf(table).filter((naming) => names(naming, storyUris)))
  return table
}

function names({of, parts}: Naming, uris: Set<string>): boolean {
  return uris.has(of) || parts.some(({uri}) => uris.has(uri))
}

function namingsOf({copies}: PartTable): Naming[] {
  return [...copies.values()].flatMap(({_id, parts}) => {
    const named = parts.filter(({role}) => role === 'named')
    return [...Map.groupBy(named, ({of}) => of ?? _id)].map(([of, group]) => ({of, parts: group}))
  })
}

/** The newest version of each package, where that may be used, with what it names in its order. */
function packagesOf(table: PartTable): Map<string, WirePart[]> {
  const newest = new Map<string, WirePart[]>()
  const copies = new Map([...table.copies].toSorted(([one], [other]) => (one < other ? -1 : 1)))
  for (const {of, parts} of namingsOf({...table, copies})) {
    const before = newest.get(of)
    if (!before || compareVersions(parts[0]!, before[0]!) >= 0) newest.set(of, parts)
  }
  return new Map([...newest].filter(([, parts]) => parts[0]?.pubStatus === 'usable'))
}

/** The newest version of each part that is held. */
export function heldParts({copies}: PartTable): Map<string, WirePart> {
  const newest = new Map<string, WirePart>()
  for (const {parts} of [...copies.values()].toSorted(byId))
    for (const part of parts) {
      if (part.role !== 'held') continue
      const before = newest.get(part.uri)
      if (!before || compareVersions(part, before) >= 0) newest.set(part.uri, part)
    }
  return newest
}

/** What each article shows of its packages, by the article's id: pictures that may be used, in the packages' order. */
export function joinedPartsOf(table: PartTable): Map<string, Keyed<JoinedPart>[]> {
  const held = heldParts(table)
  const joined = new Map<string, Map<string, JoinedPart>>()
  for (const [of, parts] of [...packagesOf(table)].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const pictures = parts.flatMap(({uri}) => {
      const part = held.get(uri)
      return part && !part.article && part.pubStatus === 'usable' ? [toJoined(part)] : []
    })
    for (const id of storiesOf(of, parts, table, held)) {
      if (!table.articles.has(id)) continue
      const own = joined.get(id) ?? new Map<string, JoinedPart>()
      for (const picture of pictures) if (!own.has(picture.uri)) own.set(picture.uri, picture)
      joined.set(id, own)
    }
  }
  return new Map([...joined].map(([id, parts]) => [id, withKeys([...parts.values()])]))
}

/** A story that names parts is its own; a package's is the first of its parts that is a story, as in a file that holds all of them. */
function storiesOf(of: string, parts: WirePart[], table: PartTable, held: Map<string, WirePart>): string[] {
  const naming = parts[0]?.article?._ref
  if (naming) return [naming]
  for (const uri of [of, ...parts.map((part) => part.uri)]) {
    const found = storiesAt(uri, table, held)
    if (found.length > 0) return found
  }
  return []
}

function storiesAt(uri: string, {stories}: PartTable, held: Map<string, WirePart>): string[] {
  const story = held.get(uri)?.article?._ref
  return [...new Set([...(story ? [story] : []), ...(stories.get(uri) ?? [])])].toSorted()
}

function toJoined({uri, caption, sourceUrl}: WirePart): JoinedPart {
  return {
    _type: 'joinedPart',
    uri,
    ...(caption ? {caption: {_type: 'reference', _ref: caption._ref, _weak: true}} : {}),
    ...(sourceUrl ? {sourceUrl} : {}),
  }
}

function withKeys(parts: JoinedPart[]): Keyed<JoinedPart>[] {
  const nextKey = createKeys('joinedPart')
  return parts.map((part) => ({_key: nextKey(part.uri), ...part}))
}

function addStory(table: PartTable, uri: string | undefined, id: string): void {
  if (uri) table.stories.set(uri, (table.stories.get(uri) ?? new Set()).add(id))
}

function uriOf(article: StoredDocument): string | undefined {
  const uri = (article.wire as {uri?: string} | undefined)?.uri
  return toPartUri(uri ? {uri} : {})
}

function byId(one: {_id: string}, other: {_id: string}): number {
  return one._id < other._id ? -1 : 1
}
