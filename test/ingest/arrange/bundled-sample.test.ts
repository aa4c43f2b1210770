import {readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {arrange} from '../../../ingest/arrange/index.ts'
import {readCopy} from '../../../ingest/read/index.ts'

// The sample that `npm start` imports. Lead's note: a caption printed three times must never become the headline, with the real
// headline as furniture. Solve the kind (short headline with a colon above repeated captions), not this file.
const sample = path.resolve(import.meta.dirname, '../../../cli/sample/harbour-plan.txt')

describe('the bundled sample', async () => {
  const {items} = await readCopy(readFileSync(sample))
  const {value} = arrange(items[0]!.item)

  it('has its headline', () => {
    expect(value.headline).toBe('Harbour must not be sold twice: minister')
  })

  it('has one caption, printed three times', () => {
    expect(value.captions.map(({text, occurrences}) => ({text, occurrences}))).toEqual([
      {
        text: 'Ferry workers (left) and harbour trust members have been asked for their views on the new quay at Kilbrannan',
        occurrences: 3,
      },
    ])
  })

  it('has every paragraph, one newsletter block and two lines of furniture', () => {
    expect(value.body).toHaveLength(32)
    expect(value.newsletters).toMatchObject([
      {title: 'Morning Tide & Evening Post Newsletter', requiredMessage: 'This field is required'},
    ])
    expect(value.furniture.map(({text}) => text)).toEqual(['9.4°C Kilbrannan', 'Most Watched'])
  })
})
