import type {ArrangedItem, Furniture} from '../model/arranged-item.ts'
import type {Finding} from '../model/finding.ts'
import type {NewsletterBox} from '../model/news-item.ts'
import type {ParsedCopy, ParsedItem} from '../parse-copy.ts'
import {toImageCaption, toNewsletterBlock} from './supporting.ts'
import {toArticle, type MadeArticle} from './article.ts'
import {createKeys, toWireCopyId} from './ids.ts'
import type {
  ArticleDocument,
  ImageCaptionDocument,
  Keyed,
  MadeDocuments,
  PersonDocument,
  SupportingDocument,
  WireCopyDocument,
  WirePart,
} from './types.ts'
import {toPartUri, toWireParts, type MadeItem} from './wire-parts.ts'

export type * from './types.ts'

/** The largest copy, in bytes, whose text is kept on the document itself; larger copy becomes a file asset. */
export const maxRawBytes = 256 * 1024

/** What `toDocuments` must be told that the copy does not say. */
export interface ReceivedCopy {
  /** ISO 8601, UTC. */
  receivedAt: string
  /** The `_id` of the file asset that holds the bytes, when they are not kept on the document. */
  assetId?: string
}

/**
 * A piece of copy as Sanity documents: its `wireCopy`, and the articles with all they refer to. The same copy makes the same
 * documents, ids and keys included, save `receivedAt`.
 */
export function toDocuments(copy: ParsedCopy, received: ReceivedCopy): MadeDocuments {
  const wireCopyId = toWireCopyId(copy.sha256)
  const articles: MadeArticle[] = []
  const beside: SupportingDocument[] = []
  const made: MadeItem[] = []
  for (const parsed of copy.items) {
    const {arranged: item, quotes} = parsed
    if (isStory(parsed)) {
      const one = toArticle(item, quotes, wireCopyId)
      articles.push(one)
      made.push({item, article: one.article, captions: one.captions})
    } else {
      const captions = toCaptions(item, wireCopyId)
      beside.push(...captions, ...item.newsletters.map(toNewsletterBlock))
      made.push({item, captions})
    }
  }
  const supporting = onceEach([
    ...articles.flatMap((made) => made.people),
    ...beside,
    ...articles.flatMap((made) => made.captions),
    ...articles.flatMap((made) => made.newsletterBlocks),
    ...articles.flatMap((made) => made.quotes),
  ])
  const stories = lastOfEach(articles.map((made) => made.article))
  return {
    wireCopy: toWireCopy(copy, received, stories, supporting, toWireParts(made, wireCopyId)),
    articles: stories,
    supporting,
  }
}

/** An item makes an article when it has words of its own, or kills or holds one; a picture makes its caption only. */
function isStory(item: ParsedItem): boolean {
  const {arranged} = item
  if (arranged.itemClass === 'picture' || arranged.itemClass === 'graphic') return false
  const hasBody = arranged.body.some(
    (block) => !block.furniture && (block.text.trim() !== '' || block.kind === 'embed'),
  )
  if (arranged.itemClass === 'text')
    return hasBody || Boolean(arranged.headline) || (arranged.pubStatus !== 'usable' && Boolean(arranged.uri))
  return hasBody
}

/** What an item that makes no article still makes, beside its sign-up boxes: a picture's captions. */
function toCaptions({captions, associations}: ArrangedItem, wireCopyId: string): ImageCaptionDocument[] {
  return captions.map((caption) =>
    toImageCaption(caption, associations[caption.association ?? -1], wireCopyId),
  )
}

/** The same person, caption or box found twice is one document: the first, with what only a later one knows added. */
function onceEach(documents: SupportingDocument[]): SupportingDocument[] {
  const byId = new Map<string, SupportingDocument>()
  for (const document of documents) {
    const first = byId.get(document._id)
    if (!first) byId.set(document._id, document)
    else if (first._type === 'person') byId.set(document._id, {...(document as PersonDocument), ...first})
  }
  return [...byId.values()]
}

function lastOfEach(articles: ArticleDocument[]): ArticleDocument[] {
  return [...new Map(articles.map((article) => [article._id, article])).values()]
}

