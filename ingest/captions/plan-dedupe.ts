import {joinCaptions} from './join-captions.ts'

interface StoredDocument {
  _id: string
  _type: string
  _rev?: string
  [field: string]: unknown
}

type Mutation = Record<string, unknown>

/**
 * The mutations that join caption documents with one another where they say the same: references are moved first, then wordings and
 * keys are added to the one that stays (the fullest wording), then the others are deleted; one list a group, to be applied
 * together. Captions that an editor has a draft of are left alone. Memory grows with the captions and references.
 */
export async function* planCaptionDedupe(
  documents: () => AsyncIterable<StoredDocument>,
): AsyncGenerator<Mutation[]> {
  const captions: {document: StoredDocument; text: string}[] = []
  const drafted = new Set<string>()
  const referring: {id: string; revision: string | undefined; references: {path: string; ref: string}[]}[] =
    []
  // One pass only: the migration runner takes its snapshot away once it has been read to the end.
  for await (const document of documents()) {
    const references = findReferences(document)
    if (references.length > 0) referring.push({id: document._id, revision: document._rev, references})
    if (document._type !== 'imageCaption') continue
    const published = toPublishedId(document._id)
    if (published !== document._id) drafted.add(published)
    else if (typeof document.text === 'string') captions.push({document, text: document.text})
  }
  const groups = joinCaptions(captions.filter(({document}) => !drafted.has(document._id))).value.filter(
    (group) => group.members.length > 1,
  )
  if (groups.length === 0) return
  const goesTo = new Map<string, string>()
  const joined = groups.map(({kept, members}) => {
    const others = members.filter((member) => member !== kept).map(({document}) => document)
    for (const other of others) goesTo.set(other._id, kept.document._id)
    return {keep: kept.document, others}
  })
  for (const {id, revision, references: own} of referring) {
    const moved = own.flatMap(({path, ref}) => {
      const target = goesTo.get(ref)
      return target ? [[path, target] as const] : []
    })
    if (moved.length > 0) yield [{patch: {id, ifRevisionID: revision, set: Object.fromEntries(moved)}}]
  }
  for (const {keep, others} of joined) yield joinInto(keep, others)
}

function joinInto(keep: StoredDocument, others: StoredDocument[]): Mutation[] {
  const known = new Set([keep.text, ...wordingsOf(keep).map((wording) => wording.text)])
  const items: Record<string, unknown>[] = []
  for (const other of others) {
    const own = {_type: 'otherWording', _key: other._id.slice(-12), text: other.text}
    for (const wording of [own, ...wordingsOf(other)]) {
      if (known.has(wording.text)) continue
      known.add(wording.text)
      items.push(wording)
    }
  }
  const setIfMissing: Record<string, unknown> = {alsoSeen: []}
  for (const field of ['creditLine', 'byline', 'located', 'altText', 'image'])
    for (const other of others)
      if (other[field] !== undefined && !(field in setIfMissing)) setIfMissing[field] = other[field]
  const keys = [
    ...new Set([keep, ...others].flatMap((document) => (document.keys as string[] | undefined) ?? [])),
  ]
  return [
    {patch: {id: keep._id, setIfMissing, set: {keys}}},
    ...(items.length > 0 ? [{patch: {id: keep._id, insert: {after: 'alsoSeen[-1]', items}}}] : []),
    ...others.map((other) => ({delete: {id: other._id}})),
  ]
}

function wordingsOf(document: StoredDocument): {text: string; _key: string; _type: string}[] {
  return (document.alsoSeen as {text: string; _key: string; _type: string}[] | undefined) ?? []
}

/** Every reference in a document, with the path of its `_ref` as a patch takes it. */
function findReferences(document: StoredDocument): {path: string; ref: string}[] {
  const found: {path: string; ref: string}[] = []
  const waiting: {value: unknown; path: string}[] = [{value: document, path: ''}]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const {value, path} = next
    if (Array.isArray(value)) {
      value.forEach((item: unknown, index) => {
        const key = (item as {_key?: string} | null)?._key
        waiting.push({value: item, path: `${path}[${key ? `_key=="${key}"` : index}]`})
      })
    } else if (typeof value === 'object' && value !== null) {
      const ref = (value as {_ref?: unknown})._ref
      if (typeof ref === 'string') found.push({path: `${path}._ref`, ref})
      for (const [name, child] of Object.entries(value))
        waiting.push({value: child, path: path ? `${path}.${name}` : name})
    }
  }
  return found
}

function toPublishedId(id: string): string {
  return id.replace(/^(?:drafts\.|versions\.[^.]+\.)/, '')
}
