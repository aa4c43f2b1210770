import {findRunningLake} from '../../lake/running-lake.ts'
import {DatasetUnavailable, type Dataset} from './dataset.ts'
import {openDataset, type DatasetOptions} from './open-dataset.ts'

/** How long a lake that went is waited for before its folder is opened without it. */
const patienceMs = 60_000

/**
 * Opens the dataset again and again, for a process that goes on for weeks. A lake that went is waited for: opened without it, its folder
 * would be locked when it comes back. Only when it stays away is the work done without it.
 */
export function openAgain(options: DatasetOptions, elapsedMs: () => number): () => Promise<Dataset> {
  let isThroughLake = false
  let lostAt: number | undefined
  return async () => {
    if (isThroughLake && !(await findRunningLake(options.data, options.dataset))) {
      lostAt ??= elapsedMs()
      if (elapsedMs() - lostAt < patienceMs)
        throw new DatasetUnavailable(`The lake that serves ${options.data} does not answer.`)
    }
    const dataset = await openDataset(options)
    isThroughLake = !options.project && !options.apiHost && !dataset.isExclusive
    lostAt = undefined
    return dataset
  }
}
