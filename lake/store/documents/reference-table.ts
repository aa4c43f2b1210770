import type {DatabaseSync} from 'node:sqlite'
import type {StoredDocument} from './document.ts'
import type {PathTable} from '../indexes/path-table.ts'
import {prepareRows} from '../database/many-rows.ts'
import {findGuarded} from './references.ts'

/** More would not be told of. */
const maxReferrers = 100

/** How a document refers to another: strongly if it does so once, hidden if `references()` sees none of it. */
interface Target {
  isWeak: boolean
  isHidden: boolean
}

/**
 * Which documents refer to which, one row for all references from one to another: what guards a document from being deleted, and where
 * `references()` looks. Documents that refer are known by their numbers and groups. Writes belong inside a transaction.
 */
export function openReferenceTable(database: DatabaseSync, paths: PathTable) {
  const insert = prepareRows(database, 'insert or replace into refs (to_id, tp, from_n, weak, hidden)', 5)
  const remove = database.prepare('delete from refs where to_id = ? and tp = ? and from_n = ?')
  const strongTo = database.prepare(
    `select id from refs join documents on n = from_n where to_id = ? and weak = 0 and id <> ? order by id limit ${maxReferrers}`,
  )
  const anyTo = database.prepare(
    'select id from refs join documents on n = from_n where to_id = ? order by id',
  )
  const toIds = (rows: unknown[]) => (rows as {id: string}[]).map(({id}) => id)

  return {
    /** Takes in a document, or what has changed of it since it was `before`. */
    put(n: number, before: StoredDocument | null, after: StoredDocument): void {
      const tp = paths.groupNumberOf(after)
      if (before && paths.groupNumberOf(before) !== tp) {
        this.remove(n, before)
        this.put(n, null, after)
        return
      }
      const held = before ? findTargets(before) : new Map<string, Target>()
      const rows: [to: string, tp: number, n: number, weak: number, hidden: number][] = []
      for (const [to, target] of findTargets(after)) {
        if (!isSame(held.get(to), target))
          rows.push([to, tp, n, target.isWeak ? 1 : 0, target.isHidden ? 1 : 0])
        held.delete(to)
      }
      insert.write(rows)
      for (const to of held.keys()) remove.run(to, tp, n)
    },
    remove(n: number, before: StoredDocument): void {
      const tp = paths.groupNumberOf(before)
      for (const to of findTargets(before).keys()) remove.run(to, tp, n)
    },
    /** Ids of the other documents that hold a strong reference to `id`, at most 100. */
    strongReferrersOf: (id: string): string[] => toIds(strongTo.all(id, id)),
    /** Ids of all documents that hold a reference to `id`. */
    referrersOf: (id: string): string[] => toIds(anyTo.all(id)),
  }
}

function findTargets(document: StoredDocument): Map<string, Target> {
  const targets = new Map<string, Target>()
  for (const {to, weak, isHidden} of findGuarded(document)) {
    const known = targets.get(to)
    targets.set(to, {
      isWeak: weak && (known?.isWeak ?? true),
      isHidden: isHidden && (known?.isHidden ?? true),
    })
  }
  return targets
}

function isSame(one: Target | undefined, other: Target): boolean {
  return one?.isWeak === other.isWeak && one.isHidden === other.isHidden
}
