import {LakeError, type MutationPlan, type Store, type TransactOptions} from '../store/index.ts'
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
  options: RunActionsOptions,
): {transactionId: string} {
  const {plan, settings, toError} = prepare(store, actions, options)
  try {
    const {transactionId} = store.transact(plan, settings)
    return {transactionId}
  } catch (error) {
    throw toError(error)
  }
}

/** As `runActions`, sharing the disk's turn with what else arrives. */
export async function submitActions(
  store: Store,
  actions: readonly Action[],
  options: RunActionsOptions,
): Promise<{transactionId: string}> {
  const {plan, settings, toError} = prepare(store, actions, options)
  try {
    const {transactionId} = await store.submit(plan, settings)
    return {transactionId}
  } catch (error) {
    throw toError(error)
  }
}

function prepare(store: Store, actions: readonly Action[], {now, ...options}: RunActionsOptions) {
  let current = 0
  const {idsUnder, history} = store
  const plan: MutationPlan = (read) =>
    planActions(
      actions,
      {read, idsUnder, lastDocument: history.lastDocument, now},
      (index) => (current = index),
    )
  return {
    plan,
    settings: {...options, autoGenerateArrayKeys: true},
    toError: (error: unknown) => toActionError(error, current),
  }
}

function toActionError(error: unknown, index: number): unknown {
  if (!(error instanceof LakeError) || storageErrors.test(error.type)) return error
  // What a mutation of the action failed on is what the action failed on.
  const inner = error.items?.[0]?.error ?? {
    ...error.details,
    type: error.type,
    description: error.description,
  }
  return new LakeError({
    status: error.status,
    type: 'actionError',
    description: `The action(s) failed: ${inner.description}`,
    items: [{index, error: inner}],
    cause: error,
  })
}

const storageErrors = /^(dataFolder|diskF|storeClosed)/
