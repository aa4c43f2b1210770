import {findCaptionKeys, joinKnownCaptions} from './captions/index.ts'
import type {Finding} from './model/finding.ts'
import {createKeys} from './documents/ids.ts'
import {toDocuments, type MadeDocuments, type WireCopyDocument} from './documents/index.ts'
import {parseCopy} from './parse-copy.ts'
import type {PartFinder} from './parts/part-records.ts'
import {findPackages, joinPackages} from './parts/plan-packages.ts'
import {
  chooseStories,
  findSimilarStories,
  reconcile,
  sketchStory,
  storyKeysOf,
  toLookupKeys,
  type Mutation,
  type Outcome,
  type StoredDocument,
} from './reconcile/index.ts'

/** What an import of one piece of copy sends, and what became of it. */
export interface ImportPlan {
  mutations: Mutation[]
  outcome: Outcome
  findings: Finding[]
  /** The documents that the plan creates, and the captions and quotes that it changes, as they are then: for planning the next copy of a batch. */
  after: Map<string, StoredDocument>
  /** Parts that findings of this copy call missing and that are here, by their uris. */
  arrived: Set<string>
  /** The plan changes articles, or records, of other copy: nothing more can be planned until it is stored. */
  changesOthers: boolean
}

export interface PlanOptions {
  /** ISO 8601, UTC. */
  now: string
  /** Adds documents to the map of known ones, by id; ids that do not exist stay absent. */
  look?: (ids: string[]) => Promise<void>
  /**
   * The published captions that share one of these keys: `findCaptionsQuery`. Without it, captions in other words than the dataset's stay
   * documents of their own (the migration `dedupe-captions` joins them later).
   */
  findCaptions?: (keys: string[]) => Promise<StoredDocument[]>
  /**
   * The articles, as drafts and as published, whose `wire.storyKeys` have one of these keys: `toStoriesQuery`. Without it, and without `look`,
   * nothing is said of stories that are perhaps the same.
   */
  findStories?: (keys: string[]) => Promise<KeyedStory[]>
  /**
   * The bytes of a file asset; null when they are gone. Without it a new version of binary or large copy is kept apart from an article
   * that an editor changed, since nobody can tell whose words are whose.
   */
  readFile?: ReadFile
  /** Without it, parts of packages that come in other copy are not joined to their stories. */
  parts?: PartFinder
}

/** Gives the bytes of the file asset with that id, or null when they are gone. */
export type ReadFile = (assetId: string) => Promise<Uint8Array | null>

/** GROQ for `findCaptions`; `$keys` is a list of strings. */
export const findCaptionsQuery =
  '*[_type == "imageCaption" && !(_id in path("drafts.**")) && count(keys[@ in $keys]) > 0]'

/** As `findCaptionsQuery`, with the keys in it: an index answers each `in` by itself. */
export function toCaptionsQuery(keys: string[]): string {
  const isOne = keys.map((key) => `${JSON.stringify(key)} in keys`).join(' || ')
  return `*[_type == "imageCaption" && !(_id in path("drafts.**")) && (${isOne})]`
}

/** An article by what it may be found by. */
export interface KeyedStory {
  _id: string
  keys: string[]
}

/**
 * GROQ for `findStories`, with the keys in it: an index answers each `in` by itself, and none answers one over all of them. At most some
 * hundred stories: what so many share tells no story from another.
 */
export function toStoriesQuery(keys: string[]): string {
  const isOne = keys.map((key) => `${JSON.stringify(key)} in wire.storyKeys`).join(' || ')
  return `*[_type == "article" && (${isOne})][0...300]{_id, "keys": wire.storyKeys}`
}

/** The keys that `findStories` is asked for when this is planned: of its articles that the dataset does not have yet. */
export function findStoryKeys(made: MadeDocuments, known: Map<string, StoredDocument>): string[] {
  return [...new Set(findNew(made, known).flatMap((article) => toLookupKeys(storyKeysOf(article))))]
}

/** The ids whose documents `planImport` must know: all that the copy makes, articles as draft and as published. */
export function findNeededIds(made: MadeDocuments): string[] {
  return [
    made.wireCopy._id,
    ...made.supporting.map((document) => document._id),
    ...made.articles.flatMap((article) => [article._id, `drafts.${article._id}`]),
  ]
}

/**
 * What to write so that the dataset holds this copy and no editor's word is lost. `known` holds what the dataset has of
 * `findNeededIds`; the copy that an article was last made from is asked for through `look`.
 */
export async function planImport(
  made: MadeDocuments,
  known: Map<string, StoredDocument>,
  options: PlanOptions,
): Promise<ImportPlan> {
  const articles = made.articles as unknown as StoredDocument[]
  const packages = await findPackages(made, known, options)
  const remade = await remakeBase(
    [...articles.map(({_id}) => _id), ...packages.touched],
    made,
    known,
    options,
  )
  const similar = await findSimilar(made, known, options)
  const own = [made.wireCopy, ...made.supporting, ...made.articles] as unknown as StoredDocument[]
  const joined = await joinCaptions(own, remade, known, options)
  const parts = joinPackages(joined, packages, known)
  const {value, findings} = reconcile({
    made: parts.made,
    base: parts.base,
    existing: known,
    now: options.now,
  })
  const told = [...joined.findings, ...similar, ...findings]
  const mutations = [
    ...value.mutations.map((mutation) => recordFindings(mutation, made.wireCopy._id, told)),
    ...parts.mutations,
  ]
  return {
    mutations,
    outcome: value.outcome,
    findings: told,
    after: new Map(
      [...mutations.flatMap(createdBy), ...value.changed].map((document) => [document._id, document]),
    ),
    arrived: parts.arrived,
    changesOthers: packages.touched.length > 0 || parts.mutations.length > 0,
  }
}

