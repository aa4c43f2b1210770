import fc from 'fast-check'
import {expect, test} from 'vitest'
import {arrange} from '../../../ingest/arrange/index.ts'
import type {NewsItem} from '../../../ingest/model/news-item.ts'
import {checkWordsKept} from '../laws.ts'

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

const word = fc.constantFrom(
  'the',
  'council',
  'harbour',
  'Mary',
  'O’Brien',
  'said',
  'on',
  'Tuesday',
  '14',
  'newsletter',
  'your',
  'inbox',
  'photo',
  'votes',
  'l’été',
  "don't",
  'naïve',
  'плотина',
  '港口',
)
const sentence = fc.array(word, {minLength: 4, maxLength: 40}).map((words) => `${words.join(' ')}.`)
const line = fc.oneof(
  {weight: 6, arbitrary: sentence},
  {weight: 2, arbitrary: fc.array(word, {minLength: 1, maxLength: 6}).map((words) => words.join(' '))},
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'Share this',
      'Home',
      'News',
      '• The first point',
      '1. Do this',
      '2) Then that',
      'By Mary O’Brien',
      '12 May 2024',
      'Sign up to our newsletter',
      'Email address',
      'Subscribe',
      'This field is required',
      'Photo: A. Person/Agency',
      'The bridge at night (Photo: A. Person)',
      'Most read',
      '© 2024 The Paper',
      'Comments',
      'a\tb\tc',
      '—',
      '"Quoted," she said.',
      '\u00A0',
      '12',
      '| 9°C Town',
    ),
  },
  {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 60})},
)
const page = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\r\n', '\n\n\n', '\r')), {maxLength: 60})
  .map((lines) => lines.map((pair) => pair.join('')).join(''))

test('every word of a generated page comes out exactly once, and offsets hold', () => {
  fc.assert(
    fc.property(page, (text) => {
      const item = toItem(text)
      expect(checkWordsKept(item, arrange(item).value)).toEqual([])
    }),
    {numRuns: 400},
  )
})

test('arranging is deterministic and leaves its input alone', () => {
  fc.assert(
    fc.property(page, (text) => {
      const item = Object.freeze(toItem(text))
      expect(arrange(item)).toEqual(arrange(toItem(text)))
    }),
    {numRuns: 50},
  )
})
