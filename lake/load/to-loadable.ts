import {createHash} from 'node:crypto'
import {addArrayKeys, type DocumentStub} from '../store/transactions/mutation.ts'
import type {Line} from './read-lines.ts'

export interface LoadableDocument extends DocumentStub {
  _id: string
}

/**
 * The document of a line: with an id and with keys in its arrays, where it has none, that are computed from it, so that the same line is
 * the same document each time. Undefined for an empty line; else what is wrong with it.
 */
export function toLoadable(line: Line): {document: LoadableDocument} | {message: string} | undefined {
  const {text} = line
  if (text === undefined) return {message: line.reason ?? 'The line cannot be read.'}
  if (text.trim() === '') return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return {message: `The line is not JSON (${(error as Error).message}): ${text.slice(0, 60)}`}
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return {message: `The line is not a document (a JSON object): ${text.slice(0, 60)}`}
  const stub = value as DocumentStub
  if (typeof stub._type !== 'string' || stub._type === '')
    return {message: `The document has no "_type": ${text.slice(0, 60)}`}
  if (text.includes('"_sanityAsset"')) {
    const message = `The document "${String(stub._id)}" brings a picture or file along ("_sanityAsset"), which is not loaded. Load it with "newsroom sanity dataset import".`
    return {message}
  }
  if (stub._id !== undefined && (typeof stub._id !== 'string' || stub._id === ''))
    return {message: `The "_id" is no text: ${JSON.stringify(stub._id).slice(0, 60)}`}
  const id = stub._id ?? toHash(text).slice(0, 22)
  const document: LoadableDocument = {...stub, _id: id}
  if (!lacksKeys(stub)) return {document}
  let place = 0
  const newKey = () => toHash(`${id} ${place++}`).slice(0, 12)
  return {document: addArrayKeys({create: document}, newKey).create as LoadableDocument}
}

function toHash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function lacksKeys(value: unknown): boolean {
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const item = waiting.pop()
    if (typeof item !== 'object' || item === null) continue
    const isList = Array.isArray(item)
    for (const child of Object.values(item) as unknown[]) {
      if (typeof child !== 'object' || child === null) continue
      if (isList && !Array.isArray(child) && (child as {_key?: unknown})._key === undefined) return true
      waiting.push(child)
    }
  }
  return false
}
