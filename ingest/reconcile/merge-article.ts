import {mergeBody} from './merge-body.ts'
import {isSameValue} from './same-value.ts'
import type {BodyElement, StoredDocument, WaitingChange} from './types.ts'
import {toBodyChange, toFieldChange} from './waiting-change.ts'

/** The text fields of an article after both sides' changes. */
interface MergedArticle {
  /** Every field but `wire` and `waitingUpdate`; a field the merge took away is absent. */
  fields: Record<string, unknown>
  body: BodyElement[]
  /** For each member of `body` the key it has here now; null for a new one. */
  origins: (string | null)[]
  waiting: WaitingChange[]
  /** The wire's body as keys here, in its order. */
  order: string[]
  quotationChanged: boolean
}

const ownFields = new Set(['wire', 'waitingUpdate', 'body', 'slug'])

/** Field by field and block by block, as DESIGN §4 (3) says. The address follows the headline only while nothing was published. */
export function mergeArticle(
  base: StoredDocument,
  ours: StoredDocument,
  theirs: StoredDocument,
  published: boolean,
): MergedArticle {
  const fields: Record<string, unknown> = {}
  const waiting: WaitingChange[] = []
  const names = new Set([...Object.keys(ours), ...Object.keys(theirs), ...Object.keys(base)])
  for (const name of names) {
    if (name.startsWith('_') || ownFields.has(name)) continue
    const value = mergeField(name, base[name], ours[name], theirs[name], waiting)
    if (value !== undefined) fields[name] = value
  }
  const slug = !published && isSameValue(ours.slug, base.slug) ? (theirs.slug ?? ours.slug) : ours.slug
  if (slug !== undefined) fields.slug = slug
  const body = mergeBody(toBody(base), toBody(ours), toBody(theirs))
  waiting.push(...body.conflicts.map(toBodyChange))
  const {origins, order, quotationChanged} = body
  return {fields, body: body.body, origins, waiting, order, quotationChanged}
}

function mergeField(
  name: string,
  base: unknown,
  ours: unknown,
  theirs: unknown,
  waiting: WaitingChange[],
): unknown {
  if (isSameValue(theirs, base) || isSameValue(theirs, ours)) return ours
  if (isSameValue(ours, base)) return theirs
  waiting.push(toFieldChange(name, 'field', base, ours, theirs))
  return ours
}

function toBody(article: StoredDocument): BodyElement[] {
  return Array.isArray(article.body) ? (article.body as BodyElement[]) : []
}
