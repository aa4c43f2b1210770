import type {ArrangedCaption, ArrangedItem} from '../model/arranged-item.ts'
import type {Subject} from '../model/news-item.ts'
import type {FoundQuote} from '../model/quote.ts'
import {toStoryKeys, type StoredDocument} from '../reconcile/index.ts'
import {toBlockKeys, toBodyElements, type QuotedStretch} from './body.ts'
import {findBylineNames} from './byline.ts'
import {createKeys, toArticleId, toPersonId, toQuoteId} from './ids.ts'
import {toSlug} from './slug.ts'
import {toImageCaption, toNewsletterBlock, toPerson, toQuote} from './supporting.ts'
import type {
  ArticleDocument,
  BodyElement,
  CaptionedImage,
  ImageCaptionDocument,
  NewsletterBlockDocument,
  PersonDocument,
  QuoteDocument,
  Reference,
  SubjectObject,
  WireObject,
} from './types.ts'

/** One item's article and everything it refers to. */
export interface MadeArticle {
  article: ArticleDocument
  captions: ImageCaptionDocument[]
  quotes: QuoteDocument[]
  newsletterBlocks: NewsletterBlockDocument[]
  people: PersonDocument[]
}

/**
 * The article document of an item, with its captions, quotes, newsletter blocks and people.
 * `quotes` refer to the item's body by index (`QuoteSegment.paragraph`).
 */
export function toArticle(item: ArrangedItem, quotes: FoundQuote[], wireCopyId: string): MadeArticle {
  const articleId = toArticleId({
    provider: item.provider,
    uri: item.uri,
    identity: item.identity,
    version: item.version,
    headline: item.headline,
    body: item.body.filter((block) => !block.furniture).map((block) => block.text),
  })
  const keys = toBlockKeys(item.body)
  const quoted = toQuotes(quotes, keys, articleId, wireCopyId)
  const captions = item.captions.map((caption) =>
    toImageCaption(caption, item.associations[caption.association ?? -1], wireCopyId),
  )
  const newsletterBlocks = item.newsletters.map(toNewsletterBlock)
  const bylineNames = item.byline ? findBylineNames(item.byline) : []
  const nextByKey = createKeys('by')
  const placed = placePictures(item, captions)
  const elements = toBodyElements(item.body, keys, quoted.stretches, (block, key) => {
    const caption = placed.inBody.get(block.association ?? -1)
    return caption ? {...caption, _key: key} : null
  })
  const article: ArticleDocument = {
    _id: articleId,
    _type: 'article',
    ...given({headline: item.headline}),
    slug: {_type: 'slug', current: toSlug(item.headline, articleId)},
    ...given({slugline: item.slugline, standfirst: item.standfirst, byline: item.byline}),
    ...(bylineNames.length > 0
      ? {by: bylineNames.map((name) => ({_key: nextByKey(name), ...refer(toPersonId(name))}))}
      : {}),
    ...given({dateline: item.dateline, located: item.located}),
    ...(placed.lead ? {leadImage: placed.lead} : {}),
    body: withObjects(item, elements, placed.byLine, newsletterBlocks),
    ...given({section: item.section}),
    ...(item.subjects.length > 0 ? {subjects: toSubjects(item.subjects)} : {}),
    ...(item.keywords.length > 0 ? {keywords: item.keywords} : {}),
    ...(item.genres.length > 0 ? {genres: toSubjects(item.genres)} : {}),
    ...given({language: item.language ?? item.languageDetected}),
    wire: toWire(item, wireCopyId),
  }
  const storyKeys = toStoryKeys(article as unknown as StoredDocument)
  return {
    article: storyKeys.length > 0 ? {...article, wire: {...article.wire, storyKeys}} : article,
    captions,
    quotes: quoted.documents,
    newsletterBlocks,
    people: [
      ...bylineNames.map((name) => toPerson(name)),
      ...quotes.flatMap((quote) =>
        quote.named && quote.speakerName ? [toPerson(quote.speakerName, quote.speakerRole)] : [],
      ),
    ],
  }
}

function toQuotes(quotes: FoundQuote[], keys: string[], articleId: string, wireCopyId: string) {
  const places = new Map<string, number>()
  const stretches: QuotedStretch[] = []
  const documents = quotes.map((quote) => {
    const words = toQuoteId(articleId, quote.paragraphs, 0)
    const place = places.get(words) ?? 0
    places.set(words, place + 1)
    const quoteId = place === 0 ? words : toQuoteId(articleId, quote.paragraphs, place)
    const at = quote.segments.map((segment) => ({
      block: keys[segment.paragraph] ?? '',
      start: segment.start,
      end: segment.end,
    }))
    for (const segment of quote.segments)
      stretches.push({block: segment.paragraph, start: segment.start, end: segment.end, quoteId})
    return toQuote(quote, {quote: quoteId, article: articleId, wireCopy: wireCopyId}, at)
  })
  return {documents, stretches}
}

