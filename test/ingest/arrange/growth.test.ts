import {expect, test} from 'vitest'
import {arrange} from '../../../ingest/arrange/index.ts'
import type {NewsItem} from '../../../ingest/model/news-item.ts'
import {decodeText} from '../../../ingest/read/text/index.ts'

function toItem(text: string): NewsItem {
  return {
    format: 'text',
    itemClass: 'text',
    pubStatus: 'usable',
    signals: [],
    edNotes: [],
    subjects: [],
    genres: [],
    keywords: [],
    text,
    associations: [],
    encoding: {used: 'utf-8'},
  }
}

/** The least of three runs, in milliseconds of this process's own time: what else the machine does must not count. */
function leastMs(work: () => unknown): number {
  let least = Infinity
  for (let run = 0; run < 3; run += 1) {
    const start = process.cpuUsage()
    work()
    const {user, system} = process.cpuUsage(start)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

const kinds: [string, (size: number) => string][] = [
  [
    'one line',
    (size) => 'The council met again on Tuesday, and nothing came of it, members said. '.repeat(size * 2_000),
  ],
  ['one line without spaces', (size) => 'a'.repeat(size * 200_000)],
  ['blank lines', (size) => '\n'.repeat(size * 50_000)],
  ['short lines', (size) => 'News\n'.repeat(size * 4_000)],
  [
    'headlines alike',
    (size) =>
      Array.from({length: size * 2_000}, (_, at) => `Harbour trust votes on quay number ${at}`).join('\n'),
  ],
  [
    'paragraphs',
    (size) =>
      Array.from(
        {length: size * 600},
        (_, at) =>
          `The trust, which met for the ${at}th time, said that it would not close the harbour before the summer.`,
      ).join('\n\n'),
  ],
  [
    'captions',
    (size) =>
      Array.from(
        {length: size * 500},
        (_, at) =>
          `Boat ${at} leaves the harbour on Monday (Photo: A. Person/Agency)\nA long paragraph about boat ${at} follows, as it does on such pages every day.`,
      ).join('\n'),
  ],
  ['sign-up boxes', (size) => 'Sign up to our newsletter\nEmail address\nSubscribe\n'.repeat(size * 800)],
  [
    'comments',
    (size) =>
      Array.from(
        {length: size * 1_000},
        (_, at) => `reader${at} says:\nI do not think so at all.\nReply`,
      ).join('\n'),
  ],
  ['tabs', (size) => 'one\ttwo\tthree\n'.repeat(size * 2_000)],
  [
    'wrapped lines',
    (size) => 'the quick brown fox jumps over the lazy dog and runs into the woods\n'.repeat(size * 2_000),
  ],
  ['quotation marks', (size) => '"“‘'.repeat(size * 30_000)],
]

test.each(kinds)('twice as much of %s takes no more than about twice as long', (_, make) => {
  const small = toItem(make(2))
  const large = toItem(make(4))
  arrange(toItem(make(1)))
  const ratio = (leastMs(() => arrange(large)) + 15) / (leastMs(() => arrange(small)) + 15)
  expect(ratio).toBeLessThan(3.2)
})

test('a line of 10 MB and a million blank lines finish in seconds', () => {
  const start = performance.now()
  arrange(toItem('The council met again on Tuesday. '.repeat(300_000)))
  arrange(toItem(`A headline over nothing\n${'\n'.repeat(1_000_000)}The end of it all came late.`))
  decodeText(new Uint8Array(10_000_000).fill(0xe9))
  expect(performance.now() - start).toBeLessThan(15_000)
})
