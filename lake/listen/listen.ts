import type {Store} from '../store/index.ts'
import {listenerGroupsOf, type ListenRequest} from './listener-groups.ts'
import {openPastTransactions} from './past-transactions.ts'
import type {EventStream} from './streams.ts'

export interface ListenOptions extends ListenRequest {
  enableResume: boolean
  lastEventId: string | undefined
}

/**
 * Sends a listener what happens to the documents that its query selects. With an id of the last event it got, it gets what
 * it has missed first (`welcomeback`), or `reset` when that place is not known any more.
 * @returns the way to end it
 */
export function listen(store: Store, options: ListenOptions, stream: EventStream): () => void {
  const {enableResume, lastEventId, ...request} = options
  // A query that cannot be evaluated is told before the stream opens.
  const group = listenerGroupsOf(store).find(request)
  const listenerName = Math.random().toString(36).slice(2)
  const lastTransaction = lastEventId?.split('#')[0]
  if (!enableResume || !lastTransaction) {
    stream.send('welcome', {listenerName})
  } else {
    const missed = openPastTransactions(store, lastTransaction)
    if (missed) {
      stream.send('welcomeback', {listenerName})
      for (const transaction of missed) for (const frame of group.toFrames(transaction)) stream.write(frame)
    } else {
      stream.send('reset', {listenerName})
    }
  }
  return group.join(stream)
}
