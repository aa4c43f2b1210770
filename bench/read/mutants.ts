/**
 * Copy of every format damaged ten thousand times and cut off at every byte, read as its own format and by content with all that an
 * import does before it plans. Prints, a format: how many were read, how many made a reader throw, and the longest that one took, in ms.
 * `node bench/read/mutants.ts [format…] [--mutants=10000]`. Nothing may throw, and nothing take two seconds.
 */
import {parseCopy} from '../../ingest/parse-copy.ts'
import {readFindingCodes} from '../../ingest/read/codes.ts'
import {findMutationCopies} from '../../test/ingest/read/mutation-copies.ts'
import {mutate, randomOf} from '../../test/ingest/read/mutate.ts'

const mutants = Number(/--mutants=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 10_000)
const only = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const goalMs = 2000

interface Tally {
  read: number
  threw: string[]
  slowestMs: number
}

let failed = false
console.log('format           mutants      cuts     threw  slowest ms   seconds')
for (const {format, copies} of findMutationCopies()) {
  if (only.length > 0 && !only.includes(format)) continue
  const started = performance.now()
  const random = randomOf(4711)
  const damaged: Tally = {read: 0, threw: [], slowestMs: 0}
  for (let round = 0; round < mutants; round++) {
    const copy = mutate(copies[round % copies.length] ?? new Uint8Array(0), random)
    await read(copy, round % 2 ? format : undefined, damaged)
  }
  const cut: Tally = {read: 0, threw: [], slowestMs: 0}
  for (const copy of copies)
    for (let length = 0; length < copy.length; length++) await read(copy.subarray(0, length), format, cut)
  const threw = [...damaged.threw, ...cut.threw]
  const slowest = Math.max(damaged.slowestMs, cut.slowestMs)
  failed ||= threw.length > 0 || slowest > goalMs
  console.log(
    [
      format.padEnd(14),
      String(damaged.read).padStart(10),
      String(cut.read).padStart(10),
      String(threw.length).padStart(10),
      slowest.toFixed(0).padStart(12),
      ((performance.now() - started) / 1000).toFixed(0).padStart(10),
    ].join(''),
  )
  for (const message of new Set(threw)) console.log(`  ${message}`)
}
process.exitCode = failed ? 1 : 0

async function read(bytes: Uint8Array, format: string | undefined, tally: Tally): Promise<void> {
  const started = performance.now()
  try {
    const {findings} = await parseCopy({bytes, ...(format ? {format} : {})})
    for (const {code, message} of findings)
      if (code === readFindingCodes.readerFailed) tally.threw.push(message)
  } catch (error) {
    tally.threw.push((error as Error).stack ?? String(error))
  }
  tally.read++
  tally.slowestMs = Math.max(tally.slowestMs, performance.now() - started)
}
