import {captionFingerprint, splitCredit} from '../../../ingest/captions/index.ts'
import type {ArrangedItem} from '../../../ingest/model/arranged-item.ts'
import type {BodyBlock} from '../../../ingest/model/news-item.ts'
import {countLines, splitLines} from './copy-lines.ts'

/** What a person can say a line is. */
export const correctableKinds = [
  'headline',
  'byline',
  'dateline',
  'standfirst',
  'paragraph',
  'crosshead',
  'listItem',
  'blockQuote',
  'caption',
  'newsletter',
  'furniture',
] as const
export type CorrectableKind = (typeof correctableKinds)[number]

/** Lines of the copy, from 1, that are something else than the importer thought. */
export type Corrections = Record<number, CorrectableKind>

/** The reason kept with a line that a person left out. */
export const leftOutByHand = 'left-out-by-hand'

const roles = ['headline', 'byline', 'dateline', 'standfirst'] as const

/** The item with those lines taken from what they were and put where they belong. No word is lost: what a headline displaces becomes a paragraph. */
export function correctItem(item: ArrangedItem, raw: string, corrections: Corrections): ArrangedItem {
  const lines = splitLines(raw)
  const offsets = toLineOffsets(raw)
  const corrected: ArrangedItem = structuredClone(item)
  const entries = Object.entries(corrections)
    .map(([line, kind]) => ({line: Number(line), kind}))
    .filter(({line}) => (lines[line - 1] ?? '').trim() !== '')
    .sort((one, other) => one.line - other.line)
  for (const {line} of entries) takeOut(corrected, lines, line)
  const given = new Set(entries.map(({line}) => line))
  for (const {line, kind} of entries) putIn(corrected, {lines, offsets, line, kind, given})
  corrected.body.sort((one, other) => (one.at?.line ?? Infinity) - (other.at?.line ?? Infinity))
  corrected.furniture.sort((one, other) => (one.line ?? Infinity) - (other.line ?? Infinity))
  return corrected
}

interface Line {
  lines: string[]
  offsets: number[]
  line: number
  kind: CorrectableKind
  /** Lines whose place a person gave. */
  given: Set<number>
}

function takeOut(item: ArrangedItem, lines: string[], line: number): void {
  const text = (lines[line - 1] ?? '').trim()
  for (const role of roles) {
    const left = item.lines[role]?.filter((one) => one !== line)
    if (!left || left.length === item.lines[role]?.length) continue
    setRole(item, role, left, lines)
  }
  item.body = item.body.flatMap((block) => withoutLine(block, line))
  item.furniture = item.furniture.flatMap((part) =>
    splitOut(part.text, part.line, line).map((piece) => ({...part, text: piece.text, line: piece.line})),
  )
  item.captions = item.captions.flatMap((caption) => {
    if (!caption.lines.includes(line)) return [caption]
    const left = caption.lines.filter((one) => one !== line)
    return left.length > 0
      ? [{...caption, lines: left, occurrences: Math.max(1, caption.occurrences - 1)}]
      : []
  })
  item.newsletters = item.newsletters.flatMap((box) => {
    if (!box.lines.includes(line)) return [box]
    const left = box.lines.filter((one) => one !== line)
    const keep = (value: string | null) => (value?.trim() === text ? null : value)
    if (left.length === 0) return []
    return [
      {
        title: keep(box.title),
        pitch: keep(box.pitch),
        emailLabel: keep(box.emailLabel),
        submitLabel: keep(box.submitLabel),
        requiredMessage: keep(box.requiredMessage),
        consent: keep(box.consent),
        other: box.other.filter((value) => value.trim() !== text),
        lines: left,
      },
    ]
  })
}

