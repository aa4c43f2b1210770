import type {ReadItem} from '../../model/news-item.ts'
import {isObject, objectsOf, own, type JsonObject} from '../json/access.ts'
import {countKeys, looksLikeJson, readJsonCopy} from '../json/read-json-copy.ts'
import type {Probe, Reader} from '../reader.ts'
import {newItem} from '../wire-text/new-item.ts'
import {apFindingCodes} from './codes.ts'
import {toNewsItem} from './to-news-item.ts'

/** An item of an answer with what a fetcher put beside it: the words (`nitf`) and the parts (`associations`). */
export interface ApEntry {
  item: JsonObject
  nitf?: JsonObject
  associations?: unknown
}

/** Answers of the AP Media API (versions 1.1 and 2.x): one item, or a page of a feed. */
export const apReader: Reader = {
  format: 'ap',
  title: 'AP Media API JSON',
  detect: detectAp,
  read(bytes) {
    const {objects, encoding, findings} = readJsonCopy(bytes)
    const items: ReadItem[] = objects
      .flatMap((object) => findEntries(object))
      .map((entry) => toNewsItem(entry, encoding))
    if (items.length === 0) {
      findings.push({
        severity: 'error',
        code: apFindingCodes.noItem,
        message: 'The AP answer holds no item under "data.item" or "data.items".',
      })
      return [{item: newItem('ap', encoding), findings}]
    }
    items[0]?.findings.unshift(...findings)
    return items
  },
}

function detectAp(probe: Probe): {score: number; why: string} | null {
  if (!looksLikeJson(probe)) return null
  const {text} = probe
  const envelope = countKeys(text, ['api_version', 'api_mode', 'org_name'])
  const own = countKeys(text, [
    'friendlykey',
    'datelinelocation',
    'editorialpriority',
    'description_creditline',
    'headline_extended',
    'transref',
  ])
  if (envelope >= 1 && /"data"/.test(text))
    return {score: 0.97, why: 'JSON with the envelope of the AP Media API'}
  if (own >= 2 && countKeys(text, ['altids']) > 0)
    return {score: 0.93, why: 'JSON with properties that only the AP Media API has'}
  return null
}

function findEntries(object: JsonObject): ApEntry[] {
  const data = own(object, 'data')
  const list = objectsOf(own(data, 'items') ?? own(object, 'items'))
  if (list.length > 0) {
    return list.flatMap((entry) => {
      const item = own(entry, 'item') ?? entry
      return isObject(item) ? [withParts(item, entry)] : []
    })
  }
  const item = own(data, 'item') ?? own(object, 'item') ?? (own(object, 'altids') ? object : undefined)
  return isObject(item) ? [withParts(item, object)] : []
}

function withParts(item: JsonObject, beside: JsonObject): ApEntry {
  const nitf = own(beside, 'nitf')
  const associations = beside === item ? undefined : own(beside, 'associations')
  return {item, ...(isObject(nitf) ? {nitf} : {}), ...(associations === undefined ? {} : {associations})}
}
