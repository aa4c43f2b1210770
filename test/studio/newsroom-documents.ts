import {readFileSync} from 'node:fs'
import path from 'node:path'
import {parseCopy, toDocuments} from '../../ingest/index.ts'
import type {ArticleDocument} from '../../ingest/index.ts'

/** The sample that comes with the project: a page of copy with everything around its story. */
export const sampleCopy = readFileSync(
  path.resolve(import.meta.dirname, '../../cli/sample/harbour-plan.txt'),
  'utf8',
)

export interface NewsroomDocuments {
  articleId: string
  documents: {_id: string; _type: string}[]
}

/** The sample as an import leaves it in the dataset, and a killed, a held and an embargoed story beside it. */
export async function makeNewsroomDocuments(now: Date): Promise<NewsroomDocuments> {
  const copy = await parseCopy({bytes: new TextEncoder().encode(sampleCopy), fileName: 'harbour-plan.txt'})
  const made = toDocuments(copy, {receivedAt: now.toISOString()})
  const [article] = made.articles
  if (!article) throw new Error('The sample makes no article')
  const hourFromNow = new Date(now.getTime() + 3_600_000).toISOString()
  return {
    articleId: article._id,
    documents: [
      made.wireCopy,
      ...made.supporting,
      {...article, _id: `drafts.${article._id}`},
      toStory(article, 'killed', {pubStatus: 'canceled', provider: 'Quay Wire', version: '3'}),
      toStory(article, 'held', {pubStatus: 'withheld', provider: 'Quay Wire'}),
      toStory(article, 'embargoed', {embargoedUntil: hourFromNow, provider: 'Harbour Press'}),
    ],
  }
}

function toStory(article: ArticleDocument, name: string, wire: Partial<ArticleDocument['wire']>) {
  return {
    ...article,
    _id: `drafts.article-${name}`,
    headline: `A story that is ${name}`,
    slug: {...article.slug, current: name},
    wire: {...article.wire, ...wire},
  }
}
