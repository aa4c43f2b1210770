import type {Finding, Staged} from '../model/finding.ts'
import {blockingKeysOf} from './blocking-keys.ts'
import {chooseCandidates} from './choose-candidates.ts'
import {captionFindingCodes} from './codes.ts'
import {compareReadCaptions} from './compare-captions.ts'
import {KeyIndex} from './key-index.ts'
import type {ReadCaption} from './read-caption.ts'
import {readCaption} from './read-caption.ts'

/** Captions of one picture. */
export interface CaptionGroup<T extends {text: string}> {
  /** The one with the fullest wording; among equals the first. */
  kept: T
  /** Every caption joined into the group, `kept` too, in the order given. */
  members: T[]
  /** Every other wording, each once, in the order given. */
  alsoSeen: string[]
}

/** How many of the newest groups under one key are looked at, and how many of them are compared: bounds the work however common a beginning is. */
const maxReadAhead = 4096

/**
 * Joins the captions that belong to one picture, in time that grows with their number: the same text by lookup, near ones by
 * comparing only groups that share blocking keys, those that share most first. Groups come in the order of their first
 * caption. Doubtful pairs stay apart with a finding.
 */
export function joinCaptions<T extends {text: string}>(captions: Iterable<T>): Staged<CaptionGroup<T>[]> {
  const groups: CaptionGroup<T>[] = []
  const findings: Finding[] = []
  const byText = new Map<string, number>()
  const byKey = new KeyIndex()
  const reads = new Map<number, ReadCaption>()
  const newest = (key: string, limit: number) => byKey.newest(key, limit)
  for (const caption of captions) {
    const known = byText.get(caption.text)
    if (known !== undefined) {
      const group = groups[known] as CaptionGroup<T>
      group.members = withOneMore(group.members, caption)
      continue
    }
    const read = readCaption(caption.text)
    const keys = blockingKeysOf(read)
    let joined: number | null = null
    for (const candidate of chooseCandidates(keys, newest, newestFirst)) {
      const group = groups[candidate] as CaptionGroup<T>
      const comparison = compareReadCaptions(reads.get(candidate) ?? readCaption(group.kept.text), read)
      if (comparison.unsure)
        findings.push(toFinding(comparison.same, comparison.why, group.kept.text, caption.text))
      if (!comparison.same) continue
      joined = candidate
      if (addWording(group, caption, reads.get(candidate) ?? readCaption(group.kept.text), read))
        remember(reads, candidate, read)
      break
    }
    if (joined === null) {
      joined = groups.length
      groups.push({kept: caption, members: [caption], alsoSeen: []})
      remember(reads, joined, read)
    }
    byText.set(caption.text, joined)
    for (const key of keys) byKey.add(key, joined)
  }
  return {value: groups, findings}
}

const newestFirst = (one: number, other: number): number => other - one

/** True when the newcomer's wording is the fuller one and is kept from now on. */
function addWording<T extends {text: string}>(
  group: CaptionGroup<T>,
  caption: T,
  kept: ReadCaption,
  read: ReadCaption,
): boolean {
  group.members = withOneMore(group.members, caption)
  const fuller = fullness(read) > fullness(kept)
  const other = fuller ? group.kept.text : caption.text
  if (fuller) group.kept = caption
  if (!group.alsoSeen.includes(other)) group.alsoSeen = withOneMore(group.alsoSeen, other)
  return fuller
}

/** Most groups are small: growing by one keeps a million of them from reserving room for a score of members each. */
function withOneMore<V>(list: V[], value: V): V[] {
  if (list.length < 8) return [...list, value]
  list.push(value)
  return list
}

/** Words of its own count first (a mark of truncation takes one off), then a credit; the same words again are no fuller. */
function fullness(read: ReadCaption): number {
  return (
    (read.tokens.length - (read.truncated ? 1 : 0)) * 100 +
    (read.creditLine ? Math.min(99, read.creditLine.length) : 0)
  )
}

function remember(reads: Map<number, ReadCaption>, group: number, read: ReadCaption): void {
  reads.set(group, read)
  if (reads.size <= maxReadAhead) return
  const oldest = reads.keys().next()
  if (!oldest.done) reads.delete(oldest.value)
}

function toFinding(same: boolean, why: string, one: string, other: string): Finding {
  return same
    ? {
        severity: 'info',
        code: captionFindingCodes.joinedUnsure,
        message: `Two captions were joined (${why}): "${cut(one)}" and "${cut(other)}". Check which wording is right.`,
      }
    : {
        severity: 'info',
        code: captionFindingCodes.perhapsSame,
        message: `Two captions may be of one picture but were kept apart (${why}): "${cut(one)}" and "${cut(other)}".`,
      }
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
