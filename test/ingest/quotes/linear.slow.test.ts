import {describe, expect, it} from 'vitest'
import {findQuotes} from '../../../ingest/quotes/index.ts'
import {toSources} from './quote-laws.ts'

const shapes: [string, (count: number) => string][] = [
  ['pairs of marks', (count) => '"a" '.repeat(count)],
  ['marks never closed', (count) => '“a '.repeat(count)],
  ['single marks', (count) => "'a ".repeat(count)],
  ['possessives', (count) => "the crews' ".repeat(count)],
  ['attributed quotes in one line', (count) => 'Joan Pell said "no" to Frank Marsh. '.repeat(count)],
  ['paragraphs', (count) => '"We are open," he said.\n'.repeat(count)],
  ['pronouns', (count) => 'she said "he". '.repeat(count)],
  ['brackets', (count) => '(said, '.repeat(count)],
  ['relative clauses', (count) => 'the man, who said, '.repeat(count)],
  ['offices', (count) => 'Mr Marsh met the mayor. '.repeat(count)],
  [
    'ever new names',
    (count) =>
      Array.from({length: count}, (_unused, index) => `Joan P${letters(index)} said "no". `).join(''),
  ],
  [
    'ever new namesakes',
    (count) =>
      Array.from({length: count}, (_unused, index) => `J${letters(index)} Pell said "no". Pell left. `).join(
        '',
      ),
  ],
]

function letters(index: number): string {
  return Array.from({length: 4}, (_unused, place) =>
    String.fromCharCode(97 + (Math.floor(index / 26 ** place) % 26)),
  ).join('')
}

/** Milliseconds of this process's own time: what else the machine does must not count. */
function timeOf(text: string): number {
  const sources = toSources(text)
  const start = process.cpuUsage()
  findQuotes(sources)
  const {user, system} = process.cpuUsage(start)
  return (user + system) / 1000
}

describe('looking for quotes', () => {
  it.each(shapes)('takes at most in proportion to the length: %s', (_name, shape) => {
    timeOf(shape(500))
    // The best of several runs: the collector comes when it likes.
    const once = Math.min(...Array.from({length: 3}, () => timeOf(shape(4000))))
    const eightfold = Math.min(...Array.from({length: 3}, () => timeOf(shape(32_000))))
    expect(eightfold / Math.max(once, 1)).toBeLessThan(24)
  })

  it('finishes 100,000 quotation marks', () => {
    expect(timeOf('"a" and '.repeat(50_000))).toBeLessThan(30_000)
  })

  it('finishes one line of 10 MB', () => {
    expect(timeOf('Joan Pell said the yard was open and the crews were paid. '.repeat(180_000))).toBeLessThan(
      60_000,
    )
  })
})
