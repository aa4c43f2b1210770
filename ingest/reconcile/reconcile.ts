import type {Finding, Staged} from '../model/finding.ts'
import {planArticle} from './plan-article.ts'
import {planSupporting} from './plan-supporting.ts'
import type {Mutation, Outcome, Reconciled, ReconcileInput, StoredDocument, WaitingChange} from './types.ts'

/** Which outcome of several articles is told: the one that most needs a look. */
const telling: Outcome[] = ['waiting', 'held', 'kept', 'created', 'updated', 'older', 'unchanged']

/**
 * What to write so that a dataset holds this copy and no word of an editor's is lost (DESIGN §4, rules 1 to 8). Articles land as
 * drafts, looked up as draft and as published first; a new version is merged field by field and block by block, and what meets
 * an editor's change waits on the article. The same copy again gives no mutation. Send all mutations in one transaction; when it is
 * refused for a revision, look again and plan again.
 */
export function reconcile(input: ReconcileInput): Staged<Reconciled> {
  const copy = input.made.find((document) => document._type === 'wireCopy')
  const articles = input.made.filter((document) => document._type === 'article')
  const supporting = input.made.filter(
    (document) => document._type !== 'wireCopy' && document._type !== 'article',
  )
  const findings: Finding[] = []
  const recorded = isRecorded(copy, input.existing)
  const plans = articles.map((article) => planArticle(article, recorded, input))
  for (const plan of plans) findings.push(...plan.findings)
  const outcomes = plans.map((plan) => plan.outcome)
  const waiting: WaitingChange[] = plans.flatMap((plan) => plan.waiting)
  // What an older version alone said (a quotation taken back since) must not come up as if it still stood.
  const current = plans.length === 0 || plans.some((plan) => plan.isCurrent)
  const beside = planSupporting(current ? supporting : [], input.existing)
  const mutations: Mutation[] = [
    ...planCopy(copy, input.existing),
    ...beside.mutations,
    ...plans.flatMap((plan) => plan.mutations),
  ]
  const outcome =
    telling.find((one) => outcomes.includes(one)) ?? (mutations.length > 0 ? 'created' : 'unchanged')
  return {value: {mutations, outcome, waiting, changed: beside.changed}, findings}
}

/** Copy is recorded once what became of it is on its document; a bare one (made by hand, or by an older import) is not. */
function isRecorded(copy: StoredDocument | undefined, existing: Map<string, StoredDocument>): boolean {
  const known = copy && existing.get(copy._id)
  return known !== undefined && typeof known.outcome === 'string'
}

function planCopy(copy: StoredDocument | undefined, existing: Map<string, StoredDocument>): Mutation[] {
  if (!copy) return []
  const known = existing.get(copy._id)
  if (!known) return [{createIfNotExists: copy}]
  const missing = Object.fromEntries(
    Object.entries(copy).filter(([name]) => !name.startsWith('_') && known[name] === undefined),
  )
  return Object.keys(missing).length > 0 ? [{patch: {id: copy._id, setIfMissing: missing}}] : []
}
