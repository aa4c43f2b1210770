import {isDeepStrictEqual} from 'node:util'

/** Operation codes of https://github.com/sanity-io/mendoza, in its order. */
const code = {
  value: 0,
  blank: 2,
  pushFieldCopy: 10,
  pushFieldBlank: 11,
  pushElementCopy: 12,
  pushElementBlank: 13,
  returnIntoObjectSameKeyPop: 15,
  returnIntoArrayPop: 16,
  objectSetFieldValue: 17,
  objectDeleteField: 19,
  arrayAppendValue: 20,
  arrayAppendSlice: 21,
  stringAppendString: 22,
  stringAppendSlice: 23,
} as const

export type MendozaPatch = unknown[]

type Record_ = Record<string, unknown>

function isRecord(value: unknown): value is Record_ {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The mendoza patch that turns `left` into `right`: only what changed, so that the history blames each part on who
 * changed it. Array items are paired by `_key`, or by place between the common start and end. Linear in the
 * size of both (apart from sorting names).
 */
export function toMendozaPatch(left: unknown, right: unknown): MendozaPatch {
  if (isDeepStrictEqual(left, right)) return []
  const patch: MendozaPatch = []
  if (isRecord(left) && isRecord(right)) writeObject(left, right, patch)
  else patch.push(code.value, right)
  return patch
}

function writeObject(left: Record_, right: Record_, patch: MendozaPatch): void {
  // Fields are addressed by their place among the sorted names of the value as it was.
  const names = Object.keys(left).sort()
  for (const [place, name] of names.entries()) {
    if (!Object.hasOwn(right, name)) {
      patch.push(code.objectDeleteField, place)
      continue
    }
    const before = left[name]
    const after = right[name]
    if (isDeepStrictEqual(before, after)) continue
    if (isRecord(before) && isRecord(after)) {
      patch.push(code.pushFieldCopy, place)
      writeObject(before, after, patch)
      patch.push(code.returnIntoObjectSameKeyPop)
    } else if (isRewritable(before, after)) {
      patch.push(code.pushFieldBlank, place)
      writeSequence(before, after, patch)
      patch.push(code.returnIntoObjectSameKeyPop)
    } else {
      patch.push(code.objectSetFieldValue, after, name)
    }
  }
  for (const name of Object.keys(right)) {
    if (!Object.hasOwn(left, name)) patch.push(code.objectSetFieldValue, right[name], name)
  }
}

function isRewritable(before: unknown, after: unknown): boolean {
  // An empty result would leave the blank output untyped (null), so empties are written whole.
  if (Array.isArray(before) && Array.isArray(after)) return after.length > 0 && before.length > 0
  return typeof before === 'string' && typeof after === 'string' && after !== '' && before !== ''
}

function writeSequence(before: unknown, after: unknown, patch: MendozaPatch): void {
  if (Array.isArray(before)) writeArray(before, after as unknown[], patch)
  else writeString(before as string, after as string, patch)
}

function writeArray(left: unknown[], right: unknown[], patch: MendozaPatch): void {
  const placeOf = new Map<string, number>()
  for (const [place, item] of left.entries()) {
    const key = toKey(item)
    if (key !== undefined && !placeOf.has(key)) placeOf.set(key, place)
  }
  const length = Math.min(left.length, right.length)
  let start = 0
  while (start < length && isDeepStrictEqual(left[start], right[start])) start++
  let end = 0
  while (end < length - start && isDeepStrictEqual(left.at(-1 - end), right.at(-1 - end))) end++

  if (start > 0) patch.push(code.arrayAppendSlice, 0, start)
  let run: {from: number; to: number} | undefined
  const flush = () => {
    if (run) patch.push(code.arrayAppendSlice, run.from, run.to)
    run = undefined
  }
  for (let index = start; index < right.length - end; index++) {
    const item = right[index]
    const key = toKey(item)
    const place = key === undefined ? index : placeOf.get(key)
    const before = place === undefined || place >= left.length ? undefined : left[place]
    if (place !== undefined && before !== undefined && isDeepStrictEqual(before, item)) {
      if (run && run.to === place) run.to++
      else {
        flush()
        run = {from: place, to: place + 1}
      }
      continue
    }
    flush()
    if (place !== undefined && isRecord(before) && isRecord(item) && toKey(before) === key) {
      patch.push(code.pushElementCopy, place)
      writeObject(before, item, patch)
      patch.push(code.returnIntoArrayPop)
    } else if (place !== undefined && key === undefined && isRewritable(before, item)) {
      patch.push(code.pushElementBlank, place)
      writeSequence(before, item, patch)
      patch.push(code.returnIntoArrayPop)
    } else {
      patch.push(code.arrayAppendValue, item)
    }
  }
  flush()
  if (end > 0) patch.push(code.arrayAppendSlice, left.length - end, left.length)
}

function toKey(item: unknown): string | undefined {
  return isRecord(item) && typeof item['_key'] === 'string' ? item['_key'] : undefined
}

/** Slices are counted in UTF-8 bytes and never cut a surrogate pair. */
function writeString(left: string, right: string, patch: MendozaPatch): void {
  const length = Math.min(left.length, right.length)
  let start = 0
  while (start < length && left.charCodeAt(start) === right.charCodeAt(start)) start++
  if (start > 0 && isHighSurrogate(left.charCodeAt(start - 1))) start--
  let end = 0
  while (
    end < length - start &&
    left.charCodeAt(left.length - 1 - end) === right.charCodeAt(right.length - 1 - end)
  ) {
    end++
  }
  if (end > 0 && isLowSurrogate(left.charCodeAt(left.length - end))) end--
  const size = Buffer.byteLength(left)
  if (start > 0) patch.push(code.stringAppendSlice, 0, Buffer.byteLength(left.slice(0, start)))
  const middle = right.slice(start, right.length - end)
  if (middle !== '') patch.push(code.stringAppendString, middle)
  if (end > 0) {
    patch.push(code.stringAppendSlice, size - Buffer.byteLength(left.slice(left.length - end)), size)
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
