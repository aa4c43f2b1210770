import type {Finding} from '../model/finding.ts'
import {toDeletedFinding, toFindings, toKeptFinding, toOlderFinding} from './article-findings.ts'
import {mergeArticle} from './merge-article.ts'
import {isStricter, mergeWire, statusOf, type Wire} from './merge-wire.ts'
import {guard, patchArticle} from './patch-article.ts'
import {isSameValue, toCanonical} from './same-value.ts'
import {toSettledBase} from './settled-base.ts'
import type {
  BodyElement,
  Mutation,
  Outcome,
  ReconcileInput,
  StoredDocument,
  WaitingChange,
  WaitingUpdate,
} from './types.ts'
import {compareVersions} from './version-order.ts'
import {isOfField} from './waiting-change.ts'

/** What one article of a copy needs. */
interface ArticlePlan {
  mutations: Mutation[]
  outcome: Outcome
  waiting: WaitingChange[]
  findings: Finding[]
  /** The article's text is this copy's: what the copy makes beside it belongs in the dataset. */
  isCurrent: boolean
}

/**
 * The plan for one article. `recorded`: this very copy was imported before, so an article that is not there was deleted by an
 * editor, and equal versions change nothing.
 */
export function planArticle(made: StoredDocument, recorded: boolean, input: ReconcileInput): ArticlePlan {
  const draft = input.existing.get(`drafts.${made._id}`)
  const published = input.existing.get(made._id)
  const ours = draft ?? published
  if (!ours) return recorded && isListed(made, input) ? deletedHere(made) : createDraft(made)
  const ourWire = wireOf(ours)
  const theirWire = wireOf(made)
  const base = findBase(ours, input.base)
  if (isSameValue(ourWire.copy, theirWire.copy)) {
    if (!base || isSameValue(ourWire.parts, theirWire.parts))
      return {...nothing('unchanged', ours), isCurrent: true}
    return {...update({made, ours, draft, published, base, takesText: true, input}), isCurrent: true}
  }
  const order = compareVersions(theirWire, ourWire)
  const takesText = !isNotice(made, base) && isLaterText(theirWire, base, recorded)
  const stricter = isStricter(statusOf(theirWire), statusOf(ourWire))
  if (!takesText && recorded && order <= 0) return nothing('unchanged', ours)
  if (!takesText && order < 0 && !stricter)
    return {...nothing('older', ours), findings: [toOlderFinding(made, ours)]}
  if (takesText && !base && !isSameText(ours, made))
    return {...nothing('kept', ours), findings: [toKeptFinding(made)]}
  return update({made, ours, draft, published, base, takesText, input})
}

interface Update {
  made: StoredDocument
  ours: StoredDocument
  draft: StoredDocument | undefined
  published: StoredDocument | undefined
  base: StoredDocument | undefined
  takesText: boolean
  input: ReconcileInput
}

