import type {SanityClient} from 'sanity'
import {findQuotations, toQuotationState, type BodyBlock} from '../state/quotations.ts'

const asEdited = {perspective: 'drafts', tag: 'newsroom.lists'} as const
/** Articles looked at for changed quotations: those edited last. */
const maxArticles = 500
/** Ids that one list shows; Studio's own lists show up to 2,000 documents. */
const maxIds = 2000

/** Captions that share a key with another: perhaps the same picture's, but not surely enough to be joined by the importer. */
export async function findSimilarCaptionIds(client: SanityClient): Promise<string[]> {
  const captions = await client.fetch<{_id: string; keys: string[] | null}[]>(
    '*[_type == "imageCaption" && count(keys) > 0]{_id, keys}',
    {},
    asEdited,
  )
  const byKey = new Map<string, string[]>()
  for (const {_id, keys} of captions)
    for (const key of keys ?? []) {
      const known = byKey.get(key)
      if (known) known.push(_id)
      else byKey.set(key, [_id])
    }
  return [...new Set([...byKey.values()].filter((ids) => ids.length > 1).flat())].slice(0, maxIds)
}

/** Captions that no article shows. */
export async function findUnusedCaptionIds(client: SanityClient): Promise<string[]> {
  const {captions, used} = await client.fetch<{
    captions: string[]
    used: {lead: string | null; body: (string | null)[] | null}[]
  }>(
    `{
      "captions": *[_type == "imageCaption"]._id,
      "used": *[_type == "article"]{"lead": leadImage.caption._ref, "body": body[_type == "captionedImage"].caption._ref}
    }`,
    {},
    asEdited,
  )
  const shown = new Set(used.flatMap(({lead, body}) => [lead, ...(body ?? [])]))
  return captions.filter((id) => !shown.has(id)).slice(0, maxIds)
}

/** Quotes whose words the article no longer has, and no editor accepted: in the articles edited last. */
export async function findChangedQuoteIds(client: SanityClient): Promise<string[]> {
  const articles = await client.fetch<{body: BodyBlock[] | null}[]>(
    `*[_type == "article"] | order(_updatedAt desc)[0...${maxArticles}]{body}`,
    {},
    asEdited,
  )
  const marked = articles.flatMap(({body}) => findQuotations(body ?? []))
  const quotes = await client.fetch<{_id: string; paragraphs: string[]}[]>(
    '*[_type == "quote" && _id in $ids]{_id, paragraphs}',
    {ids: [...new Set(marked.map(({quoteId}) => quoteId))]},
    asEdited,
  )
  const words = new Map(quotes.map(({_id, paragraphs}) => [_id, paragraphs]))
  return marked
    .filter((quotation) => toQuotationState(quotation, words.get(quotation.quoteId)) === 'changed')
    .map(({quoteId}) => quoteId)
    .slice(0, maxIds)
}
