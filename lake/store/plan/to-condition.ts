import type {Path} from 'groq-js'
import {isCutKey, toValueKey, type ValueKey} from '../indexes/value-key.ts'
import type {Condition} from './condition.ts'
import {isInItem, type ReadPath} from './read-path.ts'

/** That a value lies between two, both of one type; undefined is an end that is open. */
export function toRange(path: ReadPath | undefined, from: unknown, to: unknown): Condition | undefined {
  const kind = typeof (from ?? to)
  if (!path || path.isList || path.path === '_id' || (kind !== 'number' && kind !== 'string'))
    return undefined
  const ends = {
    from: toValueKey(from) ?? (kind === 'number' ? -Infinity : ''),
    to: toValueKey(to) ?? (kind === 'number' ? Infinity : new Uint8Array()),
  }
  return toJoin(path, {kind: 'range', path: path.path, ...ends, isExact: false})
}

/** That a value is one of these. */
export function toEqual(path: ReadPath | undefined, values: readonly unknown[]): Condition | undefined {
  // Null is equal to what is not there.
  if (!path || path.path === '' || values.some((value) => value === null || value === undefined))
    return undefined
  if (path.path === '_id') {
    const ids = values.filter((value) => typeof value === 'string')
    return toJoin(path, {kind: 'ids', ids: [...new Set(ids)], isExact: true})
  }
  if (isInItem(path) && values.some((value) => typeof value !== 'string')) return undefined
  const keys = unique(values.flatMap((value) => toValueKey(value) ?? []))
  if (keys.length === 0) return {kind: 'never', isExact: true}
  const isExact = keys.every((key) => !isCutKey(key))
  return toJoin(path, {kind: 'value', path: path.path, keys, isExact})
}

/** A condition on the document at the end of a path, as one on the row. */
export function toJoin(path: ReadPath, target: Condition): Condition {
  let condition = target
  for (let from = path.from; from; from = from.from) {
    condition = {kind: 'join', path: from.path, target: condition, isExact: false}
  }
  return condition
}

export function toTypes(types: string[]): Condition {
  return {kind: 'type', types: [...new Set(types)], isExact: true}
}

/** What `_id in path(…)` asks for. */
export function toIdStart(pattern: Path): Condition | undefined {
  const parts = String(pattern.toJSON()).split('.')
  const wild = parts.findIndex((part) => part === '*' || part === '**')
  if (wild === 0) return undefined
  if (wild === -1) return {kind: 'ids', ids: [parts.join('.')], isExact: true}
  return {kind: 'idStart', start: `${parts.slice(0, wild).join('.')}.`, isExact: false}
}

/**
 * What `_originalId in path("drafts.**")` asks for, `versions.**` and `versions.r1.**` as well: where documents are shown with the published
 * id, they have their own there.
 */
export function toVariantCondition(pattern: Path): Condition | undefined {
  const start = /^((?:drafts|versions(?:\.[^.*]+)?)\.)\*\*$/.exec(String(pattern.toJSON()))?.[1]
  return start === undefined ? undefined : {kind: 'variant', start, isNegated: false, isExact: true}
}

export function unique(keys: ValueKey[]): ValueKey[] {
  return [...new Map(keys.map((key) => [typeof key === 'object' ? `b${key[0]}` : key, key])).values()]
}
