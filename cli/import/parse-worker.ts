import {parentPort, workerData} from 'node:worker_threads'
import {overShared} from './claims.ts'
import type {ParseAnswer, ThreadJob} from './parse-pool.ts'
import {readCopy} from './read-copy.ts'

const claims = overShared(workerData as SharedArrayBuffer)
let before = Promise.resolve()

/** A thread of `openParsePool`: one job after the other, but for those that another thread has taken. */
parentPort?.on('message', (job: ThreadJob) => {
  before = before.then(async () => parentPort!.postMessage(claims.take(job.place) ? await read(job) : null))
})

async function read({place: _place, ...job}: ThreadJob): Promise<ParseAnswer> {
  try {
    return {value: await readCopy(job)}
  } catch (error) {
    const {name, message, code} = error as Error & {code?: string}
    return {error: {name, message, ...(code ? {code} : {})}}
  }
}
