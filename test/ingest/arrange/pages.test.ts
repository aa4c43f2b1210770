import {describe, expect, test} from 'vitest'
import {parseItem} from '../../../ingest/parse-copy.ts'
import {textReader} from '../../../ingest/read/text/index.ts'
import {checkWordsKept} from '../laws.ts'
import {arrangedRoles, expectedRoles, readPages} from './page-roles.ts'

/**
 * The look-alike pages were labelled by hand; where the importer differs, the label stays and the share below says how much
 * it gets right. The shares are floors: raise them when it gets better.
 */
const floors = {
  partsRight: 0.99,
  pagesWhollyRight: 90,
  reasonsRight: 0.88,
  quotesRight: 0.98,
  speakersRight: 0.93,
}

const pages = await Promise.all(
  readPages().map(async (page) => {
    const [read] = await textReader.read(new TextEncoder().encode(page.text), {})
    if (read === undefined) throw new Error(`The text reader gave nothing for "${page.name}".`)
    return {...page, item: read.item, ...parseItem(read)}
  }),
)

test('there are at least ninety pages', () => {
  expect(pages.length).toBeGreaterThanOrEqual(90)
})

describe('every page', () => {
  test.each(pages.map((page) => [page.name, page] as const))(
    '%s has its headline and keeps every word',
    (_, page) => {
      expect(checkWordsKept(page.item, page.arranged)).toEqual([])
      expect(page.arranged.headline).toBe(page.expected.headline)
    },
  )
})

describe('all pages together', () => {
  test('nearly every part of every page is what a sub-editor says it is', () => {
    let right = 0
    let all = 0
    let whole = 0
    for (const {expected, arranged} of pages) {
      const got = arrangedRoles(arranged)
      const missing = expectedRoles(expected).filter((role) => {
        const at = got.indexOf(role)
        if (at >= 0) got.splice(at, 1)
        return at < 0
      })
      all += expectedRoles(expected).length
      right += expectedRoles(expected).length - missing.length
      if (missing.length === 0 && got.length === 0) whole += 1
    }
    expect(right / all).toBeGreaterThan(floors.partsRight)
    expect(whole).toBeGreaterThanOrEqual(floors.pagesWhollyRight)
  })

  test('most furniture has the reason a sub-editor would give', () => {
    const pairs = pages.flatMap(({expected, arranged}) =>
      expected.furniture.map(({line, reason}) => [
        reason,
        arranged.furniture.find((part) => part.line === line)?.reason,
      ]),
    )
    const right = pairs.filter(([wanted, got]) => wanted === got).length
    expect(right / pairs.length).toBeGreaterThan(floors.reasonsRight)
  })

  test('nearly every quotation is found, whole, with its speaker', () => {
    let all = 0
    let found = 0
    let attributed = 0
    for (const {expected, quotes} of pages) {
      const speakers = new Map(quotes.map((quote) => [toKey(quote), quote.speakerName ?? '']))
      for (const quote of expected.quotes) {
        all += 1
        const speaker = speakers.get(toKey(quote))
        if (speaker === undefined) continue
        found += 1
        if (isSameSpeaker(toName(speaker), toName(quote.speaker))) attributed += 1
      }
    }
    expect(found / all).toBeGreaterThan(floors.quotesRight)
    expect(attributed / all).toBeGreaterThan(floors.speakersRight)
  })
})

function toKey({kind, paragraphs}: {kind: string; paragraphs: string[]}): string {
  return `${kind} ${paragraphs.join('|').replaceAll(/[^\p{L}\p{N}|]/gu, '')}`
}

/** `Hugh Pellow` and `Sir Hugh Pellow`: every word of the shorter name is in the longer. */
function isSameSpeaker(one: string, other: string): boolean {
  const words = one.split(' ')
  const others = other.split(' ')
  const [short, long] = words.length <= others.length ? [words, others] : [others, words]
  return one !== '' && other !== '' && short.every((word) => long.includes(word))
}

function toName(speaker: string): string {
  return speaker.toLowerCase().replace(/^(?:the|an?|my) /u, '')
}
