import type {LineShape} from './line-shape.ts'
import {toWords} from '../text/words.ts'
import {functionWords} from './function-words.ts'
import type {PageLine} from './page-lines.ts'

/** The region of the page with the densest prose: indexes of lines, both included. */
export interface Region {
  from: number
  to: number
}

const maxBefore = 60

/**
 * The line most like the story's headline, by what headlines do: stand before the prose and near it, have no stop at the
 * end, share their words with the story, be followed by a byline, a date or a summary, be larger than a label and shorter
 * than a paragraph. Returns its index, or null when no line before or at the start of the prose looks like one.
 */
export function findHeadline(
  lines: readonly PageLine[],
  shapes: readonly LineShape[],
  region: Region,
  copies: readonly number[],
): number | null {
  const story = storyWords(lines, shapes, region)
  let best: number | null = null
  let bestScore = 1.5
  const first = Math.max(0, region.from - maxBefore)
  const last = Math.min(lines.length - 1, region.from + 2)
  for (let at = first; at <= last; at += 1) {
    const score = scoreHeadline(at, lines, shapes, region, story, copies)
    if (score > bestScore) {
      best = at
      bestScore = score
    }
  }
  return best
}

function scoreHeadline(
  at: number,
  lines: readonly PageLine[],
  shapes: readonly LineShape[],
  region: Region,
  story: ReadonlySet<string>,
  copies: readonly number[],
): number {
  const shape = shapes[at]
  const line = lines[at]
  if (shape === undefined || line === undefined) return 0
  if (shape.furniture !== null || shape.isByline || shape.isDate || shape.isCredit) return 0
  if (shape.words < 2 || shape.length > 220 || shape.length < 8) return 0
  const distance = region.from - at
  let score = 0
  score +=
    shape.length >= 28 && shape.length <= 130 ? 2 : shape.length >= 18 && shape.length <= 170 ? 1 : -0.5
  if (shape.words >= 5) score += 0.8
  if (shape.endsSentence && !shape.isQuestion) score -= shape.innerStops > 0 ? 2.5 : 1.2
  if (shape.innerStops > 0 && !shape.endsSentence) score -= 0.3
  if (shape.endsColon || shape.endsCut || shape.startsLower) score -= 1
  if (shape.separators > 0) score -= 1
  if (shape.hasCredit || shape.hasCaptionLabel) score -= 1.5
  if (shape.isName) score -= 1
  if (distance < 0) score -= 0.6 * -distance
  else score -= Math.min(2.4, 0.09 * Math.max(0, distance - 2))
  const content = toWords(line.text).filter((word) => word.length > 2 && !functionWords.has(word))
  const shared = content.filter((word) => story.has(word) || story.has(word.replace(/s$/u, ''))).length
  score += content.length === 0 ? -1 : 3 * (shared / content.length) * Math.min(1, content.length / 3)
  score += followedBy(at, shapes)
  if ((copies[at] ?? 1) > 1) score += (copies[at] ?? 1) <= 3 ? 0.3 : -1.5
  if (line.blanksBefore > 0) score += 0.2
  return score
}

function followedBy(at: number, shapes: readonly LineShape[]): number {
  let score = 0
  for (let next = at + 1; next <= at + 4; next += 1) {
    const shape = shapes[next]
    if (shape === undefined) break
    if (shape.isByline || shape.isDate || shape.furniture === 'timestamp')
      score += next === at + 1 ? 1.2 : 0.7
    else if (shape.hasDate && shape.hasTime) score += 0.8
    else if (shape.furniture === 'social-share' || shape.furniture === 'comments') score += 0.3
    if (score >= 1.2) break
  }
  return Math.min(1.5, score)
}

/** The words of the prose, each at its stem's first letters so that forms of one word meet. */
function storyWords(lines: readonly PageLine[], shapes: readonly LineShape[], region: Region): Set<string> {
  const story = new Set<string>()
  let characters = 0
  for (let at = region.from; at <= region.to && characters < 12_000; at += 1) {
    const line = lines[at]
    if (line === undefined || (shapes[at]?.prose ?? 0) < 0.5) continue
    const text = line.text.slice(0, 2_000)
    characters += text.length
    for (const word of toWords(text)) {
      story.add(word)
      if (word.endsWith('s')) story.add(word.slice(0, -1))
    }
  }
  return story
}
