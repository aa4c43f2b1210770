import type {Finding, Staged} from '../model/finding.ts'
import {chooseCandidates} from './choose-candidates.ts'
import {captionFindingCodes} from './codes.ts'
import {compareReadCaptions} from './compare-captions.ts'
import {readCaption, type ReadCaption} from './read-caption.ts'

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
  const knownByKey = groupByKey(known)
  const goesTo = new Map<string, string>()
  for (const document of documents) {
    if (document._type !== 'imageCaption' || typeof document.text !== 'string' || knownIds.has(document._id))
      continue
    const target = findKnown(document, knownByKey, findings)
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
  knownByKey: ReadonlyMap<string, CaptionHolder[]>,
  findings: Finding[],
): CaptionHolder | null {
  const text = String(document.text)
  const holdersOf = (key: string) => knownByKey.get(key) ?? []
  const keys = keysOf(document)
  const inSameWords = keys.flatMap(holdersOf).filter((caption) => wordingsOf(caption).includes(text))
  if (inSameWords.length > 0) return inSameWords.toSorted(byId)[0]!
  const candidates = chooseCandidates(keys, holdersOf, byId)
  if (candidates.length === 0) return null
  const read = readHolder(document)
  for (const caption of candidates) {
    const comparison = compareReadCaptions(readHolder(caption), read)
    if (comparison.same && !comparison.unsure) return caption
    if (comparison.unsure) findings.push(toFinding(text, caption, comparison.why))
  }
  return null
}

const byId = (one: CaptionHolder, other: CaptionHolder): number => (one._id < other._id ? -1 : 1)

const reads = new WeakMap<CaptionHolder, ReadCaption>()

/** A caption's words, read once for as long as the document is the same object. */
function readHolder(document: CaptionHolder): ReadCaption {
  const known = reads.get(document)
  if (known) return known
  const read = readCaption(String(document.text))
  reads.set(document, read)
  return read
}

function groupByKey(captions: CaptionHolder[]): Map<string, CaptionHolder[]> {
  const byKey = new Map<string, CaptionHolder[]>()
  for (const caption of captions) {
    for (const key of keysOf(caption)) {
      const holders = byKey.get(key)
      if (holders) holders.push(caption)
      else byKey.set(key, [caption])
    }
  }
  return byKey
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
