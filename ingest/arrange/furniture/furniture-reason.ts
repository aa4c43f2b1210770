import {isCommentMark} from './furniture-words.ts'
import type {FurnitureReason} from './furniture-reasons.ts'
import {workedOn} from '../lines/line-shape.ts'
import type {PageView} from '../page-view.ts'

/** Why a line that is no part of the article was left out: by its words, else by what it repeats, else by where it stands. */
export function toFurnitureReason(
  view: PageView,
  at: number,
  story: {from: number; to: number},
  isRest: (at: number) => boolean,
): FurnitureReason {
  const shape = view.shapes[at]
  if (shape === undefined) return 'outside-the-story'
  if (view.headline !== null && at !== view.headline && view.firstCopy[at] === view.firstCopy[view.headline])
    return 'repeated-headline'
  if (isEmptyHeading(view, at, story, isRest)) return 'heading-without-content'
  if (view.inThread[at] === 1) return 'comments'
  if (isPathToPage(view, at)) return 'navigation'
  if (signOff.test(view.lines[at]?.text ?? '') || workedOn.test(view.lines[at]?.text ?? ''))
    return 'author-note'
  if (shape.furniture === 'related-links' && at < story.from && shape.words <= 3) return 'navigation'
  if (shape.furniture !== null) return shape.furniture
  if (shape.isDate) return 'timestamp'
  if (shape.isCredit) return 'photo-credit'
  if (shape.isByline || (shape.hasDate && shape.hasTime && shape.words < 20))
    return shape.isByline ? 'author-note' : 'timestamp'
  if ((view.copies[at] ?? 1) > 1 && shape.words >= 6) return 'repeated-text'
  if (at > story.to && isAmongComments(view, at)) return 'comments'
  if (at > story.from && at < story.to)
    return linksAbove(view, at, isRest) ? 'related-links' : 'in-story-insert'
  if (shape.words <= 5 && !shape.endsSentence)
    return at < story.from ? 'navigation' : nearRelated(view, at) ? 'related-links' : 'navigation'
  if (at > story.to && nearRelated(view, at)) return 'related-links'
  return 'outside-the-story'
}

/** Who else worked on the story, as agencies say it at its end. */
const signOff =
  /^\(?(?:additional )?(?:reporting|editing|writing|compiled) by \p{Lu}.{2,160}\)?\.?$|^\p{Lu}.{4,80}\bcontributed (?:to this (?:report|story|article)|reporting)\b.{0,60}$/iu

/** `Home / World / The headline`. */
function isPathToPage(view: PageView, at: number): boolean {
  const headline = view.headline === null ? '' : (view.lines[view.headline]?.text.toLowerCase() ?? '')
  const text = view.lines[at]?.text.toLowerCase() ?? ''
  return (
    headline.length >= 12 &&
    text.length > headline.length &&
    text.length < headline.length + 90 &&
    /[/»›>|]/u.test(text) &&
    text.includes(headline.slice(0, 24))
  )
}

/** A short line after the story that has nothing after it, or only another such heading. */
function isEmptyHeading(
  view: PageView,
  at: number,
  story: {from: number; to: number},
  isRest: (at: number) => boolean,
): boolean {
  const shape = view.shapes[at]
  if (
    shape === undefined ||
    at <= story.to ||
    shape.words > 6 ||
    shape.endsSentence ||
    shape.digitShare > 0.3
  )
    return false
  if (at === view.lines.length - 1) {
    return (
      (shape.furniture === null ||
        shape.furniture === 'related-links' ||
        shape.furniture === 'media-player') &&
      (at - 1 <= story.to || !isRest(at - 1))
    )
  }
  return false
}

/** Behind a heading of comments, with a reply link close below: what a reader wrote, a name, a count. */
function isAmongComments(view: PageView, at: number): boolean {
  let isThread = false
  for (let below = at + 1; below <= at + 4 && !isThread; below += 1)
    isThread = isCommentMark(view.lines[below]?.text ?? '')
  if (!isThread) return false
  for (let above = at - 1; above >= Math.max(0, at - 12); above -= 1)
    if (view.shapes[above]?.furniture === 'comments') return true
  return false
}

/** Nothing but lines left out stands between this one and a heading of links inside the story. */
function linksAbove(view: PageView, at: number, isRest: (at: number) => boolean): boolean {
  for (let above = at - 1; above >= Math.max(0, at - 6) && isRest(above); above -= 1)
    if (view.shapes[above]?.furniture === 'related-links') return true
  return false
}

function nearRelated(view: PageView, at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 12); before -= 1) {
    const reason = view.shapes[before]?.furniture
    if (reason === 'related-links') return true
    if (reason === 'comments' || reason === 'copyright') return false
  }
  return false
}
