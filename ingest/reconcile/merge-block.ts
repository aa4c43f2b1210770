import {
  contentOf,
  fromBlockWords,
  isQuotationMark,
  isTextBlock,
  toBlockWords,
  type BlockWord,
} from './block-words.ts'
import {diffWords, type Hunk} from './diff-words.ts'
import {isSameValue} from './same-value.ts'
import type {BodyElement} from './types.ts'

/** A block after both sides' changes. */
interface MergedBlock {
  element: BodyElement
  /**
   * Null when everything of the wire's was taken. Else the block as the wire has it with what could not be taken put back: base for
   * the next version, and what `theirs` is compared with when the editor takes the change.
   */
  unsettled: BodyElement | null
  /** The change (taken or waiting) touches words inside quotation marks. */
  inQuotation: boolean
}

/** Which side's words stand where both changed the same place. */
type Preference = 'ours' | 'theirs'

/**
 * Three versions of one body element into one. Only one side changed: that side's. Both changed a text block: word by word where
 * the changes do not touch (no unchanged word between them is touching); where they touch, `prefer`'s words, and `unsettled`
 * says what is left. Marks go with their words: a mark that the wire put on or took off is put on or taken off, the editor's
 * stay. Other elements that both changed are kept or replaced whole.
 */
export function mergeBlock(
  base: BodyElement,
  ours: BodyElement,
  theirs: BodyElement,
  prefer: Preference = 'ours',
): MergedBlock {
  const [b, o, t] = [contentOf(base), contentOf(ours), contentOf(theirs)]
  if (t === b || t === o) return {element: ours, unsettled: null, inQuotation: false}
  const inQuotation = touchesQuotation(base, theirs)
  if (o === b) return {element: theirs, unsettled: null, inQuotation}
  if (isTextBlock(base) && isTextBlock(ours) && isTextBlock(theirs))
    return mergeText(base, ours, theirs, prefer)
  return prefer === 'theirs'
    ? {element: theirs, unsettled: null, inQuotation}
    : {element: ours, unsettled: base, inQuotation}
}

function touchesQuotation(base: BodyElement, theirs: BodyElement): boolean {
  if (!isTextBlock(base) || !isTextBlock(theirs)) return false
  const b = toBlockWords(base)
  const t = toBlockWords(theirs)
  return diffWords(textsOf(b), textsOf(t)).some((hunk) => hunkInQuotation(hunk, b, t))
}

function hunkInQuotation(hunk: Hunk, base: BlockWord[], other: BlockWord[]): boolean {
  const inside = (word: BlockWord): boolean => word.marks.some(isQuotationMark)
  return (
    base.slice(hunk.baseStart, hunk.baseEnd).some(inside) || other.slice(hunk.start, hunk.end).some(inside)
  )
}

function textsOf(words: BlockWord[]): string[] {
  return words.map((word) => word.text)
}

interface Region {
  baseStart: number
  baseEnd: number
  ours: Hunk[]
  theirs: Hunk[]
}

function mergeText(
  base: BodyElement,
  ours: BodyElement,
  theirs: BodyElement,
  prefer: Preference,
): MergedBlock {
  const b = toBlockWords(base)
  const o = toBlockWords(ours)
  const t = toBlockWords(theirs)
  const theirHunks = diffWords(textsOf(b), textsOf(t))
  const regions = findRegions(b, diffWords(textsOf(b), textsOf(o)), theirHunks)
  const renamed = findRenamedMarks(b, t, theirHunks)
  const merged: BlockWord[] = []
  const unsettled: BlockWord[] = []
  let settled = true
  let taken = false
  let inQuotation = false
  let at = 0
  let oShift = 0
  let tShift = 0
  const copyUpTo = (end: number): void => {
    for (; at < end; at += 1) {
      const word = b[at] as BlockWord
      const ourWord = o[at + oShift] as BlockWord
      const theirWord = t[at + tShift] as BlockWord
      merged.push({text: word.text, marks: mergeMarks(word.marks, ourWord.marks, theirWord.marks)})
      unsettled.push(theirWord)
    }
  }
  for (const region of regions) {
    copyUpTo(region.baseStart)
    const our = spanOf(region, region.ours, oShift)
    const their = spanOf(region, region.theirs, tShift)
    const ourWords = o
      .slice(our.start, our.end)
      .map((word) => ({...word, marks: renameMarks(word.marks, renamed)}))
    const theirWords = t.slice(their.start, their.end)
    if (region.theirs.some((hunk) => hunkInQuotation(hunk, b, t))) inQuotation = true
    const agree = textsOf(ourWords).join('') === textsOf(theirWords).join('')
    if (region.theirs.length === 0) {
      append(merged, ourWords)
      append(unsettled, theirWords)
    } else if (region.ours.length === 0 || agree || prefer === 'theirs') {
      append(merged, theirWords)
      append(unsettled, theirWords)
      taken = true
    } else {
      append(merged, ourWords)
      const before = b.slice(region.baseStart, region.baseEnd)
      append(
        unsettled,
        before.map((word) => ({...word, marks: renameMarks(word.marks, renamed)})),
      )
      settled = false
    }
    at = region.baseEnd
    oShift = our.end - region.baseEnd
    tShift = their.end - region.baseEnd
  }
  copyUpTo(b.length)
  const frame = mergeFrame(base, ours, theirs, prefer)
  settled &&= frame.settled
  const key = settled || taken ? theirs._key : ours._key
  const element: BodyElement = {...frame.fields, _type: 'block', _key: key, ...fromBlockWords(merged, key)}
  if (settled) return {element, unsettled: null, inQuotation}
  const rest: BodyElement = {...frame.unsettled, _type: 'block', _key: key, ...fromBlockWords(unsettled, key)}
  // Nothing of the wire's came in: the block stays as the editor has it, to the letter.
  if (contentOf(element) === contentOf(ours))
    return {element: ours, unsettled: {...rest, _key: ours._key}, inQuotation}
  return {element, unsettled: rest, inQuotation}
}

