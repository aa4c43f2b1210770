import {parentPort} from 'node:worker_threads'
import {readCopy, type ReadJob} from '../../cli/import/read-copy.ts'

let before = Promise.resolve()

/** As `parse-worker.ts`, but copy of a certain name ends the thread. */
parentPort!.on('message', (job: ReadJob) => {
  before = before.then(async () => {
    if (job.file.path.endsWith('crash.txt')) process.exit(7)
    parentPort!.postMessage({value: await readCopy(job)})
  })
})
