import type {DatabaseSync} from 'node:sqlite'
import {toVariant, type StoredDocument, type Variant} from '../documents/document.ts'

export interface PathTable {
  /** The number of a path of a variant of a type, made when it is new; undefined when there is no room for it. */
  numberOf(group: PathGroup, path: string): number | undefined
  /** The number of a path that has values. */
  find(variant: Variant, type: string, path: string): number | undefined
  groupOf(document: StoredDocument): PathGroup
  /** What stands for the variant and type of a document: the number of its path `_id`, made when it is new; 0 when there is no room for it. */
  groupNumberOf(document: StoredDocument): number
  /** All variants and types that have documents, or have had. */
  groups(): Iterable<PathGroup>
  /** Whether there were too many variants and types for the index to be whole. */
  isOverflowing(): boolean
  /** After a transaction was taken back. */
  reload(): void
}

export interface PathGroup {
  variant: Variant
  type: string
  paths: Map<string, number>
  /** Whether some paths of it are not in the index. */
  isCrowded: boolean
}

/** Attributes named by data (an id, a date) must not fill the table; paths past these are not in the index. */
const maxPathsOfGroup = 400
const maxGroups = 4000
/** The path that says that a group is crowded; as an attribute it would be escaped. */
const crowdedPath = '[]'
/** The row that says that there were too many groups. */
const overflowVariant = '!'

/** The dictionary of the paths in the index, in memory and in the table `paths`. */
export function openPathTable(database: DatabaseSync): PathTable {
  const insert = database.prepare('insert into paths (variant, type, path) values (?, ?, ?)')
  const all = database.prepare('select tp, variant, type, path from paths order by tp')
  let groups = new Map<string, PathGroup>()
  let isOverflowing = false

  const reload = () => {
    groups = new Map()
    isOverflowing = false
    for (const row of all.iterate() as Iterable<unknown>) {
      const {tp, variant, type, path} = row as {tp: number; variant: string; type: string; path: string}
      const group = variant === overflowVariant ? undefined : openGroup(variant, type)
      if (!group) isOverflowing = true
      else if (path === crowdedPath) group.isCrowded = true
      else group.paths.set(path, tp)
    }
  }
  const openGroup = (variant: Variant, type: string): PathGroup => {
    const name = `${variant}\0${type}`
    let group = groups.get(name)
    if (!group) {
      if (groups.size >= maxGroups && !isOverflowing) {
        isOverflowing = true
        insert.run(overflowVariant, '', crowdedPath)
      }
      group = {variant, type, paths: new Map(), isCrowded: false}
      if (!isOverflowing) groups.set(name, group)
    }
    return group
  }

  const groupOf = (document: StoredDocument) =>
    openGroup(toVariant(document._id), typeof document._type === 'string' ? document._type : '')
  const numberOf = (group: PathGroup, path: string) => {
    const known = group.paths.get(path)
    if (known !== undefined || group.isCrowded || (isOverflowing && group.paths.size === 0)) return known
    if (group.paths.size >= maxPathsOfGroup) {
      group.isCrowded = true
      insert.run(group.variant, group.type, crowdedPath)
      return undefined
    }
    const tp = Number(insert.run(group.variant, group.type, path).lastInsertRowid)
    group.paths.set(path, tp)
    return tp
  }

  reload()
  return {
    numberOf,
    find: (variant, type, path) => groups.get(`${variant}\0${type}`)?.paths.get(path),
    groupOf,
    groupNumberOf: (document) => numberOf(groupOf(document), '_id') ?? 0,
    groups: () => groups.values(),
    isOverflowing: () => isOverflowing,
    reload,
  }
}
