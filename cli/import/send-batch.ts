import {randomUUID} from 'node:crypto'
import {setTimeout as pause} from 'node:timers/promises'
import {isUnavailable, RevisionConflict, toUnavailable} from '../dataset/dataset.ts'
import {note, toFailure, toResult} from './file-result.ts'
import type {Run, Waiting} from './import-options.ts'
import type {ImportReport} from './import-report.ts'
import {planBatch, type Planned} from './plan-batch.ts'
import {sizeOf, splitMutations} from './split-mutations.ts'

/** How often a copy is planned anew because somebody changed a document meanwhile, with a pause that grows by this much each time. */
const maxConflicts = 20
/** How often a whole batch is, before its copies are sent one by one. */
const maxBatchConflicts = 5
const conflictPauseMs = 20

/** A batch in one transaction; when that is refused, each copy in one of its own, so that one bad copy fails alone. */
export async function sendBatch(batch: Waiting[], report: ImportReport, options: Run): Promise<void> {
  if (batch.length === 0) return
  const isAlone = batch.length === 1
  const left = new Set(batch)
  let refusal: unknown
  for (let attempt = 0; attempt < (isAlone ? maxConflicts : maxBatchConflicts); attempt++) {
    try {
      while (left.size > 0)
        for await (const {waiting, plan} of commit([...left], options)) {
          left.delete(waiting)
          note(report, options, toResult(waiting, plan), waiting.size)
        }
      return
    } catch (error) {
      if (isUnavailable(error)) throw toUnavailable(error, options.dataset)
      refusal = error
      if (!(error instanceof RevisionConflict)) break
      // Of several that meet at one document, one gets through each time; not all come back at once.
      await pause(Math.random() * conflictPauseMs * attempt)
    }
  }
  for (const waiting of left)
    if (isAlone) note(report, options, toFailure(waiting.file, refusal, waiting.archive), waiting.size)
    else await sendBatch([waiting], report, options)
}

/** In as few transactions as their size allows; gives each copy once it is stored. A copy is spread over several only when it is too large for one. */
async function* commit(batch: Waiting[], options: Run): AsyncGenerator<Planned> {
  const maxBytes = options.dataset.transactionLimits.bytes
  let together: Planned[] = []
  let bytes = 0
  const commitTogether = async () => {
    if (options.dryRun) return
    const mutations = together.flatMap(({plan}) => plan.mutations)
    const fits = bytes <= maxBytes
    for (const transaction of fits ? [mutations] : splitMutations(mutations, maxBytes))
      if (transaction.length > 0) await options.dataset.commit(transaction, `import-${randomUUID()}`)
  }
  for (const planned of await planBatch(batch, options)) {
    const more = sizeOf(planned.plan.mutations)
    if (bytes + more > maxBytes) {
      await commitTogether()
      yield* together
      together = []
      bytes = 0
    }
    together.push(planned)
    bytes += more
  }
  await commitTogether()
  yield* together
}