/** What is said of stories that are perhaps the same as one that this copy brings for the first time. */
async function findSimilar(
  made: MadeDocuments,
  known: Map<string, StoredDocument>,
  {findStories, look}: PlanOptions,
): Promise<Finding[]> {
  const keys = findStories && look ? findStoryKeys(made, known) : []
  if (!findStories || !look || keys.length === 0) return []
  const found = await findStories(keys)
  const findings: Finding[] = []
  for (const article of findNew(made, known)) {
    const ids = chooseStories(toLookupKeys(storyKeysOf(article)), found)
    if (ids.length === 0) continue
    await look(ids)
    const others = new Map(ids.map((id) => [toPublishedId(id), known.get(id)]))
    const sketches = [...others.values()].flatMap((other) => (other ? sketchStory(other) : []))
    findings.push(...findSimilarStories(sketchStory(article), sketches).findings)
  }
  return findings
}

function findNew(made: MadeDocuments, known: Map<string, StoredDocument>): StoredDocument[] {
  const articles = made.articles as unknown as StoredDocument[]
  return articles.filter(({_id}) => !known.has(_id) && !known.has(`drafts.${_id}`))
}

function toPublishedId(id: string): string {
  return id.replace(/^drafts\./u, '')
}

/** What the copy did to the dataset (killed an article, met an editor's words, is perhaps another's story) stays on its record, when that is made. */
function recordFindings(mutation: Mutation, copyId: string, told: Finding[]): Mutation {
  const copy = mutation.createIfNotExists as unknown as WireCopyDocument | undefined
  if (copy?._id !== copyId || told.length === 0) return mutation
  const nextKey = createKeys('planned')
  const findings = told.map(({severity, code, message}) => ({
    _type: 'finding' as const,
    _key: nextKey(code + message),
    severity,
    code,
    message,
  }))
  const recorded: WireCopyDocument = {...copy, findings: [...copy.findings, ...findings]}
  return {createIfNotExists: recorded as unknown as StoredDocument}
}

/** Both sides with the captions that the dataset has in other words under the dataset's ids. */
async function joinCaptions(
  made: StoredDocument[],
  base: StoredDocument[] | null,
  known: Map<string, StoredDocument>,
  {findCaptions}: PlanOptions,
): Promise<{made: StoredDocument[]; base: StoredDocument[] | null; findings: Finding[]}> {
  const fresh = [...made, ...(base ?? [])].filter((document) => !known.has(document._id))
  const keys = findCaptionKeys(fresh)
  if (!findCaptions || keys.length === 0) return {made, base, findings: []}
  const found = await findCaptions(keys)
  for (const caption of found) if (!known.has(caption._id)) known.set(caption._id, caption)
  const ids = new Set([...made, ...(base ?? []), ...found].map((document) => document._id))
  const captions = [...ids].flatMap((id) => {
    const document = known.get(id)
    return document?._type === 'imageCaption' ? document : []
  })
  const joined = joinKnownCaptions(made, captions)
  return {
    made: joined.value,
    base: base && joinKnownCaptions(base, captions).value,
    findings: joined.findings,
  }
}

/** What the versions that the articles were last made from make today, remade from their stored copy. */
async function remakeBase(
  articleIds: string[],
  made: MadeDocuments,
  known: Map<string, StoredDocument>,
  options: PlanOptions,
): Promise<StoredDocument[] | null> {
  const copyIds = new Set<string>()
  for (const articleId of articleIds) {
    for (const id of [`drafts.${articleId}`, articleId]) {
      const ref = (known.get(id)?.wire as {copy?: {_ref?: string}} | undefined)?.copy?._ref
      if (ref && ref !== made.wireCopy._id) copyIds.add(ref)
    }
  }
  if (copyIds.size === 0) return null
  await options.look?.([...copyIds])
  const documents: StoredDocument[] = []
  for (const id of copyIds) {
    const copy = known.get(id) as unknown as WireCopyDocument | undefined
    if (!copy) continue
    const remade = await remakeDocuments(copy, options.readFile)
    if (remade) documents.push(...([...remade.supporting, ...remade.articles] as unknown as StoredDocument[]))
  }
  return documents
}

/** The documents that a stored `wireCopy` makes; null when its text is not on the document (binary or large copy) and its file cannot be read. */
export async function remakeDocuments(
  copy: WireCopyDocument,
  readFile?: ReadFile,
): Promise<MadeDocuments | null> {
  const assetId = findFileId(copy)
  const bytes =
    copy.raw === undefined
      ? assetId === undefined
        ? null
        : await readFile?.(assetId)
      : new TextEncoder().encode(copy.raw)
  if (!bytes) return null
  const parsed = await parseCopy({
    bytes,
    format: copy.format,
    ...(copy.fileName ? {fileName: copy.fileName} : {}),
  })
  return toDocuments(
    {...parsed, sha256: copy.sha256},
    {receivedAt: copy.receivedAt, ...(assetId ? {assetId} : {})},
  )
}

/** The id of the file asset that holds a copy's bytes, when they are not on its document. */
export function findFileId(copy: object): string | undefined {
  return (copy as Partial<WireCopyDocument>).rawFile?.asset?._ref
}

function createdBy(mutation: Mutation): StoredDocument[] {
  const document = mutation.create ?? mutation.createIfNotExists ?? mutation.createOrReplace
  return document ? [document] : []
}
