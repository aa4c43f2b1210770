import type {SanityClient} from 'sanity'
import {findCaptionGroups} from './caption-groups.ts'
import {findQuotations, toQuotationState, type BodyBlock} from '../state/quotations.ts'

const asEdited = {perspective: 'drafts', tag: 'newsroom.lists'} as const
/** Articles looked at for changed quotations: those edited last. */
const maxArticles = 500
/** Ids that one list shows. Studio listens to them by an address that holds them all, and an address must not be too long. */
const maxIds = 200

/** What a list shows of all that belongs in it. */
export interface FoundIds {
  ids: string[]
  /** How many there are. */
  total: number
}

/** Captions that share a key with another: perhaps the same picture's, but not surely enough to be joined by the importer. Those of one picture come together. */
export async function findSimilarCaptionIds(client: SanityClient): Promise<FoundIds> {
  const groups = await findCaptionGroups(client)
  const ids = new Set<string>()
  for (const group of groups) {
    if (ids.size > 0 && ids.size + group.length > maxIds) break
    for (const id of group) ids.add(id)
  }
  return {ids: [...ids].slice(0, maxIds), total: new Set(groups.flat()).size}
}

/** Captions that no article shows. */
export async function findUnusedCaptionIds(client: SanityClient): Promise<FoundIds> {
  const {captions, used} = await client.fetch<{
    captions: string[]
    used: {lead: string | null; body: (string | null)[] | null}[]
  }>(
    `{
      "captions": *[_type == "imageCaption"] | order(_updatedAt desc)._id,
      "used": *[_type == "article"]{"lead": leadImage.caption._ref, "body": body[_type == "captionedImage"].caption._ref}
    }`,
    {},
    asEdited,
  )
  const shown = new Set(used.flatMap(({lead, body}) => [lead, ...(body ?? [])]))
  return toFound(captions.filter((id) => !shown.has(id)))
}

/** Quotes whose words the article no longer has, and no editor accepted: in the articles edited last. */
export async function findChangedQuoteIds(client: SanityClient): Promise<FoundIds> {
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
  const changed = marked.filter(
    (quotation) => toQuotationState(quotation, words.get(quotation.quoteId)) === 'changed',
  )
  return toFound(changed.map(({quoteId}) => quoteId))
}

function toFound(found: string[]): FoundIds {
  const ids = [...new Set(found)]
  return {ids: ids.slice(0, maxIds), total: ids.length}
}
