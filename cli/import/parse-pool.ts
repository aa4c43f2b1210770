import {availableParallelism} from 'node:os'
import path from 'node:path'
import {Worker} from 'node:worker_threads'
import {readCopy, type ReadCopy, type ReadJob} from './read-copy.ts'

export interface ParsePool {
  /** Reads and understands a file. Rejects when it cannot be read, or when it ended the worker. */
  parse(job: ReadJob): Promise<ReadCopy>
  close(): Promise<void>
}

/** What a thread answers a job with; answers come in the order of the jobs. */
export type ParseAnswer = {value: ReadCopy} | {error: {name: string; message: string; code?: string}}

interface Job {
  what: ReadJob
  /** It was with a thread that ended: whether it was what ended it shows when a thread has it alone. */
  isSuspect: boolean
  resolve: (read: ReadCopy) => void
  reject: (error: Error) => void
}

/** A worker and what it was given and has not answered. */
interface Thread {
  worker: Worker
  jobs: Job[]
}

/** Beside its extension, which is another one in the package. */
const workerFile = new URL(`./parse-worker${path.extname(import.meta.filename)}`, import.meta.url)
/** Fewer files are read sooner than threads are ready. */
export const filesForThreads = 300
/** Jobs that a thread has at hand, so that it does not wait for this thread, which may be busy storing. */
const jobsAtHand = 256
/** The heap of one worker, in MiB: copy that takes more ends the worker, and the file is said to have failed. */
const maxWorkerHeapMib = 1024

/**
 * Understands copy in threads, one a processor but for the one that stores. A file that ends its thread fails alone, and a new thread takes
 * the others. Standard input is read by this one.
 */
export function openParsePool(
  workers = Math.max(1, availableParallelism() - 1),
  program: URL = workerFile,
): ParsePool {
  const waiting: Job[] = []
  const threads = new Set<Thread>()
  let isClosed = false

  const give = (thread: Thread) => {
    thread.jobs.push(waiting.shift()!)
    thread.worker.ref()
    thread.worker.postMessage(thread.jobs.at(-1)!.what)
  }
  const next = () => {
    while (waiting.length > 0) {
      const isSuspect = waiting[0]!.isSuspect
      const free = [...threads].filter(({jobs}) => canTake(jobs, isSuspect))
      if (free.length === 0 && threads.size < workers) give(start())
      else if (free.length > 0)
        give(free.reduce((one, other) => (other.jobs.length < one.jobs.length ? other : one)))
      else return
    }
  }
  const start = (): Thread => {
    const worker = new Worker(program, {
      resourceLimits: {maxOldGenerationSizeMb: maxWorkerHeapMib},
    })
    const thread: Thread = {worker, jobs: []}
    threads.add(thread)
    worker.on('message', (answer: ParseAnswer) => {
      const job = thread.jobs.shift()
      if (thread.jobs.length === 0) worker.unref()
      if (job && 'value' in answer) job.resolve(answer.value)
      else if (job && 'error' in answer)
        job.reject(Object.assign(new Error(answer.error.message), answer.error))
      next()
    })
    worker.on('error', (error: Error) => end(thread, error))
    worker.on('exit', (code) => end(thread, new Error(`The thread that read it ended with ${code}.`)))
    return thread
  }
  const end = (thread: Thread, error: Error) => {
    thread.worker.removeAllListeners()
    threads.delete(thread)
    const [first] = thread.jobs
    if (thread.jobs.length === 1 && first)
      first.reject(
        new Error(`Reading the copy broke off: ${error.message}`, {
          cause: error,
        }),
      )
    else waiting.unshift(...thread.jobs.map((job) => ({...job, isSuspect: true})))
    if (!isClosed) next()
  }

  return {
    parse: (what) =>
      what.file.path === '-'
        ? readCopy(what)
        : new Promise((resolve, reject) => {
            waiting.push({what, isSuspect: false, resolve, reject})
            next()
          }),
    close: async () => {
      isClosed = true
      const unfinished = [...waiting.splice(0), ...[...threads].flatMap(({jobs}) => jobs)]
      for (const {reject} of unfinished) reject(new Error('The import has ended.'))
      // What `end` does for a thread that ends by itself would take away the listener that `terminate` waits with.
      for (const {worker} of threads) worker.removeAllListeners()
      await Promise.all([...threads].map(({worker}) => worker.terminate()))
    },
  }
}

function canTake(jobs: Job[], isSuspect: boolean): boolean {
  return jobs.length < (isSuspect ? 1 : jobsAtHand) && !jobs.some((job) => job.isSuspect)
}
