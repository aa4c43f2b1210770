import type {FurnitureReason} from '../furniture/furniture-reasons.ts'
import type {Region} from '../headline/prose-runs.ts'
import type {LineShape} from '../lines/line-shape.ts'
import type {PageView} from '../page-view.ts'

/** So many lines an inset may have: a heading and its links, a newsletter box, a picture with its credit. */
const longestInset = 14
/** Furniture after which nothing of a story comes. */
const closing: ReadonlySet<FurnitureReason> = new Set(['comments', 'copyright', 'cookie-notice', 'contact'])

/** What pages put between two paragraphs. */
const inset: ReadonlySet<FurnitureReason> = new Set([
  'related-links',
  'read-more',
  'advertisement',
  'media-player',
  'subscription-offer',
])
const longestOpening = 30
/** So much has to speak for a run of paragraphs to be the story's: see `toEvidence`. */
const enough = 4

/**
 * Takes in the paragraphs of a story that go on behind an inset (links to other stories, a box, an advertisement), where enough speaks
 * for them: names of the story, quotations, that there are several, the inset above. Marks them in `story`; `scores` are the
 * scorer's log-odds.
 */
export function resumeStory(
  view: PageView,
  scores: ArrayLike<number>,
  story: boolean[],
  taken: ReadonlySet<number>,
): void {
  let last = story.lastIndexOf(true)
  if (last < 0) return
  let names: Map<string, number> | null = null
  let above = 0
  for (let at = last + 1; at < view.lines.length && at - last <= longestInset; at++) {
    const shape = view.shapes[at]!
    if (taken.has(at)) {
      above = 2
      continue
    }
    if (view.inThread[at] === 1) return
    if (shape.furniture !== null) {
      if (closing.has(shape.furniture)) return
      if (shape.furniture === 'advertisement') above = 2
      else if (inset.has(shape.furniture)) above = Math.max(above, 1)
      continue
    }
    const listEnd = endOfList(view, at)
    if (listEnd !== null) {
      names ??= toNames(view, story)
      if (namesKnown(view, {from: at, to: listEnd}, names) >= fewestNamed) {
        const heading = view.shapes[at - 1]!
        if (at - 1 > last && isPlain(heading) && heading.words <= 6) story[at - 1] = true
        story.fill(true, at, listEnd + 1)
        last = listEnd
      }
      at = listEnd
      continue
    }
    if (!isParagraph(view, at)) continue
    const to = endOfRun(view, at, taken)
    names ??= toNames(view, story)
    if (toEvidence(view, scores, {from: at, to}, names) + above < enough) {
      at = to
      continue
    }
    for (let line = at; line <= to; line++) {
      story[line] = true
      addNames(view.lines[line]!.text, names)
    }
    last = to
    at = to
    above = 0
  }
}

/**
 * Takes in the paragraphs between the headline's byline or date and the story, which a picture, a list or an inset parts from it: an
 * introduction of some length in whole sentences.
 */
export function takeInOpening(view: PageView, story: boolean[], taken: ReadonlySet<number>): void {
  const first = story.indexOf(true)
  if (view.headline === null || first < view.headline || first - view.headline > longestOpening) return
  let signed = false
  for (let at = view.headline + 1; at < first; at++) {
    const shape = view.shapes[at]!
    signed ||= shape.isByline || shape.isDate || shape.furniture === 'timestamp'
    if (!signed || taken.has(at) || view.inThread[at] === 1 || !isParagraph(view, at)) continue
    if (
      shape.prose >= 0.6 &&
      shape.length >= 100 &&
      !shape.hasCredit &&
      !shape.hasCaptionLabel &&
      !shape.hasCaptionWords
    )
      story[at] = true
  }
}

