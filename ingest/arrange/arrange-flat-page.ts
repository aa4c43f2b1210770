import type {ArrangedItem, Furniture} from '../model/arranged-item.ts'
import type {Finding, Staged} from '../model/finding.ts'
import type {NewsItem} from '../model/news-item.ts'
import {toBareCopy} from './bare-copy.ts'
import {toBodyBlocks} from './body-blocks.ts'
import {findCaptionLines} from './caption-lines.ts'
import {arrangeFindingCodes} from './codes.ts'
import {toFurnitureReason} from './furniture/furniture-reason.ts'
import {findNewsletterBoxes} from './newsletter/index.ts'
import {findOpeningLines} from './opening-lines.ts'
import {toLineNumbers, toPageLines} from './lines/page-lines.ts'
import {unwrapLines} from './lines/unwrap-lines.ts'
import {toPageView} from './page-view.ts'
import {toStoryLines} from './story/story-lines.ts'

/**
 * Tells the parts of a flat page apart: headline, byline, dateline, standfirst, body, captions, newsletter boxes, and
 * furniture with the reason. Every word of `item.text` comes out exactly once, in one of them. Fields the item brought with
 * it are kept; what was found here is named in `derived`.
 */
export function arrangeFlatPage(item: NewsItem): Staged<ArrangedItem> {
  const lines = unwrapLines(toPageLines(item.text ?? ''))
  const view = toPageView(lines)
  const newsletters = findNewsletterBoxes(lines, view.shapes)
  const indexOfLine = new Map(lines.map((line, at) => [line.line, at]))
  const boxed = new Set(newsletters.flatMap((box) => box.lines.map((line) => indexOfLine.get(line) ?? -1)))
  if (view.headline !== null && boxed.has(view.headline)) view.headline = null

  const bare = boxed.size === 0 ? toBareCopy(lines) : null
  if (bare !== null) view.headline = bare.headline
  const story = bare === null ? toStoryLines(view, boxed) : lines.map((_, at) => bare.story.has(at))
  const {captions, used, findings: doubts} = findCaptionLines(view, story, boxed)
  const body = story.flatMap((is, at) => (is && !used.has(at) ? [at] : []))
  const storyFrom = body[0] ?? lines.length
  const storyTo = body.at(-1) ?? -1
  const isFree = (at: number): boolean =>
    !boxed.has(at) && !used.has(at) && at !== view.headline && story[at] !== true
  const opening = findOpeningLines(view, view.entries[0] ?? storyFrom, isFree)
  const special = new Set([view.headline, opening.byline, opening.standfirst, opening.dateline])
  const isRest = (at: number): boolean => isFree(at) && !special.has(at)

  const furniture: Furniture[] = []
  lines.forEach((line, at) => {
    if (isRest(at))
      furniture.push({
        text: line.text,
        reason: toFurnitureReason(view, at, {from: storyFrom, to: storyTo}, isRest),
        line: line.line,
      })
  })

  const {text: _, blocks: __, leftOut: ___, signups: ____, ...rest} = item
  const value: ArrangedItem = {
    ...rest,
    body: toBodyBlocks(view, body),
    captions,
    newsletters,
    furniture,
    lines: {},
  }
  const parts = {
    headline: view.headline,
    byline: opening.byline,
    standfirst: opening.standfirst,
    dateline: opening.dateline,
  }
  for (const [part, at] of Object.entries(parts) as [keyof typeof parts, number | null][]) {
    const line = at === null ? undefined : lines[at]
    if (line === undefined) continue
    value[part] = line.text
    value.lines[part] = toLineNumbers(line)
    value.derived = [...(value.derived ?? []), part]
  }
  return {value, findings: [...findProblems(value, lines.length), ...doubts]}
}

function findProblems(item: ArrangedItem, lineCount: number): Finding[] {
  if (lineCount === 0) return []
  const findings: Finding[] = []
  if (item.body.length === 0) {
    findings.push({
      severity: 'warning',
      code: arrangeFindingCodes.noBody,
      message: 'No paragraph of a story was found in the copy: it holds only furniture. Check the copy.',
      at: {line: 1},
    })
  }
  if (item.headline === undefined) {
    findings.push({
      severity: 'warning',
      code: arrangeFindingCodes.noHeadline,
      message: 'No headline was found in the copy. Write one before publishing.',
      at: {line: 1},
    })
  }
  return findings
}