function toWireCopy(
  copy: ParsedCopy,
  received: ReceivedCopy,
  articles: ArticleDocument[],
  supporting: SupportingDocument[],
  parts: Keyed<WirePart>[],
): WireCopyDocument {
  const first = copy.items[0]?.arranged
  const nextKey = createKeys('wireCopy')
  const findings = [...copy.findings, ...copy.items.flatMap((item) => item.findings)]
  const captionIds = new Map(
    supporting.flatMap((document) =>
      document._type === 'imageCaption' ? [[document.text, document._id]] : [],
    ),
  )
  return {
    _id: toWireCopyId(copy.sha256),
    _type: 'wireCopy',
    ...(received.assetId
      ? {rawFile: {_type: 'file' as const, asset: {_type: 'reference' as const, _ref: received.assetId}}}
      : copy.raw === null
        ? {}
        : {raw: copy.raw}),
    format: copy.format,
    sha256: copy.sha256,
    ...(copy.fileName ? {fileName: copy.fileName} : {}),
    ...(first?.provider ? {provider: first.provider} : {}),
    ...(first?.uri ? {uri: first.uri} : {}),
    ...(first?.version ? {version: first.version} : {}),
    receivedAt: received.receivedAt,
    encoding: {_type: 'copyEncoding', ...(first?.encoding ?? {used: 'none'})},
    outcome: toOutcome(articles, supporting, parts, findings),
    articles: articles.map((article) => ({
      _key: nextKey(article._id),
      _type: 'reference',
      _ref: article._id,
      _weak: true,
    })),
    captions: copy.items.flatMap((item) =>
      item.arranged.captions.flatMap((caption) => {
        const id = captionIds.get(caption.text)
        if (!id) return []
        return [
          {
            _type: 'printedCaption' as const,
            _key: nextKey(id),
            caption: {_type: 'reference' as const, _ref: id, _weak: true},
            occurrences: caption.occurrences,
            lines: caption.lines,
          },
        ]
      }),
    ),
    furniture: copy.items.flatMap((item) =>
      [
        ...(isStory(item) ? [] : toStrayParts(item)),
        ...item.arranged.furniture,
        ...item.arranged.newsletters.flatMap(toFormResidue),
      ].map((part) => ({
        _type: 'furniture' as const,
        _key: nextKey(part.text),
        text: part.text,
        reason: part.reason,
        ...(part.line === undefined ? {} : {line: part.line}),
      })),
    ),
    findings: findings.map(({severity, code, message, at, part}) => ({
      _type: 'finding',
      _key: nextKey(code + message),
      severity,
      code,
      message,
      ...at,
      ...(part ? {part: toPartUri({uri: part})!} : {}),
    })),
    ...(parts.length > 0 ? {parts} : {}),
  }
}

/** The words of an item that makes no article: a byline on its own, a picture's headline. */
function toStrayParts({arranged}: ParsedItem): Furniture[] {
  const {headline, byline, dateline, standfirst, lines, body} = arranged
  const fields = [
    {text: headline, line: lines.headline?.[0]},
    {text: byline, line: lines.byline?.[0]},
    {text: dateline, line: lines.dateline?.[0]},
    {text: standfirst, line: lines.standfirst?.[0]},
    ...body.filter((block) => !block.furniture).map((block) => ({text: block.text, line: block.at?.line})),
  ]
  return fields.flatMap(({text, line}) =>
    text ? [{text, reason: 'no-story', ...(line === undefined ? {} : {line})}] : [],
  )
}

/** What stood in a sign-up box besides what the newsletter block holds: topics, name fields, success messages. */
function toFormResidue(box: NewsletterBox): Furniture[] {
  return box.other.map((text) => ({
    text,
    reason: 'newsletter-form',
    ...(box.lines[0] ? {line: box.lines[0]} : {}),
  }))
}

function toOutcome(
  articles: ArticleDocument[],
  supporting: SupportingDocument[],
  parts: WirePart[],
  findings: Finding[],
): WireCopyDocument['outcome'] {
  // A package that names parts has a meaning of its own: they are joined when they come.
  if (articles.length === 0 && supporting.length === 0 && parts.length === 0) return 'failed'
  if (articles.some((article) => article.wire.pubStatus === 'canceled')) return 'killed'
  if (articles.some((article) => article.wire.pubStatus === 'withheld')) return 'held'
  return findings.some((finding) => finding.severity === 'error') && articles.length === 0
    ? 'failed'
    : 'imported'
}

/** Whether the copy's text is kept on its `wireCopy` document; binary and large copy becomes a file asset. */
export function isKeptInline(copy: {raw: string | null; size: number}): boolean {
  return copy.raw !== null && copy.size <= maxRawBytes
}
