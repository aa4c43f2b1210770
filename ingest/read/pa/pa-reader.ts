import {isObject, objectsOf, own, type JsonObject} from '../json/access.ts'
import {countKeys, looksLikeJson, readJsonCopy} from '../json/read-json-copy.ts'
import type {Probe, Reader} from '../reader.ts'
import {newItem} from '../wire-text/new-item.ts'
import {paFindingCodes} from './codes.ts'
import {toNewsItem} from './to-news-item.ts'

/** The PA's feed as its API and fingerpost's converters send it (`GOA-WIRES-NINJS`): one item, or several. */
export const paReader: Reader = {
  format: 'pa',
  title: 'PA API JSON',
  detect: detectPa,
  read(bytes) {
    const {objects, encoding, findings} = readJsonCopy(bytes)
    const items = objects.flatMap(findItems).map((entry) => toNewsItem(entry, encoding))
    if (items.length === 0) {
      findings.push({
        severity: 'error',
        code: paFindingCodes.noItem,
        message: 'The JSON holds no PA item (an object with "usn" or "source-feed").',
      })
      return [{item: newItem('pa', encoding), findings}]
    }
    items[0]?.findings.unshift(...findings)
    return items
  },
}

const ownKeys = [
  'source-feed',
  'usn',
  'unique-name',
  'mediaCatCodes',
  'firstVersion',
  'dateTimeSent',
  'originalUrn',
  'tabVtxt',
  'copyrightHolder',
]

function detectPa(probe: Probe): {score: number; why: string} | null {
  if (!looksLikeJson(probe)) return null
  const found = countKeys(probe.text, ownKeys)
  if (found >= 3) return {score: 0.96, why: `JSON with ${found} of the properties that only PA's feed has`}
  return null
}

function findItems(object: JsonObject): JsonObject[] {
  if (
    own(object, 'usn') !== undefined ||
    own(object, 'source-feed') !== undefined ||
    own(object, 'body_text') !== undefined
  )
    return [object]
  for (const name of ['item', 'items', 'content', 'data', 'results']) {
    const list = objectsOf(own(object, name)).filter(isObject)
    if (list.length > 0) return list
  }
  return []
}
