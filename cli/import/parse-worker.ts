import {parentPort} from 'node:worker_threads'
import {readParsed} from './read-parsed.ts'
import type {CopyFile} from '../files/copy-files.ts'
import type {ParseAnswer} from './parse-pool.ts'

/** A thread of `openParsePool`. */
parentPort?.on('message', async (file: CopyFile) => {
  let answer: ParseAnswer
  try {
    answer = {value: await readParsed(file)}
  } catch (error) {
    const {name, message, code} = error as Error & {code?: string}
    answer = {error: {name, message, ...(code ? {code} : {})}}
  }
  parentPort!.postMessage(answer)
})