function update({made, ours, draft, published, base, takesText, input}: Update): ArticlePlan {
  const unsettled = ours.waitingUpdate as WaitingUpdate | undefined
  const before = unsettled?.changes ?? []
  const wire = mergeWire(wireOf(ours), wireOf(made), before, takesText)
  const merged =
    takesText && base
      ? mergeArticle(toSettledBase(base, unsettled), ours, made, published !== undefined)
      : null
  const textWaiting = merged ? merged.waiting : before.filter((change) => change.kind !== 'status')
  const waiting = [...textWaiting, ...wire.waiting]
  const order = merged ? merged.order : unsettled?.order
  const waitingUpdate = toWaitingUpdate(waiting, order, unsettled, wire.wire, input.now)
  const {
    _id,
    _type,
    _rev,
    _createdAt,
    _updatedAt,
    body: ourBody,
    waitingUpdate: _,
    wire: __,
    ...ourFields
  } = ours
  const body = (merged?.body ?? ourBody ?? []) as BodyElement[]
  const wanted = {
    fields: {...(merged?.fields ?? ourFields), wire: wire.wire, ...(waitingUpdate ? {waitingUpdate} : {})},
    body,
    origins: merged?.origins ?? body.map((element) => element._key),
  }
  const changesText =
    merged !== null &&
    patchArticle(ours, {
      ...wanted,
      fields: {...wanted.fields, wire: ours.wire, waitingUpdate: ours.waitingUpdate},
    }).length > 0
  const isBack =
    draft !== undefined &&
    published !== undefined &&
    (changesText || (unsettled !== undefined && waiting.length === 0)) &&
    saysNothing(wanted, published)
  const mutations = isBack
    ? discardDraft(draft, published, wire.wire)
    : draft
      ? patchArticle(draft, wanted)
      : changesText || waiting.length > 0
        ? draftFrom(ours, wanted)
        : patchArticle(ours, wanted)
  const isDraftAfter = !isBack && (draft !== undefined || changesText || waiting.length > 0)
  if (published && isDraftAfter) mutations.push(...makeStricter(published, wireOf(made)))
  const findings = toFindings(
    made,
    waiting,
    wire.stricter ? statusOf(wire.wire) : null,
    merged?.quotationChanged ?? false,
  )
  if (mutations.length === 0) return {...nothing('unchanged', ours), findings, isCurrent: takesText}
  const outcome: Outcome = wire.stricter ? 'held' : waiting.length > 0 ? 'waiting' : 'updated'
  return {mutations, outcome, waiting, findings, isCurrent: takesText}
}

/**
 * Copy that is a word to the desk and no story: a kill, or a hold (or an update) that sends no text for an article that has some.
 * Its status counts, its text is not taken.
 */
function isNotice(made: StoredDocument, base: StoredDocument | undefined): boolean {
  return (
    statusOf(wireOf(made)) === 'canceled' ||
    (toBody(made).length === 0 && base !== undefined && toBody(base).length > 0)
  )
}

/** The version's text comes after the text that the article has: any story comes after a kill's notice. Equal versions: the one that came last, once. */
function isLaterText(theirs: Wire, base: StoredDocument | undefined, recorded: boolean): boolean {
  if (!base) return !recorded
  if (statusOf(wireOf(base)) === 'canceled') return true
  const order = compareVersions(theirs, wireOf(base))
  return recorded ? order > 0 : order >= 0
}

/** The article that the copy named in `ours.wire.copy` makes. */
function findBase(ours: StoredDocument, base: StoredDocument[] | null): StoredDocument | undefined {
  const id = ours._id.replace(/^drafts\./u, '')
  return base?.find(
    (document) =>
      document._id === id &&
      document._type === 'article' &&
      isSameValue(wireOf(document).copy, wireOf(ours).copy),
  )
}

/** The update that waits, named after the latest version; the one before when nothing about it changed. */
function toWaitingUpdate(
  changes: WaitingChange[],
  order: string[] | undefined,
  before: WaitingUpdate | undefined,
  wire: Wire,
  now: string,
): WaitingUpdate | undefined {
  if (changes.length === 0) return undefined
  const update: WaitingUpdate = {
    _type: 'waitingUpdate',
    ...(typeof wire.version === 'string' ? {version: wire.version} : {}),
    ...(typeof wire.versionCreated === 'string' ? {versionCreated: wire.versionCreated} : {}),
    receivedAt: now,
    copy: {_type: 'reference', _ref: (wire.copy as {_ref: string})._ref, _weak: true},
    changes,
    ...(order && changes.some((change) => !isOfField(change)) ? {order} : {}),
  }
  return before && toCanonical({...before, receivedAt: now}) === toCanonical(update) ? before : update
}

/**
 * A draft beside a published article: made from the published words as they stand now, never from the copy (sanity-io/client#414).
 * The patch that changes nothing refuses the transaction when somebody published in between.
 */
function draftFrom(
  published: StoredDocument,
  wanted: {fields: Record<string, unknown>; body: BodyElement[]},
): Mutation[] {
  const draft: StoredDocument = {
    _id: `drafts.${published._id}`,
    _type: published._type,
    ...wanted.fields,
    body: wanted.body,
  }
  return [...guard(published, [{set: {'wire.pubStatus': statusOf(wireOf(published))}}]), {create: draft}]
}

