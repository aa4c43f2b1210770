import type {DatabaseSync} from 'node:sqlite'
import type {PathTable} from './path-table.ts'
import {isCutKey, toValueKey} from './value-key.ts'

/** Documents of a type by strings at a path, which is written as `findValues` writes it: `slug.current`, `keywords[]`. */
export interface LookUp {
  type: string
  path: string
  values: readonly string[]
  /** Documents given for one value and variant (published, drafts, each release). */
  limit: number
}

export interface FoundByValue {
  id: string
  value: string
  /** False for a string so long that the index has only its beginning: the document may have another one that begins so. */
  isCertain: boolean
}

/** Looks up in the index of values as far as it has come; documents that were made since are not found. */
export function openLookUp(database: DatabaseSync, paths: PathTable) {
  const select = database.prepare(
    `select documents.id, wanted.key as place from json_each(?) as wanted join documents
     on n in (select n from document_values where tp = ? and value = wanted.value limit ?)`,
  )
  return ({type, path, values, limit}: LookUp): FoundByValue[] => {
    const keys = values.map(toValueKey)
    const list = JSON.stringify(keys)
    const found: FoundByValue[] = []
    for (const group of paths.groups()) {
      const tp = group.type === type ? group.paths.get(path) : undefined
      if (tp === undefined) continue
      const rows = select.all(list, tp, limit) as unknown as {id: string; place: number}[]
      for (const {id, place} of rows)
        found.push({id, value: values[place]!, isCertain: !isCutKey(keys[place]!)})
    }
    return found
  }
}
