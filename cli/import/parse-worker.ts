import {parentPort} from 'node:worker_threads'
import {readCopy, type ReadJob} from './read-copy.ts'
import type {ParseAnswer} from './parse-pool.ts'

let before = Promise.resolve()

/** A thread of `openParsePool`: one job after the other. */
parentPort?.on('message', (job: ReadJob) => {
  before = before.then(async () => parentPort!.postMessage(await read(job)))
})

async function read(job: ReadJob): Promise<ParseAnswer> {
  try {
    return {value: await readCopy(job)}
  } catch (error) {
    const {name, message, code} = error as Error & {code?: string}
    return {error: {name, message, ...(code ? {code} : {})}}
  }
}
