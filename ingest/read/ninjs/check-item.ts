import type {Finding} from '../../model/finding.ts'
import {isObject, listOf, textOf, type JsonObject} from '../json/access.ts'
import {ninjsFindingCodes} from './codes.ts'
import {itemTypes, knownProperties, listProperties, openProperties, textProperties} from './properties.ts'

/**
 * What of an item (its keys in lower case) the ninjs schemas do not allow, as findings. Versions 1.0 to 3.3 are taken
 * together: what any of them allows is allowed.
 */
export function checkItem(item: JsonObject): Finding[] {
  const findings: Finding[] = []
  const warn = (code: string, message: string) => findings.push({severity: 'warning', code, message})
  if (textOf(item.uri) === undefined && textOf(item.guid) === undefined) {
    warn(
      ninjsFindingCodes.uriMissing,
      'The item has no "uri". It cannot be told from another version of itself; ask the sender for one.',
    )
  }
  for (const property of textProperties) {
    const value = item[property]
    if (value === undefined || value === null || typeof value === 'string') continue
    // Senders give several notes as a list, and all of them are read.
    if (property === 'ednote' && Array.isArray(value) && value.every((note) => typeof note === 'string'))
      continue
    warn(
      ninjsFindingCodes.wrongType,
      `"${property}" must be text but is ${describe(value)}.${typeof value === 'object' ? ' It was left out.' : ''}`,
    )
  }
  if (typeof item.version === 'number') {
    warn(
      ninjsFindingCodes.wrongType,
      `"version" must be text but is the number ${item.version}; it was taken as "${item.version}".`,
    )
  }
  for (const property of listProperties) {
    const value = item[property]
    if (value === undefined || value === null || (Array.isArray(value) && value.every(isObject))) continue
    warn(ninjsFindingCodes.wrongType, `"${property}" must be a list of objects but is ${describe(value)}.`)
  }
  checkValues(item, warn)
  const unknown = Object.keys(item).filter((key) => !knownProperties.has(key) && !openProperties.test(key))
  if (unknown.length > 0) {
    const names = unknown.slice(0, 5).map((name) => `"${name.slice(0, 40)}"`)
    const more = unknown.length > 5 ? ` and ${unknown.length - 5} more` : ''
    findings.push({
      severity: 'info',
      code: ninjsFindingCodes.unknownProperty,
      message: `No version of ninjs has ${names.join(', ')}${more}; nothing was read from there.`,
    })
  }
  return findings
}

function checkValues(item: JsonObject, warn: (code: string, message: string) => void): void {
  const type = textOf(item.type)
  if (type !== undefined && !itemTypes.has(type)) {
    warn(
      ninjsFindingCodes.valueNotAllowed,
      `"type" is "${type.slice(0, 40)}"; known are ${[...itemTypes].join(', ')}. The item was taken as text.`,
    )
  }
  const representation = textOf(item.representationtype)
  if (
    representation !== undefined &&
    !['complete', 'incomplete', 'full', 'partial', 'associated'].includes(representation)
  ) {
    warn(
      ninjsFindingCodes.valueNotAllowed,
      `"representationtype" is "${representation.slice(0, 40)}"; known are complete and incomplete.`,
    )
  }
  const status = textOf(item.pubstatus)
  if (status !== undefined && !['usable', 'withheld', 'canceled'].includes(status)) {
    warn(
      ninjsFindingCodes.valueNotAllowed,
      `"pubstatus" is "${status.slice(0, 40)}"; known are usable, withheld and canceled. The item was taken as ${takenStatus(status)}.`,
    )
  }
  for (const key of Object.keys(item)) {
    const value = item[key]
    if (openProperties.test(key) && value !== null && value !== undefined && typeof value !== 'string') {
      warn(
        ninjsFindingCodes.wrongType,
        `"${key.slice(0, 40)}" must be text but is ${describe(value)}. It was left out.`,
      )
    }
  }
}

/** A status outside the vocabulary, taken on the safe side: a kill spelled otherwise is a kill, anything else is held. */
export function takenStatus(status: string): 'usable' | 'withheld' | 'canceled' {
  const word = status.toLowerCase().replace(/^stat:/, '')
  if (word === 'usable' || word === 'published') return 'usable'
  if (/^(?:cancell?ed|killed|kill|deleted|recalled|unpublished)$/.test(word)) return 'canceled'
  return 'withheld'
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (isObject(value)) return 'an object'
  return listOf(value).length > 0 ? `${typeof value} ${String(value).slice(0, 40)}` : 'nothing'
}
