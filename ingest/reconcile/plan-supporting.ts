import {hashText} from '../text/hash.ts'
import {guard} from './patch-article.ts'
import {isSameValue} from './same-value.ts'
import type {Mutation, Patch, StoredDocument} from './types.ts'

/** What to write for one document beside the articles. */
interface SupportingPlan {
  mutations: Mutation[]
  /** The document as it is then, when it was known and changes. */
  changed?: StoredDocument
}

/**
 * What to write for captions, quotes, newsletter blocks and people: new ones are created, published; a known caption only grows
 * (another wording, more keys); a known quote follows its words to another block. Nothing that an editor may change is ever set.
 * A caption that another import made meanwhile fails the transaction, so that its other wording is not lost: plan again.
 */
export function planSupporting(
  made: StoredDocument[],
  existing: Map<string, StoredDocument>,
): {mutations: Mutation[]; changed: StoredDocument[]} {
  const mutations: Mutation[] = []
  // Two captions of one copy can be one of the dataset's: the second finds it as the first leaves it.
  const changed = new Map<string, StoredDocument>()
  for (const document of made) {
    const plan = planOne(document, changed.get(document._id) ?? existing.get(document._id))
    mutations.push(...plan.mutations)
    if (plan.changed) changed.set(document._id, plan.changed)
  }
  return {mutations, changed: [...changed.values()]}
}

function planOne(made: StoredDocument, known: StoredDocument | undefined): SupportingPlan {
  const isCaption = made._type === 'imageCaption'
  if (!known) return {mutations: [isCaption ? {create: made} : {createIfNotExists: made}]}
  if (isCaption) return growCaption(known, made)
  return made._type === 'quote' ? moveQuote(known, made) : {mutations: []}
}

interface Wording {
  _key: string
  _type: string
  text: string
  [field: string]: unknown
}

function growCaption(known: StoredDocument, made: StoredDocument): SupportingPlan {
  const seen = wordingsOf(known)
  const texts = new Set([known.text, ...seen.map((wording) => wording.text)])
  const copy = wordingsOf(made)[0]?.copy
  const candidates: Wording[] = [
    {
      _type: 'otherWording',
      _key: hashText([known._id, String(made.text)], 12),
      text: String(made.text),
      ...(copy ? {copy} : {}),
    },
    ...wordingsOf(made),
  ]
  const items: Wording[] = []
  for (const wording of candidates) {
    if (texts.has(wording.text)) continue
    texts.add(wording.text)
    items.push(wording)
  }
  const keys = Array.isArray(known.keys) ? (known.keys as string[]) : []
  const newKeys = (Array.isArray(made.keys) ? (made.keys as string[]) : []).filter(
    (key) => !keys.includes(key),
  )
  const patches: Omit<Patch, 'id'>[] = []
  if (items.length > 0) patches.push({setIfMissing: {alsoSeen: []}}, {insert: {after: 'alsoSeen[-1]', items}})
  if (newKeys.length > 0)
    patches.push({setIfMissing: {keys: []}}, {insert: {after: 'keys[-1]', items: newKeys}})
  if (patches.length === 0) return {mutations: []}
  return {
    mutations: guard(known, patches),
    changed: withoutRevision({...known, alsoSeen: [...seen, ...items], keys: [...keys, ...newKeys]}),
  }
}

/** Patches of one transaction that come later cannot name the revision that the first one looked at. */
function withoutRevision(document: StoredDocument): StoredDocument {
  const {_rev, ...rest} = document
  return rest
}

function wordingsOf(caption: StoredDocument): Wording[] {
  return Array.isArray(caption.alsoSeen) ? (caption.alsoSeen as Wording[]) : []
}

function moveQuote(known: StoredDocument, made: StoredDocument): SupportingPlan {
  if (isSameValue(known.at, made.at)) return {mutations: []}
  const {at, copy} = made
  return {
    mutations: guard(known, [{set: {at, copy}}]),
    changed: withoutRevision({...known, at, copy}),
  }
}
