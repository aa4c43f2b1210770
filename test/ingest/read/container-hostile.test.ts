import {describe, expect, it} from 'vitest'
import {readCopy} from '../../../ingest/read/index.ts'
import {readFindingCodes} from '../../../ingest/read/codes.ts'
import {findMutationCopies} from './mutation-copies.ts'
import {mutate, randomOf} from './mutate.ts'

/** Formats that the tests of wire text and of XML do not damage; `bench/read/mutants.ts` does it to all, ten thousand times. */
const others = ['docx', 'zip', 'html', 'markdown', 'text']
const copies = findMutationCopies().filter(({format}) => others.includes(format))

async function readSafely(bytes: Uint8Array, format: string) {
  const read = await readCopy(bytes, {format})
  expect(read.findings.map(({code}) => code)).not.toContain(readFindingCodes.readerFailed)
  return read
}

describe('copy that holds other things than words', () => {
  it.each(copies)(
    'cut off at any byte ($format) gives an item or a finding',
    async ({format, copies: all}) => {
      for (const copy of all) {
        const step = Math.ceil(copy.length / 700)
        for (let length = 1; length < copy.length; length += step) {
          const {items, findings} = await readSafely(copy.subarray(0, length), format)
          expect(items.length + findings.length).toBeGreaterThan(0)
        }
      }
    },
  )

  it.each(copies)('damaged ($format) never makes its reader throw', async ({format, copies: all}) => {
    const random = randomOf(29)
    for (let round = 0; round < 200; round++)
      await readSafely(mutate(all[round % all.length]!, random), format)
  })
})
