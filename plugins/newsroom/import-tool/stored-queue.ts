import type {Corrections} from './correct-item.ts'

/** Copy that waits to be imported, with what an editor said of its lines. */
export interface WaitingCopy {
  id: string
  fileName?: string
  bytes: Uint8Array
  corrections: Corrections
}

type StoredCopy = Omit<WaitingCopy, 'bytes'> & {base64: string}

const storageKey = 'newsroom.import.queue'
/** Bytes of copy that are kept: browsers keep about five million characters a tab, and base64 takes four for three bytes. */
const maxBytes = 3_000_000

/** What was pasted or dropped in this tab and not yet imported: it outlives a look at an article and a page that is loaded again. */
export function readQueue(): WaitingCopy[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(stored)
      ? (stored as StoredCopy[]).map(({base64, ...copy}) => ({...copy, bytes: fromBase64(base64)}))
      : []
  } catch {
    return []
  }
}

/** Keeps as many as there is room for, the first ones first. */
export function storeQueue(copies: readonly WaitingCopy[]): void {
  let room = maxBytes
  const kept: StoredCopy[] = []
  for (const {id, fileName, bytes, corrections} of copies) {
    if (bytes.byteLength > room) continue
    room -= bytes.byteLength
    kept.push({id, ...(fileName ? {fileName} : {}), corrections, base64: toBase64(bytes)})
  }
  try {
    if (kept.length === 0) sessionStorage.removeItem(storageKey)
    else sessionStorage.setItem(storageKey, JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing: what waits is there until the tab is closed.
  }
}

const encoded = new WeakMap<Uint8Array, string>()
const bytesAtOnce = 8192

function toBase64(bytes: Uint8Array): string {
  const known = encoded.get(bytes)
  if (known !== undefined) return known
  let binary = ''
  for (let start = 0; start < bytes.length; start += bytesAtOnce)
    binary += String.fromCharCode(...bytes.subarray(start, start + bytesAtOnce))
  const base64 = btoa(binary)
  encoded.set(bytes, base64)
  return base64
}

function fromBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
