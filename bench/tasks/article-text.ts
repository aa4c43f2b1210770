import {parseItem, type ParsedItem} from '../../ingest/parse-copy.ts'
import {textReader} from '../../ingest/read/text/index.ts'

/** One line of predictions for the extraction, newsletter and article sets. */
export interface ArticlePrediction {
  id: string
  headline: string | null
  byline: string | null
  standfirst: string | null
  /** Everything of the story in order. */
  articleBody: string[]
  paragraphs: string[]
  crossheads: string[]
  listItems: string[]
  tableRows: string[]
  captions: {text: string; occurrences: number}[]
  quotes: {paragraphs: string[]; kind: string; speaker: string | null}[]
  newsletters: {title: string | null; pitch: string | null; lines: number[]}[]
  furniture: {text: string; reason: string}[]
}

/** Reads, arranges and searches the text of a page for quotations as an import does. */
export async function predictArticleText({id, text}: {id: string; text: string}): Promise<ArticlePrediction> {
  if (typeof text !== 'string') throw new Error(`"${id}" has no "text" that is a string`)
  const [read] = await textReader.read(new TextEncoder().encode(text), {})
  if (read === undefined) throw new Error(`The text reader gave no item for "${id}".`)
  return toPrediction(id, parseItem(read))
}

/** A parsed item as a line of predictions. */
export function toPrediction(id: string, {arranged: item, quotes}: ParsedItem): ArticlePrediction {
  const of = (...kinds: string[]): string[] =>
    item.body.filter(({kind}) => kinds.includes(kind)).map(({text}) => text)
  const tableRows = item.body.flatMap(({rows = []}) => rows.map(({cells}) => cells.join('\t')))
  return {
    id,
    headline: item.headline ?? null,
    byline: item.byline ?? null,
    standfirst: item.standfirst ?? null,
    articleBody: item.body.map(({text}) => text).filter((words) => words !== ''),
    paragraphs: of('paragraph', 'blockQuote', 'preformatted'),
    crossheads: of('crosshead'),
    listItems: of('listItem'),
    tableRows,
    captions: item.captions.map(({text, occurrences}) => ({text, occurrences})),
    quotes: quotes.map(({paragraphs, kind, speakerName}) => ({paragraphs, kind, speaker: speakerName})),
    newsletters: item.newsletters.map((box) => ({...box})),
    furniture: item.furniture.map(({text, reason}) => ({text, reason})),
  }
}
