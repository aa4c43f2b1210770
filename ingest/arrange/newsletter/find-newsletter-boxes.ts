import type {NewsletterBox} from '../../model/news-item.ts'
import {splitRunTogether} from './split-run-together.ts'
import {isExcluded, toNewsletterSignals, type NewsletterSignals} from './line-signals.ts'

interface BoxLine extends NewsletterSignals {
  line: number
  /** Blank lines before it. */
  gap: number
}

/**
 * Finds newsletter and e-mail alert sign-up boxes among the lines of a page, in order.
 *
 * A box needs a line that calls to sign up for something sent by e-mail, or the name of a newsletter with a piece of its
 * form beside it (a promise, an e-mail field, a button, a message of the form). A bare menu label is no box. Blank lines
 * may be given as lines with no words or left out with their numbers skipped. `lines` of the result are the numbers given.
 * Line texts are compared in full; no line is in two boxes. Time is linear in the length of the lines.
 * `shapes` run beside the lines, where they have been looked at before.
 */
export function findNewsletterBoxes(
  lines: readonly {text: string; line: number}[],
  shapes?: readonly {hints: number}[],
): NewsletterBox[] {
  const read = toBoxLines(lines, shapes)
  const spacing = usualGap(read)
  const boxes: NewsletterBox[] = []
  let floor = 0
  for (let at = 0; at < read.length; at += 1) {
    if (!isCore(read, at, spacing)) continue
    const from = startOfBox(read, at, floor, spacing)
    const to = endOfBox(read, at, spacing)
    const box = toBox(read.slice(from, to + 1))
    if (box.title !== null || box.pitch !== null) boxes.push(box)
    at = to
    floor = to + 1
  }
  return boxes
}

function toBoxLines(
  lines: readonly {text: string; line: number}[],
  shapes: readonly {hints: number}[] | undefined,
): BoxLine[] {
  const read: BoxLine[] = []
  let last: number | null = null
  for (const [index, {text, line}] of lines.entries()) {
    const signals = toNewsletterSignals(text, shapes?.[index]?.hints)
    if (signals.text === '') continue
    read.push({...signals, line, gap: last === null ? 0 : Math.max(0, line - last - 1)})
    last = line
  }
  return read
}

/** Some copies have a blank line between any two lines: then a blank line parts nothing. */
function usualGap(read: BoxLine[]): number {
  const gaps = read.slice(1).filter((line) => line.gap >= 1).length
  return read.length > 1 && gaps >= 0.8 * (read.length - 1) ? 1 : 0
}

function isCore(read: BoxLine[], at: number, spacing: number): boolean {
  const here = read[at]
  if (here === undefined || (here.form !== null && here.form !== 'submit')) return false
  const next = read[at + 1]
  const near = next !== undefined && next.gap <= spacing + 2 ? next : null
  if (!(here.call || here.pitch || here.offer || here.heading) || isExcluded(here)) return false
  if (here.call && !(here.label && isMenuNeighbour(read, at, spacing))) return true
  if (here.pitch && /\b(?:inbox|delivered)\b/iu.test(here.text) && here.text.length < 250)
    return near?.form !== null || (read[at - 1]?.heading ?? false)
  if (near === null) return false
  if (here.heading && near.offer && leadsToField(read, at + 1, spacing)) return true
  if (here.offer && here.label) {
    if (near.pitch || (near.promise && near.gap <= spacing && /newsletter/iu.test(here.text))) return true
    if (near.form === 'email' || near.form === 'required' || leadsToField(read, at + 1, spacing)) return true
    return (
      near.form === 'submit' &&
      near.gap <= spacing + 2 &&
      /sign|подпис|abonn|inscri|suscri|alert/iu.test(near.text)
    )
  }
  if (here.heading && near.form === 'email')
    return (
      /miss|updat|date|touch|e-?mail|inbox|subscri|posts?\b|news/iu.test(here.text) &&
      !/comment|log ?in|account/iu.test(read[at + 2]?.text ?? '')
    )
  return false
}

/** A link of a menu: the lines on both sides are as short as it is and have no form. */
function isMenuNeighbour(read: BoxLine[], at: number, spacing: number): boolean {
  const before = read[at - 1]
  const here = read[at]
  const after = read[at + 1]
  if (before === undefined || after === undefined || here === undefined) return false
  const short = (line: BoxLine): boolean =>
    line.text.length <= 28 && line.form === null && !line.heading && !/[.!?]$/u.test(line.text)
  return (
    here.gap <= spacing && after.gap <= spacing && here.text.length <= 32 && short(before) && short(after)
  )
}

function startOfBox(read: BoxLine[], core: number, floor: number, spacing: number): number {
  let from = core
  for (let at = core - 1; at >= floor && core - at <= 2; at -= 1) {
    const line = read[at]
    const next = read[at + 1]
    if (line === undefined || next === undefined || isExcluded(line) || next.gap > spacing + 1) break
    const titled = read[from]?.label === true && !read[from]?.call
    if (titled) break
    const bareSubmit = line.form === 'submit'
    const titles = line.heading && !line.call && (next.gap <= spacing || line.offer)
    const shouts = at === core - 1 && next.gap <= spacing && line.gap > next.gap && isShout(line.text)
    if ((titles && (!bareSubmit || (next.call && next.gap <= spacing))) || shouts) from = at
    else break
  }
  return from
}

