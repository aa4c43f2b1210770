import {existsSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {arrange} from '../../../ingest/arrange/index.ts'
import {textReader} from '../../../ingest/read/text/index.ts'
import {checkWordsKept} from '../laws.ts'

const sample = new URL('../../../../shared/samples/raw-article/article.txt', import.meta.url)

describe.runIf(existsSync(sample))('the raw article comes out as its table says', async () => {
  const [read] = existsSync(sample) ? await textReader.read(readFileSync(sample), {}) : []
  const item = read?.item
  if (item === undefined) return
  const {value, findings} = arrange(item)

  test('headline on line 3, no byline, dateline or standfirst', () => {
    expect(value.lines).toEqual({headline: [3]})
  })

  test('one caption, printed three times', () => {
    expect(value.captions.map(({occurrences, lines}) => ({occurrences, lines}))).toEqual([
      {occurrences: 3, lines: [6, 8, 10]},
    ])
  })

  test('40 paragraphs, on the even lines 12 to 90', () => {
    expect(value.body.map(({kind, at}) => [kind, at?.line])).toEqual(
      Array.from({length: 40}, (_, at) => ['paragraph', 12 + 2 * at]),
    )
  })

  test('one newsletter box with title, pitch and the form’s message', () => {
    const copy = (item.text ?? '').split('\n')
    expect(value.newsletters).toEqual([
      {
        title: copy[91],
        pitch: copy[93],
        requiredMessage: copy[95],
        emailLabel: null,
        submitLabel: null,
        consent: null,
        other: [],
        lines: [92, 94, 96],
      },
    ])
  })

  test('two lines of furniture with their reasons', () => {
    expect(value.furniture.map(({reason, line}) => [reason, line])).toEqual([
      ['weather-strip', 1],
      ['heading-without-content', 98],
    ])
  })

  test('every word is kept once and nothing is reported', () => {
    expect(checkWordsKept(item, value)).toEqual([])
    expect(findings).toEqual([])
  })
})
