import type {Keyed, WireCopyDocument, WirePart} from '../documents/types.ts'

/** Of a copy on record, what joining parts needs. */
export interface PartRecord {
  _id: string
  parts: Keyed<WirePart>[]
  /** Those of parts that are missing. */
  findings: WireCopyDocument['findings']
}

/** An article by the uri of its item; a draft has its `drafts.` id. */
export interface StoryOfUri {
  _id: string
  uri: string
}

/** Looks the dataset up for parts of packages. */
export interface PartFinder {
  /** The copies that hold or name a part, or hold a package, of one of these uris: `toPartsQuery`. */
  findCopies(uris: string[]): Promise<PartRecord[]>
  /** The articles of these uris: `toStoriesOfQuery`. */
  findStories(uris: string[]): Promise<StoryOfUri[]>
}

/** GROQ for `findCopies`, with the uris in it: an index answers each `in` by itself. */
export function toPartsQuery(uris: string[]): string {
  const isOne = uris.flatMap((uri) => [
    `${JSON.stringify(uri)} in parts[].uri`,
    `${JSON.stringify(uri)} in parts[].of`,
  ])
  return `*[_type == "wireCopy" && (${isOne.join(' || ')})]{_id, parts, "findings": findings[defined(part)]}`
}

/** GROQ for `findStories`. */
export function toStoriesOfQuery(uris: string[]): string {
  return `*[_type == "article" && wire.uri in ${JSON.stringify(uris)}]{_id, "uri": wire.uri}`
}

/** Of a whole `wireCopy` document what `toPartsQuery` would give. */
export function toPartRecord(copy: object): PartRecord {
  const {_id, parts = [], findings = []} = copy as Pick<WireCopyDocument, '_id'> & Partial<WireCopyDocument>
  return {_id, parts, findings: findings.filter(({part}) => part !== undefined)}
}
