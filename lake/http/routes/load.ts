import {loadDocuments, type LoadFinding, type LoadOperation} from '../../load/load-documents.ts'
import {LakeError} from '../../store/index.ts'
import type {LakeApp, LakeContext} from '../context.ts'
import {toBadRequest} from '../read-body.ts'
import {requireWriter} from '../require-writer.ts'

/**
 * `POST /lake/load/:dataset?operation=create|replace|missing`, with NDJSON of any length: what `newsroom load` sends to a lake that is running, so
 * that its listeners hear of the documents. Answers NDJSON as well: `{finding}` for each line that has one, then `{report}`, or `{error}` when
 * it had to stop. Not of Sanity's API.
 */
export function addLoadRoutes(app: LakeApp, lake: LakeContext): void {
  app.post('/:version/lake/load/:dataset', (c) => {
    requireWriter(c.get('user'))
    const store = lake.storeOf(c.req.param('dataset'))
    const operation = c.req.query('operation') ?? 'create'
    if (!isOperation(operation))
      throw toBadRequest(`"operation" must be create, replace or missing: ${operation.slice(0, 40)}`)
    const chunks = (c.req.raw.body ?? []) as unknown as AsyncIterable<Uint8Array>
    const identity = c.get('user').id
    const encoder = new TextEncoder()
    const body = new ReadableStream<Uint8Array>({
      start: async (controller) => {
        const write = (line: object) => controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
        try {
          const onFinding = (finding: LoadFinding) => write({finding})
          write({report: await loadDocuments(store, chunks, {operation, identity, onFinding})})
        } catch (error) {
          const description = error instanceof LakeError ? error.description : (error as Error).message
          write({error: {description}})
        }
        controller.close()
      },
    })
    return c.body(body, 200, {'content-type': 'application/x-ndjson'})
  })
}

function isOperation(operation: string): operation is LoadOperation {
  return operation === 'create' || operation === 'replace' || operation === 'missing'
}
