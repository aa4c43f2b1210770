import type {Mutation} from '../../store/index.ts'
import type {LakeApp, LakeContext} from '../context.ts'
import {requireWriter} from '../require-writer.ts'
import {readJson, toBadRequest} from '../read-body.ts'

/** `POST /data/mutate/:dataset`. */
export function addMutateRoutes(app: LakeApp, lake: LakeContext): void {
  app.post('/:version/data/mutate/:dataset', async (c) => {
    requireWriter(c.get('user'))
    const leave = lake.limits.enterMutation(c.req.param('dataset'))
    try {
      const store = lake.storeOf(c.req.param('dataset'))
      const body = await readJson(c, lake.limits.maxMutationBytes)
      const search = new URL(c.req.url).searchParams
      const isSet = (name: string) => search.get(name) === 'true'
      const mutations = Array.isArray(body) ? body : body['mutations']
      if (!Array.isArray(mutations)) throw toBadRequest('"mutations" must be an array')
      const transactionId = body['transactionId'] ?? search.get('transactionId') ?? undefined
      const outcome = await store.submit(mutations as Mutation[], {
        transactionId: checkTransactionId(transactionId),
        identity: c.get('user').id,
        dryRun: isSet('dryRun'),
        autoGenerateArrayKeys: isSet('autoGenerateArrayKeys'),
        returnDocuments: isSet('returnDocuments'),
      })
      const withIds = isSet('returnIds') || isSet('returnDocuments')
      return c.json({
        transactionId: outcome.transactionId,
        results: withIds ? outcome.results : outcome.results.map(({operation}) => ({operation})),
        ...(isSet('returnIds') ? {documentIds: outcome.documentIds} : {}),
      })
    } finally {
      leave()
    }
  })
}

/** A transaction id as a caller may choose it; anything else throws a `LakeError` 400. */
export function checkTransactionId(id: unknown): string | undefined {
  if (id === undefined || id === null) return undefined
  if (typeof id === 'string' && /^[A-Za-z0-9_-]{1,128}$/.test(id)) return id
  throw toBadRequest(
    `"transactionId" must be 1 to 128 letters, digits, "_" and "-": ${JSON.stringify(id).slice(0, 80)}`,
  )
}
