import type {WorkerAnswers, WorkerRequest} from './worker-messages.ts'

type Ask = <Kind extends WorkerRequest['ask']>(
  request: Extract<WorkerRequest, {ask: Kind}>,
) => Promise<WorkerAnswers[Kind]>

/** The page's side of the importer's worker. It starts with the first question and ends with `end`. */
export interface ImportWorker {
  ask: Ask
  end(): void
}

export function startImportWorker(): ImportWorker {
  const waiting = new Map<number, {resolve: (value: never) => void; reject: (error: Error) => void}>()
  let worker: Worker | undefined
  let lastId = 0
  const start = () => {
    const started = new Worker(new URL('./import-worker.ts', import.meta.url), {type: 'module'})
    started.addEventListener(
      'message',
      (event: MessageEvent<{id: number; value?: never; error?: string}>) => {
        const {id, value, error} = event.data
        const asked = waiting.get(id)
        waiting.delete(id)
        if (error === undefined) asked?.resolve(value as never)
        else asked?.reject(new Error(error))
      },
    )
    started.addEventListener('error', (event) => {
      for (const asked of waiting.values())
        asked.reject(new Error(event.message || 'The importer could not be started'))
      waiting.clear()
    })
    return started
  }
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        worker ??= start()
        lastId++
        waiting.set(lastId, {resolve, reject})
        worker.postMessage({id: lastId, request})
      }),
    end: () => {
      worker?.terminate()
      worker = undefined
      waiting.clear()
    },
  }
}
