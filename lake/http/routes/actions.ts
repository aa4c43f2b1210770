import type {Action} from '../../actions/action.ts'
import {submitActions} from '../../actions/run-actions.ts'
import type {LakeApp, LakeContext} from '../context.ts'
import {readJson, toBadRequest} from '../read-body.ts'
import {requireWriter} from '../require-writer.ts'
import {checkTransactionId} from './mutate.ts'

/** `POST /data/actions/:dataset`. */
export function addActionRoutes(app: LakeApp, lake: LakeContext): void {
  app.post('/:version/data/actions/:dataset', async (c) => {
    requireWriter(c.get('user'))
    const leave = lake.limits.enterMutation(c.req.param('dataset'))
    try {
      const store = lake.storeOf(c.req.param('dataset'))
      const body = await readJson(c, lake.limits.maxMutationBytes)
      const {actions} = body
      if (!Array.isArray(actions) || actions.length === 0)
        throw toBadRequest('"actions" must be an array with actions')
      return c.json(
        await submitActions(store, actions as Action[], {
          transactionId: checkTransactionId(body['transactionId']),
          identity: c.get('user').id,
          dryRun: body['dryRun'] === true,
          now: lake.now(),
        }),
      )
    } finally {
      leave()
    }
  })
}
