import {openWorker} from './open-worker.ts'
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
  let worker: Promise<Worker> | undefined
  let lastId = 0
  const failAll = (error: Error) => {
    for (const asked of waiting.values()) asked.reject(error)
    waiting.clear()
  }
  const start = async () => {
    const started = await openWorker()
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
    started.addEventListener('error', (event) =>
      failAll(new Error(event.message || 'The importer could not be started')),
    )
    return started
  }
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        lastId++
        const id = lastId
        waiting.set(id, {resolve, reject})
        worker ??= start()
        worker.then(
          // Ended while it was opening: nobody waits any more.
          (open) => waiting.has(id) && open.postMessage({id, request}),
          (error: Error) => {
            worker = undefined
            failAll(error)
          },
        )
      }),
    end: () => {
      void worker?.then(
        (open) => open.terminate(),
        () => {},
      )
      worker = undefined
      waiting.clear()
    },
  }
}
