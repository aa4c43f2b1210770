import {hashText} from '../text/hash.ts'
import {textOf} from './block-words.ts'
import type {BodyConflict} from './merge-body.ts'
import {toCanonical} from './same-value.ts'
import type {BodyElement, ChangeKind, WaitingChange} from './types.ts'

/** A waiting change with its values read. For blocks `base` and `theirs` are elements; for fields they are the field's values. */
export interface ReadChange {
  key: string
  kind: ChangeKind
  /** The field's name; null for a block. */
  field: string | null
  /** The key of the block here, or of the one before it; null at the beginning. */
  here: string | null
  base: unknown
  theirs: unknown
  /** The wire's element before the change; null at the beginning. */
  after: string | null
  /** The wire's element that what came before stood behind; null at the beginning. */
  baseAfter: string | null
  inQuotation: boolean
}

interface StoredBlocks {
  after: string | null
  blocks: BodyElement[]
}

/** A field that both changed. Text stays text; other values are JSON; an absent value is left out. */
export function toFieldChange(
  field: string,
  kind: 'field' | 'status',
  base: unknown,
  ours: unknown,
  theirs: unknown,
): WaitingChange {
  return withKey({path: field, kind, ...stored({base, ours, theirs}), inQuotation: false})
}

/** A change in the body that could not be taken. */
export function toBodyChange(conflict: BodyConflict): WaitingChange {
  const blocks = (after: string | null, list: BodyElement[]): string =>
    toCanonical({after, blocks: list} satisfies StoredBlocks)
  return withKey({
    path: conflict.here === null ? 'body' : `body[_key=="${conflict.here}"]`,
    kind: conflict.kind,
    base: blocks(conflict.baseAfter, conflict.base),
    ...(conflict.ours ? {ours: toCanonical(conflict.ours)} : {}),
    theirs: blocks(conflict.after, conflict.theirs),
    inQuotation: conflict.inQuotation,
  })
}

function stored(values: {base: unknown; ours: unknown; theirs: unknown}): {
  base?: string
  ours?: string
  theirs?: string
} {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'string' ? value : toCanonical(value)]],
    ),
  )
}

/** The key names what the wire changed, not what stands here: it stays while the editor goes on typing. */
function withKey(change: Omit<WaitingChange, '_type' | '_key'>): WaitingChange {
  return {
    _type: 'waitingChange',
    _key: hashText(
      [change.kind, isOfField(change) ? change.path : '', change.base ?? '', change.theirs ?? ''],
      12,
    ),
    ...change,
  }
}

/** The reverse of `toFieldChange` and `toBodyChange`. */
export function readChange(change: WaitingChange): ReadChange {
  const common = {key: change._key, kind: change.kind, inQuotation: change.inQuotation}
  if (isOfField(change)) {
    return {
      ...common,
      field: change.path,
      here: null,
      after: null,
      baseAfter: null,
      base: readValue(change.base),
      theirs: readValue(change.theirs),
    }
  }
  const base = readBlocks(change.base)
  const theirs = readBlocks(change.theirs)
  const here = /^body\[_key=="(.*)"\]$/u.exec(change.path)?.[1] ?? null
  return {
    ...common,
    field: null,
    here,
    after: theirs.after,
    baseAfter: base.after,
    base: base.blocks,
    theirs: theirs.blocks,
  }
}

/** Whether a change is about a field; all others are about the body. */
export function isOfField(change: {kind: ChangeKind}): boolean {
  return change.kind === 'field' || change.kind === 'status'
}

function readValue(text: string | undefined): unknown {
  if (text === undefined || !/^[[{]|^(?:true|false|null|-?\d+(?:\.\d+)?)$/u.test(text)) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function readBlocks(text: string | undefined): StoredBlocks {
  try {
    const value = JSON.parse(text ?? '') as Partial<StoredBlocks>
    return {after: value.after ?? null, blocks: Array.isArray(value.blocks) ? value.blocks : []}
  } catch {
    return {after: null, blocks: []}
  }
}

/** A waiting change in words, for showing: plain text of what came before, what stands here and what comes now; null where there is nothing. */
export function describeChange(change: WaitingChange): {
  where: string
  base: string | null
  ours: string | null
  theirs: string | null
} {
  const read = readChange(change)
  if (read.field !== null)
    return {
      where: read.field,
      base: change.base ?? null,
      ours: change.ours ?? null,
      theirs: change.theirs ?? null,
    }
  const text = (blocks: unknown): string | null => {
    const list = blocks as BodyElement[]
    return list.length === 0 ? null : list.map(textOf).join('\n')
  }
  return {
    where: 'body',
    base: text(read.base),
    ours: change.ours === undefined ? null : textOf(JSON.parse(change.ours) as BodyElement),
    theirs: text(read.theirs),
  }
}
