import type {Finding, Staged} from '../model/finding.ts'
import {captionFindingCodes} from './codes.ts'
import {compareReadCaptions} from './compare-captions.ts'
import {readCaption} from './read-caption.ts'

interface CaptionHolder {
  _id: string
  _type: string
  [field: string]: unknown
}

/** The keys by which `joinKnownCaptions` wants the dataset's captions looked up: `*[_type == "imageCaption" && count(keys[@ in $keys]) > 0]`. */
export function findCaptionKeys(documents: CaptionHolder[]): string[] {
  return [
    ...new Set(documents.flatMap((document) => (document._type === 'imageCaption' ? keysOf(document) : []))),
  ]
}

/**
 * Joins the captions that a piece of copy makes with those that the dataset has (`known`: published captions that share a key). A caption
 * that is one of them in other words takes its id, and every reference among `documents` follows; its wording then goes to
 * `alsoSeen` when the documents are reconciled. Do the same to what the base makes, or a joined caption looks like an
 * editor's change. Doubtful pairs stay apart with a finding. Documents that nothing is joined in come back as they are.
 */
export function joinKnownCaptions<T extends CaptionHolder>(
  documents: T[],
  known: CaptionHolder[],
): Staged<T[]> {
  const findings: Finding[] = []
  const knownIds = new Set(known.map((caption) => caption._id))
  const goesTo = new Map<string, string>()
  for (const document of documents) {
    if (document._type !== 'imageCaption' || typeof document.text !== 'string' || knownIds.has(document._id))
      continue
    const target = findKnown(document, known, findings)
    if (target) goesTo.set(document._id, target._id)
  }
  if (goesTo.size === 0) return {value: documents, findings}
  const value = documents.map((document) => {
    const moved = moveReferences(document, goesTo) as T
    const id = goesTo.get(document._id)
    return id === undefined ? moved : {...moved, _id: id}
  })
  return {value, findings}
}

function findKnown(
  document: CaptionHolder,
  known: CaptionHolder[],
  findings: Finding[],
): CaptionHolder | null {
  const keys = new Set(keysOf(document))
  const candidates = known
    .map((caption) => ({caption, shared: keysOf(caption).filter((key) => keys.has(key)).length}))
    .filter(({shared}) => shared > 0)
    .sort((one, other) => other.shared - one.shared || (one.caption._id < other.caption._id ? -1 : 1))
  const read = readCaption(String(document.text))
  for (const {caption} of candidates) {
    if (wordingsOf(caption).includes(String(document.text))) return caption
    const comparison = compareReadCaptions(readCaption(String(caption.text)), read)
    if (comparison.same && !comparison.unsure) return caption
    if (comparison.unsure) findings.push(toFinding(String(document.text), caption, comparison.why))
  }
  return null
}

function keysOf(document: CaptionHolder): string[] {
  return Array.isArray(document.keys) ? (document.keys as string[]) : []
}

function wordingsOf(caption: CaptionHolder): unknown[] {
  const seen = Array.isArray(caption.alsoSeen) ? (caption.alsoSeen as {text?: unknown}[]) : []
  return [caption.text, ...seen.map((wording) => wording.text)]
}

function moveReferences(value: unknown, goesTo: Map<string, string>): unknown {
  if (Array.isArray(value)) return value.map((member) => moveReferences(member, goesTo))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      name === '_ref' && typeof field === 'string'
        ? (goesTo.get(field) ?? field)
        : moveReferences(field, goesTo),
    ]),
  )
}

function toFinding(text: string, caption: CaptionHolder, why: string): Finding {
  return {
    severity: 'info',
    code: captionFindingCodes.perhapsSame,
    message: `"${text.slice(0, 80)}" may be the caption "${String(caption.text).slice(0, 80)}" (${caption._id}) in other words, but was kept apart (${why}).`,
  }
}
