import type {Store} from '../../lake/store/index.ts'

/** Which published captions have a key. */
export interface CaptionIndex {
  find(keys: string[]): Promise<string[]>
}

/** Read once from the store when first asked, and kept up with every transaction after that. */
export function openCaptionIndex(store: Store): CaptionIndex {
  let idsByKey: Promise<Map<string, Set<string>>> | undefined

  const read = async () => {
    const index = new Map<string, Set<string>>()
    const captions = await store.fetch<{_id: string; keys: string[] | null}[]>(
      '*[_type == "imageCaption"]{_id, keys}',
    )
    for (const {_id, keys} of captions) add(index, _id, keys)
    store.onTransaction(({changes}) => {
      for (const {after} of changes) if (after?._type === 'imageCaption') add(index, after._id, after['keys'])
    })
    return index
  }

  return {
    async find(keys) {
      const index = await (idsByKey ??= read())
      return [...new Set(keys.flatMap((key) => [...(index.get(key) ?? [])]))]
    },
  }
}

function add(index: Map<string, Set<string>>, id: string, keys: unknown): void {
  if (id.includes('.') || !Array.isArray(keys)) return
  for (const key of keys as string[]) {
    const ids = index.get(key)
    if (ids) ids.add(id)
    else index.set(key, new Set([id]))
  }
}
