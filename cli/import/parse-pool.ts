import {getCompileCacheDir} from 'node:module'
import {availableParallelism} from 'node:os'
import path from 'node:path'
import {Worker} from 'node:worker_threads'
import {createClaims, type Claims} from './claims.ts'
import {readCopy, type ReadCopy, type ReadJob} from './read-copy.ts'

export interface ParsePool {
  /** Reads and understands a file. Rejects when it cannot be read, or when it ended the worker. */
  parse(job: ReadJob): Promise<ReadCopy>
  close(): Promise<void>
}

export interface ParsePoolOptions {
  /** How many threads; default one a processor but for the one that stores. */
  threads?: number
  /** What they run. */
  program?: URL
  /**
   * This thread reads small files as well whenever it has nothing else to do: quicker, but a file that ends its reader ends the process.
   * Default false.
   */
  takesPart?: boolean
}

/** What a thread is given: `place` is what it claims the job with. */
export type ThreadJob = ReadJob & {place: number}

/** What a thread answers a job with, null when it was read elsewhere; answers come in the order of the jobs. */
export type ParseAnswer = {value: ReadCopy} | {error: {name: string; message: string; code?: string}} | null

interface Job {
  what: ReadJob
  /** It was with a thread that ended: whether it was what ended it shows when a thread has it alone. */
  isSuspect: boolean
  /** Where it is claimed by whoever reads it. */
  place: number
  /** This thread reads it, or has. */
  isHere: boolean
  resolve: (read: ReadCopy) => void
  reject: (error: Error) => void
}

/** A worker and what it was given and has not answered. */
interface Thread {
  worker: Worker
  jobs: Job[]
  claims: Claims
}

/** Beside its extension, which is another one in the package. */
const workerFile = new URL(`./parse-worker${path.extname(import.meta.filename)}`, import.meta.url)
/** Fewer files are read sooner than threads are ready. */
export const filesForThreads = 300
/** Jobs that a thread has at hand, so that it does not wait for this thread, which may be busy storing. */
const jobsAtHand = 256
/** The heap of one worker, in MiB: copy that takes more ends the worker, and the file is said to have failed. */
const maxWorkerHeapMib = 1024
/** What this thread reads of: such files are no danger to it, and take it a moment. */
const maxBytesHere = 32 * 1024

/**
 * Understands copy in threads. A file that ends its thread fails alone, and a new thread takes the others. Standard input is read by this
 * one.
 */
export function openParsePool({
  threads: most = Math.max(1, availableParallelism() - 1),
  program = workerFile,
  takesPart = false,
}: ParsePoolOptions = {}): ParsePool {
  const waiting: Job[] = []
  const threads = new Set<Thread>()
  let isClosed = false
  let helping: NodeJS.Immediate | undefined

  const give = (thread: Thread) => {
    const job = waiting.shift()!
    job.place = thread.claims.offer()
    thread.jobs.push(job)
    thread.worker.ref()
    thread.worker.postMessage({...job.what, place: job.place} satisfies ThreadJob)
    if (takesPart) helpSoon()
  }
  /** Reads a job that no thread will come to soon, once nothing else is to be done here. */
  const helpSoon = () => {
    helping ??= setImmediate(() => {
      helping = undefined
      void help()
    })
  }
  const help = async () => {
    const thread = [...threads].reduce((one, other) => (other.jobs.length > one.jobs.length ? other : one))
    const job = thread.jobs.findLast(({isHere, what}) => !isHere && what.file.size <= maxBytesHere)
    if (!job || isClosed || !thread.claims.take(job.place)) return
    job.isHere = true
    await readCopy(job.what).then(job.resolve, job.reject)
    helpSoon()
  }
  const next = () => {
    while (waiting.length > 0) {
      const isSuspect = waiting[0]!.isSuspect
      const free = [...threads].filter(({jobs}) => canTake(jobs, isSuspect))
      if (free.length === 0 && threads.size < most) give(start())
      else if (free.length > 0)
        give(free.reduce((one, other) => (other.jobs.length < one.jobs.length ? other : one)))
      else return
    }
  }
  const start = (): Thread => {
    const claims = createClaims(jobsAtHand)
    const worker = new Worker(program, {
      workerData: claims.shared,
      env: toThreadEnvironment(),
      resourceLimits: {maxOldGenerationSizeMb: maxWorkerHeapMib},
    })
    const thread: Thread = {worker, jobs: [], claims}
    threads.add(thread)
    worker.on('message', (answer: ParseAnswer) => {
      const job = thread.jobs.shift()
      if (thread.jobs.length === 0) worker.unref()
      if (job && answer && 'value' in answer) job.resolve(answer.value)
      else if (job && answer && 'error' in answer)
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
    const left = thread.jobs.filter(({isHere}) => !isHere)
    const [first] = left
    if (left.length === 1 && first)
      first.reject(
        new Error(`Reading the copy broke off: ${error.message}`, {
          cause: error,
        }),
      )
    else waiting.unshift(...left.map((job) => ({...job, isSuspect: true})))
    if (!isClosed) next()
  }

  return {
    parse: (what) =>
      what.file.path === '-'
        ? readCopy(what)
        : new Promise((resolve, reject) => {
            waiting.push({what, isSuspect: false, place: 0, isHere: false, resolve, reject})
            next()
          }),
    close: async () => {
      isClosed = true
      clearImmediate(helping)
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

/** A thread does not take over by itself that compiled code is kept. */
function toThreadEnvironment(): NodeJS.ProcessEnv {
  const cache = getCompileCacheDir()
  return {...process.env, ...(cache ? {NODE_COMPILE_CACHE: path.dirname(cache)} : {})}
}
