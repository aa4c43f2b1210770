import type {AttributeSource} from '../documents/attribute-reader.ts'
import {
  isPublishedId,
  isVersionId,
  toVariant,
  type StoredDocument,
  type Variant,
} from '../documents/document.ts'
import type {DocumentReader} from '../documents/document-reader.ts'
import {toVariantOrder, type Perspective} from '../query/perspective.ts'

/** The documents as a perspective shows them, found one by one instead of made for all of them before. */
export interface QueryView {
  /** Whether documents of this variant are shown. */
  shows(variant: Variant): boolean
  /** The document as it is shown; undefined when it is not, or another stands before it. */
  show(document: StoredDocument): StoredDocument | undefined
  /** The document that is shown with this `_id`. */
  get(id: string): StoredDocument | undefined
  /** Parts of documents; left out where more of one must be known to show it. */
  attributes?: AttributeSource
  /** Ids of the documents, as stored, that may be shown with this `_id`. */
  storedIds(id: string): string[]
  /** The `_id` with which a stored one is shown. */
  shownId(storedId: string): string
  /** All of them in the order of the `_id` that they are shown with. */
  all(): Iterable<StoredDocument>
  /**
   * The variants whose documents stand before those of a variant that is shown; undefined where a document hides others by what is in it.
   */
  variantsBefore(variant: Variant): Variant[] | undefined
  /** Whether documents are shown as they are stored. */
  isRaw: boolean
  /** Whether no document that is shown stands before another. */
  isPlain: boolean
}

/** See `applyPerspective` for what each perspective shows. */
export function openQueryView(reader: DocumentReader, perspective: Perspective): QueryView {
  if (perspective === 'raw') {
    return {
      shows: () => true,
      show: (document) => document,
      get: reader.get,
      attributes: reader.attributes,
      storedIds: (id) => [id],
      shownId: (id) => id,
      all: () => reader.scan(),
      variantsBefore: () => [],
      isRaw: true,
      isPlain: true,
    }
  }
  if (perspective === 'published') {
    return {
      shows: (variant) => variant === '',
      show: (document) => (isPublishedId(document._id) ? document : undefined),
      get: (id) => (isPublishedId(id) ? reader.get(id) : undefined),
      attributes: {
        of: (id, names) => (isPublishedId(id) ? reader.attributes.of(id, names) : undefined),
        foresee: reader.attributes.foresee,
      },
      storedIds: (id) => (isPublishedId(id) ? [id] : []),
      shownId: (id) => id,
      all: () => onlyPublished(reader.scan()),
      variantsBefore: () => [],
      isRaw: false,
      isPlain: true,
    }
  }
  const variants = toVariantOrder(perspective)
  const ranks = new Map(variants.map((variant, rank) => [variant, rank]))
  const toShown = (document: StoredDocument, id: string): StoredDocument | undefined =>
    isHiding(document) ? undefined : {...document, _id: id, _originalId: document._id}
  const get = (id: string): StoredDocument | undefined => {
    if (!isPublishedId(id)) return undefined
    for (const variant of variants) {
      const document = reader.get(variant + id)
      if (document) return toShown(document, id)
    }
    return undefined
  }
  return {
    shows: (variant) => ranks.has(variant),
    show: (document) => {
      const variant = toVariant(document._id)
      const rank = ranks.get(variant)
      if (rank === undefined) return undefined
      const id = document._id.slice(variant.length)
      if (variants.slice(0, rank).some((before) => reader.has(before + id))) return undefined
      return toShown(document, id)
    },
    get,
    storedIds: (id) => (isPublishedId(id) ? variants.map((variant) => variant + id) : []),
    shownId: (id) => id.slice(toVariant(id).length),
    all: () => mergeVariants(reader, variants, toShown),
    variantsBefore: (variant) =>
      variants.some(isVersionId) ? undefined : variants.slice(0, ranks.get(variant)),
    isRaw: false,
    isPlain: false,
  }
}

/** A version that unpublishes its document with its release. */
function isHiding(document: StoredDocument): boolean {
  if (!isVersionId(document._id)) return false
  return (document['_system'] as {delete?: boolean} | undefined)?.delete === true
}

function* onlyPublished(documents: Iterable<StoredDocument>): Generator<StoredDocument> {
  for (const document of documents) if (isPublishedId(document._id)) yield document
}

/** Walks the variants side by side; of those with the same published id the first variant's is the one. */
function* mergeVariants(
  reader: DocumentReader,
  variants: Variant[],
  toShown: (document: StoredDocument, id: string) => StoredDocument | undefined,
): Generator<StoredDocument> {
  const walks = variants.map((variant) => {
    const documents = variant === '' ? onlyPublished(reader.scan()) : reader.scan(variant)
    return {variant, documents: onlyVariant(documents, variant)}
  })
  const heads = walks.map(({documents}) => documents.next())
  try {
    for (;;) {
      let first: {id: string; at: number; document: StoredDocument} | undefined
      for (const [at, head] of heads.entries()) {
        if (head.done) continue
        const id = head.value._id.slice(walks[at]!.variant.length)
        if (!first || id < first.id) first = {id, at, document: head.value}
      }
      if (!first) return
      const shown = toShown(first.document, first.id)
      for (const [at, head] of heads.entries()) {
        if (!head.done && head.value._id === walks[at]!.variant + first.id)
          heads[at] = walks[at]!.documents.next()
      }
      if (shown) yield shown
    }
  } finally {
    for (const {documents} of walks) documents.return(undefined)
  }
}

function* onlyVariant(
  documents: Iterable<StoredDocument>,
  variant: Variant,
): Generator<StoredDocument, undefined> {
  for (const document of documents) if (toVariant(document._id) === variant) yield document
}
