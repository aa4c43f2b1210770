import {createAnswerer} from './answer-request.ts'
import type {WorkerRequest} from './worker-messages.ts'

/** The worker's side: the importer runs here, so that the page stays quick whatever is pasted. */
const answer = createAnswerer()

addEventListener('message', (event: MessageEvent<{id: number; request: WorkerRequest}>) => {
  const {id, request} = event.data
  answer(request).then(
    (value) => postMessage({id, value}),
    (error: unknown) => postMessage({id, error: error instanceof Error ? error.message : String(error)}),
  )
})
