import {createKeys} from '../../../ingest/documents/ids.ts'
import type {BodyElement, StoredDocument} from '../../../ingest/reconcile/index.ts'
import {hashText} from '../../../ingest/text/hash.ts'

/** One version of a story, as an import would make it. Words between “ and ” are a quotation. */
export interface Version {
  version?: string
  versionCreated?: string
  headline?: string
  standfirst?: string
  paragraphs: string[]
  pubStatus?: 'usable' | 'withheld' | 'canceled'
  id?: string
}

/** The copy's record and its article (with quotes), ids and keys as an import computes them. */
export function makeVersion(version: Version): StoredDocument[] {
  const id = version.id ?? 'article-story'
  const copyId = `wireCopy-${hashText([JSON.stringify(version)])}`
  const nextKey = createKeys('block')
  const quotes: StoredDocument[] = []
  const body = version.paragraphs.map((text) =>
    toBlock(text, nextKey(`paragraph\n${text}`), id, copyId, quotes),
  )
  const article: StoredDocument = {
    _id: id,
    _type: 'article',
    ...(version.headline === undefined ? {} : {headline: version.headline}),
    ...(version.standfirst === undefined ? {} : {standfirst: version.standfirst}),
    slug: {_type: 'slug', current: (version.headline ?? id).toLowerCase().replaceAll(/\W+/gu, '-')},
    body,
    wire: {
      _type: 'wireInfo',
      copy: {_type: 'reference', _ref: copyId},
      uri: 'urn:story',
      ...(version.version === undefined ? {} : {version: version.version}),
      ...(version.versionCreated === undefined ? {} : {versionCreated: version.versionCreated}),
      pubStatus: version.pubStatus ?? 'usable',
    },
  }
  const copy: StoredDocument = {
    _id: copyId,
    _type: 'wireCopy',
    raw: version.paragraphs.join('\n\n'),
    outcome: 'imported',
    receivedAt: '2026-01-01T00:00:00Z',
    articles: [{_type: 'reference', _key: 'a', _ref: id, _weak: true}],
  }
  return [copy, ...quotes, article]
}

function toBlock(
  text: string,
  key: string,
  articleId: string,
  copyId: string,
  quotes: StoredDocument[],
): BodyElement {
  const children: Record<string, unknown>[] = []
  const markDefs: Record<string, unknown>[] = []
  for (const part of text.split(/(“[^”]*”)/u)) {
    if (part === '') continue
    const marks: string[] = []
    if (part.startsWith('“')) {
      const quoteId = `quote-${hashText([articleId, part])}`
      const markKey = `${key}q${markDefs.length}`
      markDefs.push({_type: 'quotation', _key: markKey, quote: {_type: 'reference', _ref: quoteId}})
      marks.push(markKey)
      quotes.push({
        _id: quoteId,
        _type: 'quote',
        paragraphs: [part.slice(1, -1)],
        kind: 'direct',
        confidence: 1,
        article: {_type: 'reference', _ref: articleId, _weak: true},
        copy: {_type: 'reference', _ref: copyId},
        at: [{_type: 'quotePlace', _key: 'p', block: key, start: 0, end: part.length}],
      })
    }
    children.push({_type: 'span', _key: `${key}s${children.length}`, text: part, marks})
  }
  if (children.length === 0) children.push({_type: 'span', _key: `${key}s0`, text: '', marks: []})
  return {_type: 'block', _key: key, style: 'normal', markDefs, children}
}

/** The body's paragraphs as plain text. */
export function paragraphsOf(article: StoredDocument): string[] {
  return ((article.body as BodyElement[] | undefined) ?? []).map((block) =>
    ((block.children as {text: string}[] | undefined) ?? []).map((span) => span.text).join(''),
  )
}

/** Replaces words in the first paragraph that has them, in one span, as typing does. */
export function typeOver(article: StoredDocument, from: string, to: string): void {
  for (const block of article.body as BodyElement[]) {
    for (const span of block.children as {text: string}[]) {
      if (!span.text.includes(from)) continue
      span.text = span.text.replace(from, to)
      return
    }
  }
  throw new Error(`nobody wrote “${from}”`)
}
