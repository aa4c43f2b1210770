import type {Dataset} from '../dataset/dataset.ts'
import type {ImportReport} from '../import/import-report.ts'
import {count, cut, fold, type Paint} from './paint.ts'

interface Made {
  articles: {
    _id: string
    headline: string | null
    paragraphs: number
    lead: string | null
    keys: string[]
    quotes: {
      speakerName: string | null
      kind: string
      words: string | null
      block: string | null
      start: number | null
    }[]
    newsletters: string[]
    furniture: {text: string; reason: string; line: number | null}[] | null
  }[]
  counts: Record<string, number>
}

/** Articles shown in full; the rest is counted. */
const shown = 3

const query = `{
  "articles": *[_type == "article" && (_id in $ids || _id in $drafts)] {
    _id, headline,
    "paragraphs": count(body[_type == "block"]),
    "keys": body[]._key,
    "lead": leadImage.caption->text,
    "quotes": *[_type == "quote" && article._ref == select(string::startsWith(^._id, "drafts.") => string::split(^._id, "drafts.")[1], ^._id)] {
      speakerName, kind, "words": paragraphs[0], "block": at[0].block, "start": at[0].start
    },
    "newsletters": body[_type == "newsletterSignup"].newsletterBlock->title,
    "furniture": wire.copy->furniture[]{text, reason, line}
  },
  "counts": {
    "wireCopy": count(*[_type == "wireCopy"]),
    "article": count(*[_type == "article"]),
    "imageCaption": count(*[_type == "imageCaption"]),
    "quote": count(*[_type == "quote"]),
    "newsletterBlock": count(*[_type == "newsletterBlock"]),
    "person": count(*[_type == "person"])
  }
}`

/** What an import made, read back from the dataset with GROQ. */
export async function showDataset(dataset: Dataset, report: ImportReport, paint: Paint): Promise<string> {
  const ids = report.results.flatMap((result) => result.articles).slice(0, shown)
  const made = (await dataset.fetch(query, {ids, drafts: ids.map((id) => `drafts.${id}`)}, 'raw')) as Made
  const lines: string[] = []
  for (const article of made.articles) lines.push('', ...showArticle(article, paint))
  lines.push('', paint.style('bold', 'In the dataset'))
  lines.push(
    `  ${Object.entries(made.counts)
      .map(([type, number]) => `${number} ${type}`)
      .join(', ')}`,
  )
  return `${lines.join('\n')}\n`
}

function showArticle(article: Made['articles'][number], paint: Paint): string[] {
  const lines = [
    paint.style('bold', fold(article.headline ?? '(no headline)', paint.columns, '')),
    paint.style('dim', `  ${article._id}`),
    `  ${count(article.paragraphs, 'paragraph')}`,
  ]
  if (article.lead) lines.push(`  caption     ${cut(article.lead, paint.columns - 14)}`)
  for (const title of article.newsletters)
    lines.push(`  newsletter  ${cut(title ?? '(no title)', paint.columns - 14)}`)
  const place = new Map(article.keys.map((key, index) => [key, index]))
  const inOrder = article.quotes.sort(
    (one, other) =>
      (place.get(one.block ?? '') ?? 0) - (place.get(other.block ?? '') ?? 0) ||
      (one.start ?? 0) - (other.start ?? 0),
  )
  for (const quote of inOrder) {
    const speaker = (quote.speakerName ?? 'nobody found').padEnd(28)
    lines.push(
      `  ${quote.kind.padEnd(10)}  ${paint.style('cyan', cut(speaker, 28).padEnd(28))} “${cut(quote.words ?? '', paint.columns - 46)}”`,
    )
  }
  for (const part of article.furniture ?? [])
    lines.push(
      paint.style('dim', `  left out    line ${part.line ?? '–'}: ${cut(part.text, 40)} (${part.reason})`),
    )
  return lines
}
