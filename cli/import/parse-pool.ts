import {availableParallelism} from 'node:os'
import path from 'node:path'
import {Worker} from 'node:worker_threads'
import type {Copy, ParsedCopy} from '../../ingest/parse-copy.ts'
import type {CopyFile} from '../files/copy-files.ts'
import {readParsed} from './read-parsed.ts'

/** What a worker makes of a file: the copy understood, and its bytes. */
export interface ReadCopyFile {
  input: Copy
  copy: ParsedCopy
}

export interface ParsePool {
  /** Reads and understands a file. Rejects when it cannot be read, or when it ended the worker. */
  parse(file: CopyFile): Promise<ReadCopyFile>
  /** Files that may be given before the first is done: enough that no worker waits, few enough that memory stays small. */
  readonly ahead: number
  close(): Promise<void>
}

/** What a thread answers a file with. */
export type ParseAnswer = {value: ReadCopyFile} | {error: {name: string; message: string; code?: string}}

interface Job {
  file: CopyFile
  resolve: (read: ReadCopyFile) => void
  reject: (error: Error) => void
}

/** Beside its extension, which is another one in the package. */
const workerFile = new URL(`./parse-worker${path.extname(import.meta.filename)}`, import.meta.url)
/** Fewer files are read sooner than threads are ready. */
export const filesForThreads = 300
const filesPerWorker = 4
/** The heap of one worker, in MiB: copy that takes more ends the worker, and the file is said to have failed. */
const maxWorkerHeapMib = 1024

/**
 * Understands copy in threads, one a processor. A file that ends its thread fails alone, and a new thread takes the next. Standard input is
 * read by this one.
 */
export function openParsePool(workers = availableParallelism(), program: URL = workerFile): ParsePool {
  const waiting: Job[] = []
  const idle: Worker[] = []
  const busy = new Map<Worker, Job>()
  let started = 0
  let isClosed = false

  const next = () => {
    while (waiting.length > 0) {
      const worker = idle.pop() ?? (started < workers ? start() : undefined)
      if (!worker) return
      const job = waiting.shift()!
      busy.set(worker, job)
      worker.ref()
      worker.postMessage(job.file)
    }
  }
  const start = (): Worker => {
    started++
    const worker = new Worker(program, {resourceLimits: {maxOldGenerationSizeMb: maxWorkerHeapMib}})
    worker.on('message', (answer: ParseAnswer) => {
      const job = busy.get(worker)
      busy.delete(worker)
      worker.unref()
      idle.push(worker)
      if (job && 'value' in answer) job.resolve(answer.value)
      else if (job && 'error' in answer)
        job.reject(Object.assign(new Error(answer.error.message), answer.error))
      next()
    })
    worker.on('error', (error: Error) => end(worker, error))
    worker.on('exit', (code) => end(worker, new Error(`The thread that read it ended with ${code}.`)))
    return worker
  }
  const end = (worker: Worker, error: Error) => {
    const job = busy.get(worker)
    busy.delete(worker)
    const place = idle.indexOf(worker)
    if (place !== -1) idle.splice(place, 1)
    worker.removeAllListeners()
    started--
    job?.reject(new Error(`Reading the copy broke off: ${error.message}`, {cause: error}))
    if (!isClosed) next()
  }

  return {
    ahead: workers * filesPerWorker,
    parse: (file) =>
      file.path === '-'
        ? readParsed(file)
        : new Promise((resolve, reject) => {
            waiting.push({file, resolve, reject})
            next()
          }),
    close: async () => {
      isClosed = true
      const all = [...idle, ...busy.keys()]
      const unfinished = [...waiting.splice(0), ...busy.values()]
      for (const {reject} of unfinished) reject(new Error('The import has ended.'))
      // What `end` does for a thread that ends by itself would take away the listener that `terminate` waits with.
      for (const worker of all) worker.removeAllListeners()
      await Promise.all(all.map((worker) => worker.terminate()))
    },
  }
}