/** What speaks for a run: up to two for names that the story has twice, two for a quotation and one more for a long paragraph with one, three for an agency's letters at the end, one for a second paragraph, one for a score. */
function toEvidence(
  view: PageView,
  scores: ArrayLike<number>,
  {from, to}: Region,
  names: ReadonlyMap<string, number>,
): number {
  const shared = new Set<string>()
  let paragraphs = 0
  let titles = 0
  let quotes = false
  let spoken = false
  let signed = false
  let best = -Infinity
  for (let at = from; at <= to && at < from + 12; at++) {
    const shape = view.shapes[at]!
    if (shape.endsSentence) paragraphs += 1
    else titles += 1
    quotes ||= shape.hasQuote && shape.words >= 8
    spoken ||= shape.hasQuote && shape.innerStops > 0 && shape.length >= 120
    signed ||= signature.test(view.lines[at]!.text.slice(-40))
    best = Math.max(best, scores[at] ?? 0)
    for (const [word] of view.lines[at]!.text.slice(0, 1_000).matchAll(/\p{Lu}[\p{L}’'-]+/gu)) {
      const name = toName(word)
      if ((names.get(name) ?? 0) > 1) shared.add(name)
    }
  }
  const evidence =
    Math.min(2, shared.size) +
    (quotes ? 2 : 0) +
    (spoken ? 1 : 0) +
    (signed ? 3 : 0) +
    (paragraphs > 1 ? 1 : 0) +
    (best > -0.5 ? 1 : 0)
  // Titles and a sentence under each are links with their summaries.
  return titles > 1 && titles * 2 >= paragraphs ? evidence - 2 : evidence
}

const fewestItems = 3
const fewestNamed = 2

/** The last line of a numbered list (a result, a table of the best) that begins at `at`, or null. */
function endOfList(view: PageView, at: number): number | null {
  const isItem = (line: number): boolean =>
    /^1?\d[.)] \S/u.test(view.lines[line]?.text ?? '') && isPlain(view.shapes[line]!)
  if (!/^1[.)] /u.test(view.lines[at]!.text) || !isItem(at)) return null
  let to = at
  while (isItem(to + 1)) to++
  return to - at + 1 >= fewestItems ? to : null
}

/** How many of the story's names the lines have. */
function namesKnown(view: PageView, {from, to}: Region, names: ReadonlyMap<string, number>): number {
  const found = new Set<string>()
  for (let at = from; at <= to && at < from + 20; at++)
    for (const [word] of view.lines[at]!.text.slice(0, 200).matchAll(/\p{Lu}[\p{L}’'-]+/gu))
      if (names.has(toName(word))) found.add(toName(word))
  return found.size
}

/** The letters that an agency's desk puts behind the last sentence. */
const signature = /[.!?]["”’]? \p{Lu}{2,}(?: \p{Lu}{2,}){1,4}$/u

/** A sentence at least, with nothing by which it would be something else. */
function isParagraph(view: PageView, at: number): boolean {
  const shape = view.shapes[at]
  return (
    shape !== undefined && isPlain(shape) && view.copies[at] === 1 && isSentence(shape, view.lines[at]!.text)
  )
}

function isPlain(shape: LineShape): boolean {
  return (
    shape.furniture === null &&
    !shape.isCredit &&
    !shape.isDate &&
    !shape.isByline &&
    !shape.isPictureCaption &&
    !shape.hasUrl &&
    !shape.hasAt &&
    shape.glued === 0
  )
}

function isSentence(
  {endsSentence, endsColon, isQuestion, words, functionShare}: LineShape,
  text: string,
): boolean {
  // An agency's letters may stand behind the last stop.
  if (!endsSentence && !endsColon && !(words >= 8 && signature.test(text.slice(-40)))) return false
  if (words < 5 || functionShare < 0.12 || /^[([]/u.test(text)) return false
  return !isQuestion || words > 16
}

/** The last line of the run of paragraphs that begins at `from`; one short line without a stop may stand between two, as a crosshead does. */
function endOfRun(view: PageView, from: number, taken: ReadonlySet<number>): number {
  let to = from
  for (let at = from + 1; at < view.lines.length && !taken.has(at); at++) {
    if (isParagraph(view, at)) to = at
    else if (at - to > 1 || !isPlain(view.shapes[at]!) || view.shapes[at]!.words > 10) break
  }
  return to
}

const capitalised = /(?<=[\p{L}\p{N},;:–—-]["'“”‘’)]{0,2} ["'“‘(]{0,2})\p{Lu}[\p{L}’'-]+/gu

function toNames(view: PageView, story: readonly boolean[]): Map<string, number> {
  const names = new Map<string, number>()
  const headline = view.headline ?? view.lines.length
  // The headline, and what stands right under it: a standfirst most often.
  for (const line of view.lines.slice(headline, headline + 4)) addNames(line.text, names)
  story.forEach((is, at) => {
    if (is && at > headline + 3) addNames(view.lines[at]!.text, names)
  })
  return names
}

/** Counts the lines in which words have a capital inside a sentence, where grammar asks for none. */
function addNames(text: string, names: Map<string, number>): void {
  const found = new Set<string>()
  for (const [word] of text.slice(0, 2_000).matchAll(capitalised)) found.add(toName(word))
  for (const name of found) names.set(name, (names.get(name) ?? 0) + 1)
}

function toName(word: string): string {
  return word.replace(/['’]s?$/u, '').toLowerCase()
}