/** Word by word: spreading a very long block would overflow the call stack. */
function append(words: BlockWord[], more: BlockWord[]): void {
  for (const word of more) words.push(word)
}

/** Where the hunks of both sides lie: hunks with no unchanged word between them are one region. */
function findRegions(base: BlockWord[], ours: Hunk[], theirs: Hunk[]): Region[] {
  const all = [
    ...ours.map((hunk) => ({hunk, side: 'ours' as const})),
    ...theirs.map((hunk) => ({hunk, side: 'theirs' as const})),
  ].sort((one, other) => one.hunk.baseStart - other.hunk.baseStart || one.hunk.baseEnd - other.hunk.baseEnd)
  const regions: Region[] = []
  for (const {hunk, side} of all) {
    const last = regions.at(-1)
    if (last && !hasWordBetween(base, last.baseEnd, hunk.baseStart))
      last.baseEnd = Math.max(last.baseEnd, hunk.baseEnd)
    else regions.push({baseStart: hunk.baseStart, baseEnd: hunk.baseEnd, ours: [], theirs: []})
    regions.at(-1)?.[side].push(hunk)
  }
  return regions
}

function hasWordBetween(base: BlockWord[], from: number, to: number): boolean {
  for (let index = from; index < to; index += 1)
    if (/[\p{L}\p{N}]/u.test(base[index]?.text ?? '')) return true
  return false
}

/** A region of the base in the other side's words. `shift` is how far that side is ahead of the base before the region. */
function spanOf(region: Region, hunks: Hunk[], shift: number): {start: number; end: number} {
  let grown = 0
  for (const hunk of hunks) grown += hunk.end - hunk.start - (hunk.baseEnd - hunk.baseStart)
  return {start: region.baseStart + shift, end: region.baseEnd + shift + grown}
}

/** What the editor marked stays; what the wire put on or took off is put on or taken off. */
function mergeMarks(base: string[], ours: string[], theirs: string[]): string[] {
  const marks = new Set(ours)
  for (const mark of theirs) if (!base.includes(mark)) marks.add(mark)
  for (const mark of base) if (!theirs.includes(mark)) marks.delete(mark)
  return [...marks].sort()
}

/** A quotation whose words the wire changed has another id: the words the editor put into it go with the new one. */
function findRenamedMarks(base: BlockWord[], theirs: BlockWord[], hunks: Hunk[]): Map<string, string> {
  const renamed = new Map<string, string>()
  let shift = 0
  let next = 0
  for (let index = 0; index < base.length; index += 1) {
    const hunk = hunks[next]
    if (hunk && index >= hunk.baseStart) {
      shift = hunk.end - hunk.baseEnd
      index = hunk.baseEnd - 1
      next += 1
      continue
    }
    const before = base[index]?.marks.filter(isQuotationMark) ?? []
    const after = theirs[index + shift]?.marks.filter(isQuotationMark) ?? []
    if (before.length === 1 && after.length === 1 && before[0] !== after[0])
      renamed.set(before[0] as string, after[0] as string)
  }
  return renamed
}

function renameMarks(marks: string[], renamed: Map<string, string>): string[] {
  return marks.map((mark) => renamed.get(mark) ?? mark)
}

/** Everything of a text block but its words: style, list, level, one by one. */
function mergeFrame(base: BodyElement, ours: BodyElement, theirs: BodyElement, prefer: Preference) {
  const fields: Record<string, unknown> = {}
  const unsettled: Record<string, unknown> = {}
  let settled = true
  const own = new Set(['_key', '_type', 'children', 'markDefs'])
  for (const name of new Set([...Object.keys(base), ...Object.keys(ours), ...Object.keys(theirs)])) {
    if (own.has(name)) continue
    const takes = isSameValue(ours[name], base[name]) || prefer === 'theirs'
    const same = isSameValue(theirs[name], base[name]) || isSameValue(theirs[name], ours[name])
    const value = same ? ours[name] : takes ? theirs[name] : ours[name]
    if (value !== undefined) fields[name] = value
    if (!same && !takes) settled = false
    const left = !same && !takes ? base[name] : theirs[name]
    if (left !== undefined) unsettled[name] = left
  }
  return {fields, unsettled, settled}
}
