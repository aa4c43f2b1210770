import {LakeError, type Store, type TransactOptions} from '../store/index.ts'
import type {Action} from './action.ts'
import {planActions} from './plan-actions.ts'

export interface RunActionsOptions extends Pick<TransactOptions, 'transactionId' | 'identity' | 'dryRun'> {
  now: Date
}

/**
 * Runs actions as one transaction; items of arrays get keys where they have none. A failure is told as the hosted lake tells it: an
 * `actionError` with the place of the action.
 */
export function runActions(
  store: Store,
  actions: readonly Action[],
  {now, ...options}: RunActionsOptions,
): {transactionId: string} {
  let current = 0
  const {idsUnder, history} = store
  try {
    const {transactionId} = store.transact(
      (read) =>
        planActions(
          actions,
          {read, idsUnder, lastDocument: history.lastDocument, now},
          (index) => (current = index),
        ),
      {...options, autoGenerateArrayKeys: true},
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
