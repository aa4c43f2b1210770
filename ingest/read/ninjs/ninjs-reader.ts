import {isObject, objectsOf, own, ownText, type JsonObject} from '../json/access.ts'
import {countKeys, looksLikeJson, readJsonCopy} from '../json/read-json-copy.ts'
import type {Probe, Reader} from '../reader.ts'
import {newItem} from '../wire-text/new-item.ts'
import {namedParts} from './associations.ts'
import {ninjsFindingCodes} from './codes.ts'
import {toNewsItem} from './to-news-item.ts'

/**
 * IPTC ninjs 1.0 to 3.3, Superdesk's dialect of it, lists of items and JSON Lines. Also what any other JSON falls to: that
 * gives an item with an `error` finding.
 */
export const ninjsReader: Reader = {
  format: 'ninjs',
  title: 'IPTC ninjs 1.x, 2.x and 3.x',
  detect: detectNinjs,
  read(bytes) {
    const {objects, encoding, findings} = readJsonCopy(bytes)
    const items = objects
      .flatMap((object) => findItems(object))
      .flatMap((object) => [object, ...findWrittenParts(object)])
      .map((object) => toNewsItem(object, encoding))
    if (items.length === 0) {
      findings.push({
        severity: 'error',
        code: ninjsFindingCodes.notAnItem,
        message:
          'The JSON holds no object that could be a news item. Expected an object with "uri", "headline" and a body.',
      })
      return [{item: newItem('ninjs', encoding), findings}]
    }
    items[0]?.findings.unshift(...findings)
    return items
  },
}

/** Parts of parts are followed so far. */
const maxPartDepth = 4

const itemKeys = [
  'uri',
  'guid',
  'headline',
  'headlines',
  'body_text',
  'body_html',
  'body_xhtml',
  'bodies',
  'versioncreated',
  'versionCreated',
  'firstcreated',
  'firstCreated',
  'pubstatus',
  'pubStatus',
  'renditions',
  'representationtype',
  'byline',
  'slugline',
  'urgency',
  'usageterms',
  'usageTerms',
  'copyrightnotice',
  'associations',
  'description_text',
  'descriptions',
  'located',
  'altids',
  'altIds',
]

function detectNinjs(probe: Probe): {score: number; why: string} | null {
  if (!looksLikeJson(probe)) return null
  const found = countKeys(probe.text, itemKeys)
  const named = countKeys(probe.text, ['uri', 'guid']) > 0
  if (named && found >= 4) return {score: 0.9, why: `JSON with ${found} of the properties of ninjs`}
  if (named && found >= 1) return {score: 0.5, why: 'JSON with a "uri", as ninjs has it'}
  if (found >= 3) return {score: 0.4, why: `JSON with ${found} of the properties of ninjs but no "uri"`}
  return {score: 0.15, why: 'JSON of no known news format'}
}

/** Associated items that come with words of their own: stories, with an address to be told by. */
function findWrittenParts(object: JsonObject, depth = 0): JsonObject[] {
  if (depth > maxPartDepth) return []
  return namedParts(own(object, 'associations')).flatMap(([, part]) => {
    const isStory = /^(?:text|composite)$/.test(ownText(part, 'type') ?? '') && ownText(part, 'uri', 'guid')
    const isWritten = Object.keys(part).some(
      (key) =>
        (/^body_\w+$/i.test(key) && ownText(part, key)) ||
        (key === 'bodies' && objectsOf(part[key]).length > 0),
    )
    const story = {...restrictionsOf(object), ...part}
    return [...(isStory && isWritten ? [story] : []), ...findWrittenParts(story, depth + 1)]
  })
}

/** What holds a story back holds back the stories in it. */
function restrictionsOf(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(([key]) => /^(?:pubstatus|embargoed|embargoeduntil)$/i.test(key)),
  )
}

/** Items in an object: itself, or the list that it wraps. */
function findItems(object: JsonObject, depth = 0): JsonObject[] {
  const hasOwnWords = Object.keys(object).some((key) =>
    /^(?:uri|guid|headlines?|body_\w+|bodies|description_text|type)$/i.test(key),
  )
  if (hasOwnWords || depth > 2) return [object]
  for (const name of ['item', 'items', '_items', 'data', 'results', 'entries', 'newsItems', 'content']) {
    const inner = own(object, name)
    if (Array.isArray(inner) && inner.some(isObject))
      return objectsOf(inner).flatMap((entry) => findItems(entry, depth + 1))
    if (isObject(inner)) return findItems(inner, depth + 1)
  }
  return [object]
}
