import type {LookUp, Store} from '../../lake/store/index.ts'

/** What documents are found by: strings that they carry in a list of keys. */
export interface KeyIndexOptions extends Pick<LookUp, 'type' | 'path' | 'limit'> {
  keysOf: (document: {[name: string]: unknown}) => readonly string[]
}

/** A document and which of the keys asked for it has. */
export interface Holder {
  id: string
  keys: string[]
}

/** Documents changed since the index of values was whole that are kept track of here; past that it is brought up to date. */
const maxRecent = 2000
const maxCatchUpMs = 1000

/**
 * Finds documents by keys while many are written: those of before by the store's index of values, those of this process in memory, so that the
 * index can be left behind and brought up to date for many documents at once, which is several times quicker.
 */
export function openKeyIndex(store: Store, {type, path, limit, keysOf}: KeyIndexOptions) {
  const recent = new Map<string, readonly string[]>()
  const idsByKey = new Map<string, Set<string>>()
  let isWhole = false

  const forget = (id: string) => {
    for (const key of recent.get(id) ?? []) idsByKey.get(key)?.delete(id)
    recent.delete(id)
  }
  store.onTransaction(({changes}) => {
    for (const {documentId, before, after} of changes) {
      if (before?._type !== type && after?._type !== type) continue
      forget(documentId)
      const keys = after?._type === type ? keysOf(after) : []
      recent.set(documentId, keys)
      for (const key of keys) {
        const ids = idsByKey.get(key)
        if (ids) ids.add(documentId)
        else idsByKey.set(key, new Set([documentId]))
      }
    }
  })
  const catchUp = () => {
    isWhole = store.catchUp(maxCatchUpMs, 'values')
    if (!isWhole) return
    recent.clear()
    idsByKey.clear()
  }

  return {
    find(keys: readonly string[]): Holder[] {
      if (!isWhole || recent.size > maxRecent) catchUp()
      const found = new Map<string, string[]>()
      const add = (id: string, key: string) => {
        const known = found.get(id)
        if (known) known.push(key)
        else found.set(id, [key])
      }
      for (const {id, value, isCertain} of store.lookUp({type, path, limit, values: keys}))
        if (!recent.has(id) && (isCertain || keysOf(store.getDocument(id)!).includes(value))) add(id, value)
      for (const key of new Set(keys)) {
        let room = limit
        for (const id of idsByKey.get(key) ?? []) if (room-- > 0) add(id, key)
      }
      return [...found].map(([id, held]) => ({id, keys: held}))
    },
  }
}
