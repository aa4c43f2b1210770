import {isObject, objectsOf, own, type JsonObject} from '../json/access.ts'
import {countKeys, looksLikeJson, readJsonCopy} from '../json/read-json-copy.ts'
import type {Probe, Reader} from '../reader.ts'
import {newItem} from '../wire-text/new-item.ts'
import {dpaFindingCodes} from './codes.ts'
import {toNewsItem} from './to-news-item.ts'

/** dpa digitalwires (`digitalwires@0.9` and later), one entry or a page of entries. */
export const dpaReader: Reader = {
  format: 'dpa',
  title: 'dpa digitalwires JSON',
  detect: detectDpa,
  read(bytes) {
    const {objects, encoding, findings} = readJsonCopy(bytes)
    const items = objects.flatMap(findEntries).map((entry) => toNewsItem(entry, encoding))
    if (items.length === 0) {
      findings.push({
        severity: 'error',
        code: dpaFindingCodes.noEntry,
        message: 'The JSON holds no digitalwires entry (an object with "urn" and "article_html").',
      })
      return [{item: newItem('dpa', encoding), findings}]
    }
    items[0]?.findings.unshift(...findings)
    return items
  },
}

function detectDpa(probe: Probe): {score: number; why: string} | null {
  if (!looksLikeJson(probe)) return null
  if (/"format"\s*:\s*"digitalwires@/.test(probe.text))
    return {score: 0.98, why: 'JSON whose "format" is digitalwires'}
  const found = countKeys(probe.text, [
    'entry_id',
    'urn',
    'article_html',
    'version_created',
    'notepad',
    'ednotes',
    'dpasubject_names',
    'linkbox_html',
  ])
  return found >= 4 ? {score: 0.93, why: `JSON with ${found} of the properties of dpa digitalwires`} : null
}

function findEntries(object: JsonObject): JsonObject[] {
  if (
    own(object, 'urn') !== undefined ||
    own(object, 'article_html') !== undefined ||
    own(object, 'entry_id') !== undefined
  )
    return [object]
  for (const name of ['entries', 'items', 'data', 'results']) {
    const list = objectsOf(own(object, name)).filter(isObject)
    if (list.length > 0) return list
  }
  return []
}
