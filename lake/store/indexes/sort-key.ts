import {DateTime, evaluateSync, type ExprNode} from 'groq-js'
import type {StoredDocument} from '../documents/document.ts'
import {toValueKey} from './value-key.ts'

/**
 * Bytes that stand in the order in which GROQ's `order()` puts the value of an expression for a document: times, numbers, strings, booleans,
 * then all else, which is alike. Undefined for a time that no calendar has: nothing can be said of its order.
 */
export function toSortKey(expression: ExprNode, document: StoredDocument): Uint8Array | undefined {
  const {data} = evaluateSync(expression, {root: document, dataset: []}) as {data: unknown}
  if (data instanceof DateTime) {
    const time = data.date.getTime()
    return Number.isNaN(time) ? undefined : toNumberBytes(tags.dateTime, time)
  }
  if (typeof data === 'number') return toNumberBytes(tags.number, data)
  if (typeof data === 'boolean') return new Uint8Array([tags.boolean, Number(data)])
  if (typeof data === 'string') return Buffer.concat([stringTag, Buffer.from(String(toValueKey(data)))])
  return new Uint8Array([tags.other])
}

const tags = {dateTime: 1, number: 2, string: 3, boolean: 4, other: 255}
const stringTag = new Uint8Array([tags.string])

/** A number whose bytes sort as the numbers do. */
function toNumberBytes(tag: number, value: number): Uint8Array {
  const bytes = new Uint8Array(9)
  const view = new DataView(bytes.buffer)
  bytes[0] = tag
  // Zero has two signs, which are the same to GROQ.
  view.setFloat64(1, value === 0 ? 0 : value)
  if (value < 0) for (let at = 1; at < 9; at++) bytes[at]! ^= 0xff
  else bytes[1]! ^= 0x80
  return bytes
}