/** Which caption stands where: an image block's own place, else the first as lead image and the rest at their lines. */
function placePictures(item: ArrangedItem, captions: ImageCaptionDocument[]) {
  const inBody = new Map<number, CaptionedImage>()
  const byLine: {line: number; image: CaptionedImage}[] = []
  let lead: CaptionedImage | undefined
  const placedInBody = new Set(
    item.body.flatMap((block) => (block.kind === 'image' ? [block.association ?? -1] : [])),
  )
  item.captions.forEach((caption, index) => {
    const image = toCaptionedImage(item, caption, captions[index])
    if (caption.association !== null && placedInBody.has(caption.association))
      inBody.set(caption.association, image)
    else if (!lead) lead = image
    else byLine.push({line: caption.lines[0] ?? Number.POSITIVE_INFINITY, image})
  })
  for (const association of placedInBody) {
    const href = item.associations[association]?.renditions[0]?.href
    if (!inBody.has(association) && href) inBody.set(association, {_type: 'captionedImage', sourceUrl: href})
  }
  return {lead, inBody, byLine}
}

function toCaptionedImage(
  item: ArrangedItem,
  caption: ArrangedCaption,
  document: ImageCaptionDocument | undefined,
): CaptionedImage {
  const href = item.associations[caption.association ?? -1]?.renditions[0]?.href
  return {
    _type: 'captionedImage',
    ...(document ? {caption: refer(document._id)} : {}),
    ...(href ? {sourceUrl: href} : {}),
  }
}

/** The body's own elements with captions and newsletter blocks put in where the copy printed them. */
function withObjects(
  item: ArrangedItem,
  elements: (BodyElement | null)[],
  images: {line: number; image: CaptionedImage}[],
  newsletterBlocks: NewsletterBlockDocument[],
): BodyElement[] {
  const nextKey = createKeys('object')
  const objects: {line: number; element: BodyElement}[] = [
    ...images.map(({line, image}) => ({
      line,
      element: {...image, _key: nextKey(image.caption?._ref ?? image.sourceUrl ?? '')},
    })),
    ...newsletterBlocks.map((block, index) => ({
      line: item.newsletters[index]?.lines[0] ?? Number.POSITIVE_INFINITY,
      element: {
        _type: 'newsletterSignup' as const,
        _key: nextKey(block._id),
        newsletterBlock: refer(block._id),
      },
    })),
  ].sort((one, other) => one.line - other.line)
  const body: BodyElement[] = []
  let next = 0
  item.body.forEach((block, index) => {
    const line = block.at?.line
    while (line !== undefined && next < objects.length && objects[next]!.line < line)
      body.push(objects[next++]!.element)
    const element = elements[index]
    if (element) body.push(element)
  })
  for (; next < objects.length; next++) body.push(objects[next]!.element)
  return body
}

function toWire(item: ArrangedItem, wireCopyId: string): WireObject {
  const nextKey = createKeys('wire')
  return {
    _type: 'wireInfo',
    copy: refer(wireCopyId),
    ...given({
      provider: item.provider,
      uri: item.uri,
      version: item.version,
      firstCreated: item.firstCreated,
      versionCreated: item.versionCreated,
    }),
    pubStatus: item.pubStatus,
    ...given({urgency: item.urgency, embargoedUntil: item.embargoedUntil, expires: item.expires}),
    ...(item.edNotes.length > 0
      ? {edNotes: item.edNotes.map((note) => ({_type: 'edNote' as const, _key: nextKey(note.text), ...note}))}
      : {}),
    ...given({
      usageTerms: item.usageTerms,
      copyrightNotice: item.copyrightNotice,
      creditLine: item.creditLine,
      link: item.link,
    }),
    ...(item.signals.length > 0 ? {signals: [...item.signals]} : {}),
    ...(item.altIds && item.altIds.length > 0
      ? {
          altIds: item.altIds.map((id) => ({
            _type: 'altId' as const,
            _key: nextKey(`${id.role} ${id.value}`),
            ...id,
          })),
        }
      : {}),
  }
}

function toSubjects(subjects: Subject[]): SubjectObject[] {
  const nextKey = createKeys('subject')
  return subjects.map((subject) => ({
    _type: 'subject',
    _key: nextKey(`${subject.scheme ?? ''} ${subject.code ?? ''} ${subject.name ?? ''}`),
    ...given({name: subject.name, code: subject.code, scheme: subject.scheme}),
  }))
}

function refer(id: string): Reference {
  return {_type: 'reference', _ref: id}
}

/** The fields that have a value; an absent field stays absent in the document. */
function given<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  ) as T
}
