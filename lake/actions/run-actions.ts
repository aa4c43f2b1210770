import {LakeError, type Store, type TransactOptions} from '../store/index.ts'
import {planActions, type Action} from './plan-actions.ts'

/** Runs actions as one transaction. A failure is told as the hosted lake tells it: an `actionError` with the place of the action. */
export function runActions(
  store: Store,
  actions: readonly Action[],
  options: Pick<TransactOptions, 'transactionId' | 'identity' | 'dryRun'>,
): {transactionId: string} {
  let current = 0
  try {
    const {transactionId} = store.transact(
      (read) => planActions(actions, read, (index) => (current = index)),
      options,
    )
    return {transactionId}
  } catch (error) {
    if (!(error instanceof LakeError) || error.type.startsWith('dataFolder') || error.type === 'diskFull')
      throw error
    // What a mutation of the action failed on is what the action failed on.
    const inner = error.items?.[0]?.error ?? {
      ...error.details,
      type: error.type,
      description: error.description,
    }
    throw new LakeError({
      status: error.status,
      type: 'actionError',
      description: `The action(s) failed: ${inner.description}`,
      items: [{index: current, error: inner}],
      cause: error,
    })
  }
}
