import {bylineDesk} from '../lines/line-patterns.ts'
import type {LineShape} from '../lines/line-shape.ts'
import type {PageLine} from '../lines/page-lines.ts'

/** What is known of a page's lines before its headline is. */
export interface Looked {
  lines: readonly PageLine[]
  shapes: readonly LineShape[]
  copies: readonly number[]
  firstCopy: readonly number[]
}

/** How much a line looks like the page's headline, by itself and its neighbours. */
export function scoreHeadline(at: number, {lines, shapes, copies, firstCopy}: Looked): number {
  const shape = shapes[at]
  const line = lines[at]
  if (shape === undefined || line === undefined) return 0
  if (shape.furniture !== null || shape.isByline || shape.isDate || shape.isCredit || shape.isTweetSign)
    return 0
  if (shape.words < 2 || shape.length > 220 || shape.length < 8 || (shape.hasDate && shape.words < 12))
    return 0
  let score = 2.5
  score +=
    shape.length >= 28 && shape.length <= 130 ? 2 : shape.length >= 18 && shape.length <= 170 ? 1 : -0.5
  if (shape.words >= 5) score += 0.8
  const stopped = shape.endsSentence && /\.["”’)]*$/u.test(line.text.slice(-6))
  if (stopped) score -= shape.innerStops > 0 ? 3.5 : 2.3
  // A first paragraph with no headline over it stays a paragraph.
  if (stopped && shape.length > 110) score -= 2.5
  if (stopped && filedFrom.test(line.text)) score -= 4
  if (shape.startsQuote && /["”’]$/u.test(line.text) && !/["”’].+["“‘]/u.test(line.text.slice(1)))
    score -= 1.5
  if (shape.endsColon || shape.endsCut || shape.startsLower || shape.startsList) score -= 1
  if (shape.separators > 0) score -= 1
  if (shape.glued > 0) score -= 2
  if (shape.hasCredit || shape.hasCaptionLabel || shape.hasUrl) score -= 1.5
  if (shape.isName || shape.digitShare > 0.3) score -= 1
  if (shape.words <= 8 && line.text.includes(',') && bylineDesk.test(line.text)) score -= 2
  score += followedBy(at, shapes) + precededBy(at, shapes)
  const count = copies[at] ?? 1
  if (count > 1) score += count <= 3 ? 0.3 : -1.5
  if (firstCopy[at] !== at) score -= 0.4
  // Lead captions are printed over and over in one place; headlines twice at most.
  if (count > 1 && copiesClose(at, firstCopy) >= 2) score -= 3
  if (shape.hasCaptionWords) score -= 1
  if (isScoreLine(line.text) || shape.isQuantity) score -= 4
  if (opensPage(at, shapes)) score += 1.2
  const above = shapes[at - 1]?.furniture
  if (above === 'related-links' || above === 'read-more') score -= 1
  return score <= 0 ? score : score - alike(at, shapes, copies, firstCopy)
}

/** `HARLAN — …`, `PARIS (AP) - …`: a story begins so. */
const filedFrom =
  /^\p{Lu}[\p{Lu} .'’-]{2,30}(?:, [\p{L}. ]{2,20})?(?: ?\([^()]{2,20}\))? ?(?:—|–|--|-) ?\p{Lu}/u

/** Two sides and their points: `Town 2-2 City`, `HOME 214-6 v Away`. Headlines say more. */
export function isScoreLine(text: string): boolean {
  if (text.length >= 70 || text.includes(':') || !/\d[-–]\d+(?:-\d+)?(?: v\.? | \p{Lu}|$)/u.test(text))
    return false
  return / v\.? /u.test(text) || (text.match(/(?:^|\s)\p{Ll}/gu)?.length ?? 0) <= 1
}

/** Everything above it is short: the page, or what was copied of it, begins with this line. */
function opensPage(at: number, shapes: readonly LineShape[]): boolean {
  if (at > 6) return false
  for (let above = 0; above < at; above += 1) {
    const shape = shapes[above]
    if (
      shape !== undefined &&
      shape.furniture === null &&
      shape.words >= 5 &&
      !shape.isDate &&
      !shape.isByline
    )
      return false
  }
  return true
}

/** Some pages print who wrote the story, and when, above its headline. */
function precededBy(at: number, shapes: readonly LineShape[]): number {
  const above = shapes[at - 1]
  const byline = shapes[at - 2]
  const dated = above !== undefined && (above.isDate || above.furniture === 'timestamp')
  return dated && byline?.isByline === true ? 1 : 0
}

/** Copies of a line within four lines of it. */
function copiesClose(at: number, firstCopy: readonly number[]): number {
  let count = 0
  for (let other = at - 4; other <= at + 4; other += 1)
    if (other !== at && firstCopy[other] === firstCopy[at]) count += 1
  return count
}

function followedBy(at: number, shapes: readonly LineShape[]): number {
  let score = 0
  for (let next = at + 1; next <= at + 5; next += 1) {
    const shape = shapes[next]
    if (shape === undefined) break
    const dated =
      shape.isDate || shape.furniture === 'timestamp' || (shape.hasDate && shape.hasTime && shape.words < 16)
    const nearness = next <= at + 2 ? 1 : 0.7
    if (shape.isByline) score += 1.5 * nearness
    else if (dated) score += 1.2 * nearness
    else if (
      shape.furniture === 'social-share' ||
      shape.furniture === 'comments' ||
      shape.furniture === 'reading-time'
    )
      score += 0.35
  }
  return Math.min(2.6, score)
}

/** How much of a row of links the line stands in: lines around it that could be headlines just as well, those below more. */
function alike(
  at: number,
  shapes: readonly LineShape[],
  copies: readonly number[],
  firstCopy: readonly number[],
): number {
  let weight = 0
  for (let other = at - 5; other <= at + 5; other += 1) {
    const shape = shapes[other]
    if (other === at || shape === undefined) continue
    const could = shape.words >= 4 && shape.length <= 170 && !shape.endsSentence && shape.furniture === null
    if (!could || shape.isByline || shape.isDate || shape.isCredit || shape.hasUrl) continue
    if (copies[other]! > 1 && copiesClose(other, firstCopy) >= 1) continue
    weight += other < at ? 0.15 : 0.4
  }
  return weight
}