function putIn(item: ArrangedItem, place: Line): void {
  const {line, lines, kind} = place
  const text = (lines[line - 1] ?? '').trim()
  if (kind === 'furniture') item.furniture.push({text, reason: leftOutByHand, line})
  else if (kind === 'caption') addCaption(item, text, line)
  else if (kind === 'newsletter') addToNewsletter(item, text, line)
  else if (kind === 'paragraph' || kind === 'crosshead' || kind === 'listItem' || kind === 'blockQuote')
    item.body.push(toBlock(place, kind))
  else {
    for (const old of item.lines[kind] ?? [])
      if (!place.given.has(old)) item.body.push(toBlock({...place, line: old}, 'paragraph'))
    const chosen = [...(item.lines[kind] ?? []).filter((old) => place.given.has(old)), line]
    setRole(item, kind, chosen, lines)
  }
}

function setRole(item: ArrangedItem, role: (typeof roles)[number], chosen: number[], lines: string[]): void {
  if (chosen.length === 0) {
    delete item[role]
    delete item.lines[role]
    return
  }
  item[role] = chosen.map((line) => (lines[line - 1] ?? '').trim()).join(' ')
  item.lines[role] = chosen
}

function toBlock({lines, offsets, line}: Line, kind: BodyBlock['kind']): BodyBlock {
  const whole = lines[line - 1] ?? ''
  const text = whole.trim()
  const offset = (offsets[line - 1] ?? 0) + whole.indexOf(text)
  return {
    kind,
    text,
    ...(kind === 'crosshead' ? {level: 2} : {}),
    ...(kind === 'listItem' ? {list: 'bullet' as const, level: 1} : {}),
    at: {line, offset},
  }
}

function addCaption(item: ArrangedItem, text: string, line: number): void {
  const fingerprint = captionFingerprint(text)
  const same = item.captions.find((caption) => captionFingerprint(caption.text) === fingerprint)
  if (same) {
    same.occurrences++
    same.lines = [...same.lines, line].sort((one, other) => one - other)
    return
  }
  const {text: words, creditLine, byline} = splitCredit(text)
  item.captions.push({
    text: words || text,
    creditLine,
    byline,
    altText: null,
    occurrences: 1,
    lines: [line],
    alsoSeen: [],
    association: null,
  })
}

function addToNewsletter(item: ArrangedItem, text: string, line: number): void {
  const [box] = item.newsletters
  if (!box) {
    item.newsletters.push({
      title: text,
      pitch: null,
      emailLabel: null,
      submitLabel: null,
      requiredMessage: null,
      consent: null,
      other: [],
      lines: [line],
    })
    return
  }
  box.lines = [...box.lines, line].sort((one, other) => one - other)
  if (box.title === null) box.title = text
  else if (box.pitch === null) box.pitch = text
  else box.other = [...box.other, text]
}

/** A block without one of its lines: gone when that was all, in two when it stood in the middle. Marks go with words they no longer fit. */
function withoutLine(block: BodyBlock, line: number): BodyBlock[] {
  const first = block.at?.line
  if (first === undefined || line < first || line >= first + countLines(block.text)) return [block]
  return splitOut(block.text, first, line).map((piece) => ({
    kind: block.kind,
    text: piece.text,
    ...(block.level === undefined ? {} : {level: block.level}),
    ...(block.list === undefined ? {} : {list: block.list}),
    at: {line: piece.line},
  }))
}

function splitOut(text: string, first: number | undefined, line: number): {text: string; line?: number}[] {
  if (first === undefined || line < first || line >= first + countLines(text))
    return [{text, ...(first === undefined ? {} : {line: first})}]
  const parts = splitLines(text)
  const before = parts.slice(0, line - first).join('\n')
  const after = parts.slice(line - first + 1).join('\n')
  return [
    {text: before, line: first},
    {text: after, line: line + 1},
  ].filter((piece) => piece.text.trim() !== '')
}

function toLineOffsets(raw: string): number[] {
  const offsets = [0]
  for (const end of raw.matchAll(/\r\n|\r|\n/g)) offsets.push(end.index + end[0].length)
  return offsets
}
