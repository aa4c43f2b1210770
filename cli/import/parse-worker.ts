import {parentPort} from 'node:worker_threads'
import {readParsed} from './read-parsed.ts'
import type {CopyFile} from '../files/copy-files.ts'
import type {ParseAnswer} from './parse-pool.ts'

/** A thread of `openParsePool`. */
parentPort?.on('message', (file: CopyFile) => void answer(file))

async function answer(file: CopyFile): Promise<void> {
  parentPort!.postMessage(await read(file))
}

async function read(file: CopyFile): Promise<ParseAnswer> {
  try {
    return {value: await readParsed(file)}
  } catch (error) {
    const {name, message, code} = error as Error & {code?: string}
    return {error: {name, message, ...(code ? {code} : {})}}
  }
}
