import {hashText} from '../text/hash.ts'
import {isSameValue} from './same-value.ts'
import type {Mutation, Patch, StoredDocument} from './types.ts'

/**
 * What to write for captions, quotes, newsletter blocks and people: new ones are created, published; a known caption only grows
 * (another wording, more keys); a known quote follows its words to another block. Nothing that an editor may change is ever set.
 */
export function planSupporting(made: StoredDocument[], existing: Map<string, StoredDocument>): Mutation[] {
  return made.flatMap((document) => {
    const known = existing.get(document._id)
    if (!known) return [{createIfNotExists: document}]
    if (document._type === 'imageCaption') return growCaption(known, document)
    if (document._type === 'quote') return moveQuote(known, document)
    return []
  })
}

interface Wording {
  _key: string
  _type: string
  text: string
  [field: string]: unknown
}

function growCaption(known: StoredDocument, made: StoredDocument): Mutation[] {
  const seen = wordingsOf(known)
  const texts = new Set([known.text, ...seen.map((wording) => wording.text)])
  const copy = wordingsOf(made)[0]?.copy
  const candidates: Wording[] = [
    {
      _type: 'otherWording',
      _key: hashText([known._id, String(made.text)], 12),
      text: String(made.text),
      ...(copy ? {copy} : {}),
    },
    ...wordingsOf(made),
  ]
  const items: Wording[] = []
  for (const wording of candidates) {
    if (texts.has(wording.text)) continue
    texts.add(wording.text)
    items.push(wording)
  }
  const keys = Array.isArray(known.keys) ? (known.keys as string[]) : []
  const newKeys = (Array.isArray(made.keys) ? (made.keys as string[]) : []).filter(
    (key) => !keys.includes(key),
  )
  const patches: Omit<Patch, 'id'>[] = []
  if (items.length > 0) patches.push({setIfMissing: {alsoSeen: []}}, {insert: {after: 'alsoSeen[-1]', items}})
  if (newKeys.length > 0)
    patches.push({setIfMissing: {keys: []}}, {insert: {after: 'keys[-1]', items: newKeys}})
  return patches.map((patch) => ({patch: {id: known._id, ...patch}}))
}

function wordingsOf(caption: StoredDocument): Wording[] {
  return Array.isArray(caption.alsoSeen) ? (caption.alsoSeen as Wording[]) : []
}

function moveQuote(known: StoredDocument, made: StoredDocument): Mutation[] {
  if (isSameValue(known.at, made.at)) return []
  return [{patch: {id: known._id, set: {at: made.at, copy: made.copy}}}]
}
