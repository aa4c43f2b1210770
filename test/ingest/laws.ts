import type {ArrangedItem} from '../../ingest/model/arranged-item.ts'
import type {NewsItem} from '../../ingest/model/news-item.ts'
import {toWords} from '../../ingest/text/words.ts'

/**
 * The law of the arrangement: every word of the copy is in the result exactly once, in headline, byline, dateline,
 * standfirst, body, captions (as often as they were printed), newsletter boxes or furniture; and every offset of a body
 * block points at its very characters. Gives what breaks it, in words; an empty list when the law holds.
 */
export function checkWordsKept(item: NewsItem, arranged: ArrangedItem): string[] {
  const counts = new Map<string, number>()
  const add = (text: string | null | undefined, by: number): void => {
    for (const word of toWords(text ?? '')) counts.set(word, (counts.get(word) ?? 0) + by)
  }
  const copy = item.text
  if (copy === undefined) addStructured(item, add)
  else add(copy, 1)

  for (const field of ['headline', 'byline', 'dateline', 'standfirst'] as const) {
    if (copy === undefined || arranged.lines[field] !== undefined) add(arranged[field], -1)
  }
  for (const block of arranged.body) {
    add(block.text, -1)
    if (copy !== undefined && block.list === 'number') add(markerBefore(copy, block.at?.offset), -1)
  }
  for (const caption of arranged.captions) addCaption(copy, caption, add)
  for (const box of arranged.newsletters) {
    const {title, pitch, emailLabel, submitLabel, requiredMessage, consent, other} = box
    for (const text of [title, pitch, emailLabel, submitLabel, requiredMessage, consent, ...other])
      add(text, -1)
  }
  for (const {text} of arranged.furniture) add(text, -1)

  const problems: string[] = []
  for (const [word, count] of counts) {
    if (count > 0) problems.push(`"${word}" is lost ${count} time(s)`)
    if (count < 0) problems.push(`"${word}" is there ${-count} time(s) too often`)
  }
  if (copy !== undefined) problems.push(...checkOffsets(copy, arranged))
  return problems
}

type Add = (text: string | null | undefined, by: number) => void

function addStructured(item: NewsItem, add: Add): void {
  for (const field of ['headline', 'byline', 'dateline', 'standfirst'] as const) add(item[field], 1)
  for (const block of item.blocks ?? []) add(block.text, 1)
  for (const {text} of item.leftOut ?? []) add(text, 1)
  for (const {title, pitch, emailLabel, submitLabel, requiredMessage, consent, other} of item.signups ?? []) {
    for (const text of [title, pitch, emailLabel, submitLabel, requiredMessage, consent, ...other])
      add(text, 1)
  }
}

/** Captions of flat copy are checked line by line: each line says the text, the credit or another wording. */
function addCaption(copy: string | undefined, caption: ArrangedItem['captions'][number], add: Add): void {
  if (copy === undefined) return
  const known = [caption.text, caption.creditLine ?? '', ...caption.alsoSeen].map(
    (text) => new Set(toWords(text)),
  )
  const all = copy.split(/\r\n|\n|\r/u)
  for (const line of caption.lines) {
    const words = toWords(all[line - 1] ?? '')
    const fits = words.every((word) => known.some((wording) => wording.has(word)))
    if (fits) add(all[line - 1], -1)
  }
}

function markerBefore(copy: string, offset: number | undefined): string {
  return offset === undefined
    ? ''
    : (/\(?(\d{1,2})[.)]\s+$/u.exec(copy.slice(Math.max(0, offset - 8), offset))?.[1] ?? '')
}

function checkOffsets(copy: string, arranged: ArrangedItem): string[] {
  return arranged.body.flatMap(({text, at}) =>
    at?.offset !== undefined && copy.slice(at.offset, at.offset + text.length) !== text
      ? [`offset ${at.offset} does not point at "${text.slice(0, 40)}"`]
      : [],
  )
}
