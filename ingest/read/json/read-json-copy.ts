import type {Finding} from '../../model/finding.ts'
import {decodeBytes} from '../encoding/decode-bytes.ts'
import type {Probe} from '../reader.ts'
import {isObject, type JsonObject} from './access.ts'
import {parseJson} from './parse-json.ts'

/** The JSON objects of some copy, in order, with how it was decoded. */
export interface JsonCopy {
  objects: JsonObject[]
  encoding: {declared?: string; used: string}
  findings: Finding[]
}

/**
 * Bytes to the JSON objects in them: one for a plain text, several for a list of objects or JSON Lines. Damaged JSON gives
 * what could be read and a finding; none at all an `error`. JSON is UTF-8 (RFC 8259, 8.1); other bytes are read by evidence.
 */
export function readJsonCopy(bytes: Uint8Array): JsonCopy {
  const {text, encoding, findings} = decodeBytes(bytes)
  const parsed = parseJson(text)
  const objects = parsed.values.flatMap((value) =>
    Array.isArray(value) ? value.filter(isObject) : isObject(value) ? [value] : [],
  )
  return {objects, encoding, findings: [...findings, ...parsed.findings]}
}

/** True when copy starts as a JSON object or list does. */
export function looksLikeJson({text}: Probe): boolean {
  const start = /^[\uFEFF\s]*([[{])\s*(?:(["{[\]}])|$)/.exec(text.slice(0, 4000))
  return start !== null
}

/** How many of `keys` stand as keys in the beginning of some JSON text. */
export function countKeys(text: string, keys: readonly string[]): number {
  return keys.filter((key) => text.includes(`"${key}"`)).length
}
