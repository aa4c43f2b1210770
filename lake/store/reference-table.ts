import type {DatabaseSync} from 'node:sqlite'
import type {StoredDocument} from './document.ts'
import {prepareRows} from './many-rows.ts'
import {findReferences} from './references.ts'

/** More would not be told of. */
const maxReferrers = 100

/**
 * Which documents refer to which, one row for all references from one to another: what guards a document from being deleted. Documents that
 * refer are known by their numbers. Writes belong inside a transaction.
 */
export function openReferenceTable(database: DatabaseSync) {
  const insert = prepareRows(database, 'insert or replace into refs (to_id, from_n, weak)', 3)
  const remove = database.prepare('delete from refs where to_id = ? and from_n = ?')
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
      const held = before ? findTargets(before) : new Map<string, boolean>()
      const rows: [to: string, n: number, weak: number][] = []
      for (const [to, isWeak] of findTargets(after)) {
        if (held.get(to) !== isWeak) rows.push([to, n, isWeak ? 1 : 0])
        held.delete(to)
      }
      insert.write(rows)
      for (const to of held.keys()) remove.run(to, n)
    },
    remove(n: number, before: StoredDocument): void {
      for (const to of findTargets(before).keys()) remove.run(to, n)
    },
    /** Ids of the other documents that hold a strong reference to `id`, at most 100. */
    strongReferrersOf: (id: string): string[] => toIds(strongTo.all(id, id)),
    /** Ids of all documents that hold a reference to `id`. */
    referrersOf: (id: string): string[] => toIds(anyTo.all(id)),
  }
}

/** What a document refers to, and whether only weakly. */
function findTargets(document: StoredDocument): Map<string, boolean> {
  const targets = new Map<string, boolean>()
  for (const {to, weak} of findReferences(document)) targets.set(to, weak && (targets.get(to) ?? true))
  return targets
}