/** A heading in capitals, or one that asks or exclaims. */
function isShout(text: string): boolean {
  return (
    text.length <= 70 &&
    text.length >= 8 &&
    (/[!?]$/u.test(text) || (text === text.toUpperCase() && /\p{Lu}{3}/u.test(text)))
  )
}

const maxFormLines = 40

function endOfBox(read: BoxLine[], core: number, spacing: number): number {
  let to = core
  let listed = 0
  for (let at = core + 1; at < read.length && at - core <= maxFormLines; at += 1) {
    const line = read[at]
    if (line === undefined || line.gap > spacing + 3) break
    const first = to === core && listed === 0
    const isForm = line.form !== null
    const promise =
      !isExcluded(line) && (line.pitch || line.call || (first && isPlainPromise(line, read[core], spacing)))
    if (
      isForm &&
      !(
        line.form === 'submit' &&
        read.slice(core, to + 1).some((part) => part.form === 'submit') &&
        line.gap > spacing + 1
      )
    ) {
      to = at
      listed = 0
    } else if (promise && (first || !line.label || line.gap <= spacing)) {
      to = at
      listed = 0
    } else if (leadsToField(read, at, spacing) && at <= core + 3) {
      to = at
    } else if (
      line.text.length <= 40 &&
      listed < 8 &&
      line.gap <= spacing + 1 &&
      endsInForm(read, at, spacing)
    ) {
      listed += 1
      to = at
    } else {
      break
    }
  }
  return to
}

/** A title, a promise, and then the field for the address: no more than three tight lines before it. */
function leadsToField(read: readonly BoxLine[], from: number, spacing: number): boolean {
  for (let at = from; at < read.length && at < from + 4; at += 1) {
    const line = read[at]
    if (line === undefined || line.gap > spacing + 1 || line.text.length > 220 || isExcluded(line))
      return false
    if (line.form === 'email') return true
    if (line.form !== null && line.form !== 'message') return false
  }
  return false
}

/** A sentence right under the title of a box, which says what one gets without any of the usual words. */
function isPlainPromise(line: BoxLine, title: BoxLine | undefined, spacing: number): boolean {
  if (title === undefined || line.gap > spacing || line.text.length > 220 || line.text.length < 25)
    return false
  return (
    title.text.length <= 60 &&
    /\b(?:your?|we|daily|weekly|updates?|news|latest|best|top|stories|every)\b/iu.test(line.text) &&
    /[.!]$/u.test(line.text)
  )
}

/** Topics to tick off: short lines on the way to a field or button of the same form. */
function endsInForm(read: BoxLine[], from: number, spacing: number): boolean {
  for (let at = from; at < read.length && at < from + 8; at += 1) {
    const line = read[at]
    if (line === undefined || line.gap > spacing + 1 || line.text.length > 60) return false
    if (at > from && (line.form === 'submit' || line.form === 'email' || line.form === 'consent')) return true
  }
  return false
}

function toBox(part: BoxLine[]): NewsletterBox {
  const box: NewsletterBox = {
    title: null,
    pitch: null,
    emailLabel: null,
    submitLabel: null,
    requiredMessage: null,
    consent: null,
    other: [],
    lines: part.map((line) => line.line),
  }
  const words: BoxLine[] = []
  for (const line of part) {
    if (line.form === 'email' && box.emailLabel === null) box.emailLabel = line.text
    else if (line.form === 'submit' && box.submitLabel === null && (words.length > 0 || part.length === 1))
      box.submitLabel = line.text
    else if (line.form === 'required' && box.requiredMessage === null) box.requiredMessage = line.text
    else if (line.form === 'consent' && box.consent === null) box.consent = line.text
    else if (line.form !== null && !(line.form === 'submit' && words.length === 0)) box.other.push(line.text)
    else words.push(line)
  }
  const [first, ...rest] = words
  if (first === undefined) return box
  if (rest.length === 0) {
    const parted = splitRunTogether(first.text)
    if (parted !== null) return {...box, ...parted, other: box.other}
    if (callsOnly(first.text)) box.title = first.text
    else box.pitch = first.text
    return box
  }
  const isTitle = first.text.length <= 90 && (first.heading || first.label || first.call || !first.pitch)
  if (isTitle) box.title = first.text
  const [named] = rest
  if (isTitle && named !== undefined && rest.length > 1 && isBareLabel(first) && isTitleLike(named)) {
    // `Newsletter`, and under it what the newsletter is called.
    box.title = named.text
    box.other.push(first.text)
    rest.shift()
  }
  const promises = isTitle ? rest : words
  const said = (line: BoxLine): boolean => box.title !== null && box.title.includes(line.text)
  const promise =
    promises.find((line) => (line.call || line.pitch) && !said(line)) ??
    promises.find((line) => line.text.length > 25 && !said(line))
  for (const line of promises) {
    if (line === promise) box.pitch = line.text
    else box.other.push(line.text)
  }
  return box
}

/** The word newsletter and nothing else. */
function isBareLabel(line: BoxLine): boolean {
  return line.label && !/\s/u.test(line.text)
}

function isTitleLike({text, call, pitch}: BoxLine): boolean {
  return text.length <= 60 && !call && !pitch && !/[.!?…]$/u.test(text)
}

/** Only calls to sign up ("Subscribe to our newsletter"); anything that says what one gets is a pitch. */
function callsOnly(text: string): boolean {
  return text.length <= 70 && !/\bget\b|\breceive\b|[.!?] .|\bto (?:get|receive|read)\b/iu.test(text)
}
