import type {MadeDocuments, WireCopyDocument} from '../documents/index.ts'
import type {StoredDocument} from '../reconcile/index.ts'
import {findTouchedArticles, joinParts, resolveFindings} from './join-parts.ts'
import type {PartFinder} from './part-records.ts'
import {findPartTable, findPartUris, type PartTable} from './part-table.ts'

interface Packages {
  /** Null for copy that has nothing to do with any. */
  table: PartTable | null
  touched: string[]
}

/** The packages that a copy has to do with, and the articles of other copy that it thereby changes; what those are is added to `known`. */
export async function findPackages(
  made: MadeDocuments,
  known: Map<string, StoredDocument>,
  {parts, look}: {parts?: PartFinder; look?: (ids: string[]) => Promise<void>},
): Promise<Packages> {
  const own = made.articles as unknown as StoredDocument[]
  if (!parts || findPartUris(made.wireCopy, own).length === 0) return {table: null, touched: []}
  const table = await findPartTable(made.wireCopy, own, parts)
  if (table.copies.size === 0) return {table: null, touched: []}
  await look?.([...table.articles].flatMap((id) => [id, `drafts.${id}`]))
  return {table, touched: findTouchedArticles(table, own, known)}
}

/** Both sides with the parts of their packages, and what was missing and is here marked as such. */
export function joinPackages(
  {made, base}: {made: StoredDocument[]; base: StoredDocument[] | null},
  {table, touched}: Packages,
  known: Map<string, StoredDocument>,
) {
  if (!table) return {made, base, mutations: [], arrived: new Set<string>()}
  const [record, ...others] = made
  const copy = record as unknown as WireCopyDocument
  // Captions may have taken the ids of the dataset's.
  if (copy.parts) table.copies.set(copy._id, {...table.copies.get(copy._id)!, parts: copy.parts})
  const {copy: told, mutations, arrived} = resolveFindings(table, copy, known.get(copy._id))
  const sides = joinParts({made: [told as unknown as StoredDocument, ...others], base}, touched, table, known)
  return {...sides, mutations, arrived}
}