/** Whether a draft that would be so says nothing that the published article does not say, and waits for nothing. */
function saysNothing(
  wanted: {fields: Record<string, unknown>; body: BodyElement[]},
  published: StoredDocument,
): boolean {
  const {wire, ...fields} = wanted.fields
  const {_id, _type, _rev, _createdAt, _updatedAt, wire: _, body, ...publishedFields} = published
  return (
    isSameValue(fields, publishedFields) &&
    isSameValue(wanted.body, body ?? []) &&
    !isStricter(statusOf(wireOf(published)), statusOf(wire as Wire))
  )
}

/**
 * The wire took back what it had changed: the draft would say what is published, so it goes, unless somebody typed in it meanwhile (the
 * patch refuses then). What the wire says of the item is told on the published article.
 */
function discardDraft(draft: StoredDocument, published: StoredDocument, wire: Wire): Mutation[] {
  const body = toBody(published)
  const {_id, _type, _rev, _createdAt, _updatedAt, body: _, ...fields} = published
  return [
    ...guard(draft, [{set: {'wire.pubStatus': statusOf(wire)}}]),
    {delete: {id: draft._id}},
    ...patchArticle(published, {
      fields: {...fields, wire},
      body,
      origins: body.map((element) => element._key),
    }),
  ]
}

/** A kill or hold reaches what readers see: what the wire says of the item is set, the text stays. */
function makeStricter(published: StoredDocument, theirs: Wire): Mutation[] {
  const before = wireOf(published)
  if (!isStricter(statusOf(theirs), statusOf(before))) return []
  const {wire} = mergeWire(before, theirs, [], false)
  const body = toBody(published)
  const {_id, _type, _rev, _createdAt, _updatedAt, body: _, ...fields} = published
  const wanted = {fields: {...fields, wire}, body, origins: body.map((element) => element._key)}
  return patchArticle({...published, _rev: undefined}, wanted)
}

/**
 * `create`, not `createIfNotExists`: when another import made the draft in between, the transaction must fail and be planned anew, or
 * this copy would be recorded without having been seen.
 */
function createDraft(made: StoredDocument): ArticlePlan {
  const status = statusOf(wireOf(made))
  const findings = toFindings(made, [], status === 'usable' ? null : status, false)
  return {
    mutations: [{create: {...made, _id: `drafts.${made._id}`}}],
    outcome: status === 'usable' ? 'created' : 'held',
    waiting: [],
    findings,
    isCurrent: true,
  }
}

function nothing(outcome: Outcome, ours: StoredDocument): ArticlePlan {
  return {
    mutations: [],
    outcome,
    waiting: (ours.waitingUpdate as WaitingUpdate | undefined)?.changes ?? [],
    findings: [],
    isCurrent: false,
  }
}

function deletedHere(made: StoredDocument): ArticlePlan {
  return {
    mutations: [],
    outcome: 'unchanged',
    waiting: [],
    findings: [toDeletedFinding(made)],
    isCurrent: false,
  }
}

/** Whether the copy's record says that it made this article. */
function isListed(made: StoredDocument, input: ReconcileInput): boolean {
  const copy = input.made.find((document) => document._type === 'wireCopy')
  const articles = copy && input.existing.get(copy._id)?.articles
  return Array.isArray(articles) && articles.some((reference: {_ref?: string}) => reference._ref === made._id)
}

function isSameText(ours: StoredDocument, made: StoredDocument): boolean {
  return ['headline', 'standfirst', 'byline', 'dateline', 'body'].every((name) =>
    isSameValue(ours[name], made[name]),
  )
}

function toBody(article: StoredDocument): BodyElement[] {
  return Array.isArray(article.body) ? (article.body as BodyElement[]) : []
}

function wireOf(article: StoredDocument): Wire {
  return (article.wire as Wire | undefined) ?? {}
}
