import {getPublishedId, isDraftId, isVersionId, type SanityClient} from 'sanity'

interface Caption {
  _id: string
  _updatedAt: string
  keys: string[] | null
}

interface Known {
  /** By the id that they are stored with. */
  captions: ReadonlyMap<string, Caption>
  groups: string[][]
}

/** A change can be seen by a query somewhat later than its `_updatedAt`: the hosted lake has more than one clock. */
const clockSkewMs = 10_000

/** What is known of each dataset, while this tab is open. */
const knownOf = new Map<string, Promise<Known>>()

/**
 * Ids of captions that share a key with another, those of one key together, what was changed last first; a caption that has a draft counts
 * as its draft. All captions are read the first time; after that what has changed since, and all again when some were deleted.
 */
export async function findCaptionGroups(client: SanityClient): Promise<string[][]> {
  const {projectId, dataset} = client.config()
  const name = `${projectId} ${dataset}`
  const before = knownOf.get(name)
  const now = before ? before.then((known) => readChanges(client, known)) : readAll(client)
  knownOf.set(name, now)
  try {
    return (await now).groups
  } catch (error) {
    if (knownOf.get(name) === now) knownOf.delete(name)
    throw error
  }
}

// As stored, and made one of drafts and published here: the overlay takes the lake as long as all the rest.
const asStored = {perspective: 'raw', tag: 'newsroom.lists'} as const
const projection = '{_id, _updatedAt, keys}'

async function readAll(client: SanityClient): Promise<Known> {
  const captions = await client.fetch<Caption[]>(`*[_type == "imageCaption"]${projection}`, {}, asStored)
  return toKnown(new Map(captions.map((caption) => [caption._id, caption])))
}

async function readChanges(client: SanityClient, known: Known): Promise<Known> {
  const {last, since, recent} = toWindow(known)
  const now = await client.fetch<{all: number; newer: number; recent: number}>(
    `{
      "all": count(*[_type == "imageCaption"]),
      "newer": count(*[_type == "imageCaption" && _updatedAt > $last]),
      "recent": count(*[_type == "imageCaption" && _updatedAt >= $since])
    }`,
    {last, since},
    asStored,
  )
  if (now.newer === 0 && now.recent === recent && now.all === known.captions.size) return known
  const changed = await client.fetch<Caption[]>(
    `*[_type == "imageCaption" && _updatedAt >= $since]${projection}`,
    {since},
    asStored,
  )
  const captions = new Map(known.captions)
  for (const caption of changed) captions.set(caption._id, caption)
  return captions.size === now.all ? toKnown(captions) : readAll(client)
}

/** When the last caption that is known was changed, a while before that, and how many are known that changed since then. */
function toWindow({captions}: Known): {last: string; since: string; recent: number} {
  let last = ''
  for (const {_updatedAt} of captions.values()) if (_updatedAt > last) last = _updatedAt
  const since = new Date(last === '' ? 0 : Date.parse(last) - clockSkewMs).toISOString()
  let recent = 0
  for (const {_updatedAt} of captions.values()) if (_updatedAt >= since) recent++
  return {last, since, recent}
}

function toKnown(captions: ReadonlyMap<string, Caption>): Known {
  const drafts = [...captions.keys()].filter((id) => isDraftId(id))
  const hidden = new Set<string>(drafts.map((id) => getPublishedId(id)))
  const edited = [...captions.values()].filter(({_id}) => !hidden.has(_id) && !isVersionId(_id))
  const groups = groupByKey(edited).map((group) => group.toSorted(byUpdated))
  return {
    captions,
    groups: groups
      .toSorted(([one], [other]) => byUpdated(one!, other!))
      .map((group) => group.map(({_id}) => getPublishedId(_id))),
  }
}

function groupByKey(captions: readonly Caption[]): Caption[][] {
  const byKey = new Map<string, Caption | Caption[]>()
  const groups: Caption[][] = []
  for (const caption of captions)
    for (const key of caption.keys ?? []) {
      const known = byKey.get(key)
      if (Array.isArray(known)) known.push(caption)
      else if (known && known !== caption) {
        const group = [known, caption]
        byKey.set(key, group)
        groups.push(group)
      } else byKey.set(key, caption)
    }
  return groups
}

function byUpdated(one: Caption, other: Caption): number {
  return one._updatedAt > other._updatedAt ? -1 : one._updatedAt < other._updatedAt ? 1 : 0
}
