import {readdirSync, readFileSync} from 'node:fs'
import type {ArrangedItem} from '../../../ingest/model/arranged-item.ts'
import {toWords} from '../../../ingest/text/words.ts'

/** What a look-alike page should become, written by hand beside it. */
export interface ExpectedPage {
  headline: string | null
  byline: string | null
  dateline: string | null
  standfirst: string | null
  body: {kind: string; text: string; line: number}[]
  /** `line`: the caption as printed, its credit with it and a label before it left off; `creditBelow`: a credit on the next line. */
  captions: {line: string; creditBelow: string | null; occurrences: number}[]
  newsletters: ({lines: number[]} & Record<string, unknown>)[]
  furniture: {text: string; reason: string; line: number}[]
  quotes: {paragraphs: string[]; kind: string; speaker: string}[]
}

const folder = new URL('../../fixtures/pages/', import.meta.url)

/** The look-alike pages with what is expected of each. */
export function readPages(): {name: string; text: string; expected: ExpectedPage}[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => {
      const name = file.slice(0, -'.txt'.length)
      const text = readFileSync(new URL(file, folder), 'utf8')
      const expected = JSON.parse(
        readFileSync(new URL(`${name}.expected.json`, folder), 'utf8'),
      ) as ExpectedPage
      return {name, text, expected}
    })
}

/** The role of each part as `role: words`, in no order: two pages are alike when the lists are. */
export function expectedRoles(expected: ExpectedPage): string[] {
  return [
    ...ownFields(expected),
    ...expected.body.map(({kind, text}) => role(kind, text)),
    ...expected.captions.map(({line, creditBelow, occurrences}) =>
      role(`caption×${occurrences}`, `${line} ${creditBelow ?? ''}`),
    ),
    ...expected.newsletters.map(({title, pitch}) =>
      role('newsletter', `${String(title ?? '')} / ${String(pitch ?? '')}`),
    ),
    ...expected.furniture.map(({text}) => role('furniture', text)),
  ]
}

/** The same of what the importer made. */
export function arrangedRoles(item: ArrangedItem): string[] {
  return [
    ...ownFields(item),
    ...item.body.map(({kind, text}) => role(kind, text)),
    ...item.captions.map(({text, creditLine, occurrences}) =>
      role(`caption×${occurrences}`, `${text} ${creditLine ?? ''}`),
    ),
    ...item.newsletters.map(({title, pitch}) => role('newsletter', `${title ?? ''} / ${pitch ?? ''}`)),
    ...item.furniture.map(({text}) => role('furniture', text)),
  ]
}

function ownFields(page: {
  headline?: string | null
  byline?: string | null
  dateline?: string | null
  standfirst?: string | null
}): string[] {
  return (['headline', 'byline', 'dateline', 'standfirst'] as const).flatMap((field) =>
    page[field] ? [role(field, page[field])] : [],
  )
}

function role(name: string, text: string): string {
  return `${name}: ${toWords(text).join(' ')}`
}
