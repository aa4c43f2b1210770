import type {WireCopyDocument} from '../documents/types.ts'
import {placeParts} from '../documents/place-parts.ts'
import {isSameValue} from '../reconcile/same-value.ts'
import type {Mutation, StoredDocument} from '../reconcile/index.ts'
import {toPartRecord} from './part-records.ts'
import {heldParts, joinedPartsOf, type PartTable} from './part-table.ts'

/** The articles of other copy whose parts are no longer what they show, by id: their own copy must be made again. */
export function findTouchedArticles(
  table: PartTable,
  own: StoredDocument[],
  known: Map<string, StoredDocument>,
): string[] {
  const joined = joinedPartsOf(table)
  const isOwn = new Set(own.map(({_id}) => _id))
  return [...table.articles].filter((id) => {
    const ours = known.get(`drafts.${id}`) ?? known.get(id)
    return ours !== undefined && !isOwn.has(id) && !isSameValue(partsOf(ours), joined.get(id))
  })
}

/** Both sides with the parts of their packages: theirs with those that have arrived until now, the base with those that the article shows. */
export function joinParts(
  sides: {made: StoredDocument[]; base: StoredDocument[] | null},
  touched: string[],
  table: PartTable,
  known: Map<string, StoredDocument>,
): {made: StoredDocument[]; base: StoredDocument[] | null} {
  const joined = joinedPartsOf(table)
  const isTouched = new Set(touched)
  const place = (article: StoredDocument) => placeParts(article, joined.get(article._id) ?? [])
  const placeAsShown = (article: StoredDocument) => {
    const ours = known.get(`drafts.${article._id}`) ?? known.get(article._id)
    return placeParts(article, (ours && partsOf(ours)) ?? [])
  }
  const isArticle = ({_type}: StoredDocument) => _type === 'article'
  const remade = (sides.base ?? []).filter((document) => isArticle(document) && isTouched.has(document._id))
  const again = sides.made.filter((document) => isArticle(document) && isSameCopy(document, known))
  const base = [...(sides.base ?? []), ...again].map((document) =>
    isArticle(document) ? placeAsShown(document) : document,
  )
  return {
    made: [...sides.made, ...lastOfEach(remade, known)].map((document) =>
      isArticle(document) ? place(document) : document,
    ),
    base: base.length > 0 ? base : sides.base,
  }
}

/** Marks what was missing and has arrived on the records that say so: on this copy's own as it is made, or as it is `stored`. */
export function resolveFindings(
  table: PartTable,
  copy: WireCopyDocument,
  stored: StoredDocument | undefined,
): {copy: WireCopyDocument; mutations: Mutation[]; arrived: Set<string>} {
  const arrived = new Set([...heldParts(table).keys(), ...table.stories.keys()])
  const hasArrived = ({part, resolved}: WireCopyDocument['findings'][number]) =>
    part !== undefined && !resolved && arrived.has(part)
  const others = [...table.copies.values()].filter(({_id}) => _id !== copy._id)
  const mutations: Mutation[] = []
  for (const {_id, findings} of stored ? [...others, toPartRecord(stored)] : others) {
    const set = Object.fromEntries(
      findings.filter(hasArrived).map(({_key}) => [`findings[_key=="${_key}"].resolved`, true]),
    )
    if (Object.keys(set).length > 0) mutations.push({patch: {id: _id, set}})
  }
  const findings = copy.findings.map((finding) =>
    hasArrived(finding) ? {...finding, resolved: true} : finding,
  )
  return {copy: {...copy, findings}, mutations, arrived}
}

/** The article stands on this very version of the copy. */
function isSameCopy(article: StoredDocument, known: Map<string, StoredDocument>): boolean {
  const ours = known.get(`drafts.${article._id}`) ?? known.get(article._id)
  return ours !== undefined && copyOf(ours) === copyOf(article)
}

/** A draft and what is published can stand on different copy: the article is what the draft stands on. */
function lastOfEach(articles: StoredDocument[], known: Map<string, StoredDocument>): StoredDocument[] {
  return articles.filter((article) => isSameCopy(article, known))
}

function copyOf(article: StoredDocument): string | undefined {
  return (article.wire as {copy?: {_ref?: string}} | undefined)?.copy?._ref
}

function partsOf(article: StoredDocument) {
  return (article.wire as {parts?: Parameters<typeof placeParts>[1]} | undefined)?.parts
}
