import {LakeError, type Store, type StoredDocument} from '../store/index.ts'
import {isDue} from './release-actions.ts'
import {runActions} from './run-actions.ts'

/** Looked at again at least so often: a clock may be set, and a machine may sleep. */
const maxWaitMs = 60_000

/**
 * Publishes scheduled releases when their time comes; those whose time came while the lake was not running, at once. A release that
 * cannot be published becomes active again, with what was wrong in its `error`.
 * @returns the way to stop it
 */
export function keepReleaseSchedule(store: Store, now: () => Date): () => void {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  const look = () => {
    clearTimeout(timer)
    if (isStopped) return
    let waitMs: number | undefined
    try {
      for (const release of scheduled()) if (isDue(release, now())) publish(release)
      const times = scheduled().map((release) => Date.parse(String(release['publishAt'])))
      if (times.length > 0) waitMs = Math.max(0, Math.min(...times) - now().getTime())
    } catch (error) {
      // Such as a full disk: it is looked at again, and the lake goes on.
      process.stderr.write(`newsroom lake: a scheduled release waits: ${(error as Error).message}\n`)
      waitMs = maxWaitMs
    }
    if (waitMs === undefined) return
    timer = setTimeout(look, Math.min(maxWaitMs, waitMs))
    timer.unref()
  }

  const scheduled = () =>
    store.getDocumentsOfType('system.release').filter((release) => release['state'] === 'scheduled')

  const publish = (release: StoredDocument) => {
    const action = {actionType: 'sanity.action.release.publish', releaseId: String(release['name'])}
    try {
      runActions(store, [action], {identity: 'lake', now: now()})
    } catch (error) {
      if (!(error instanceof LakeError) || error.status >= 500) throw error
      const set = {state: 'active', error: {message: error.description}}
      store.transact([{patch: {id: release._id, set, unset: ['publishAt']}}], {identity: 'lake'})
    }
  }

  const stopHearing = store.onTransaction(({changes}) => {
    // Not within the transaction that scheduled it: its listeners are being told.
    if (changes.some(({documentId}) => documentId.startsWith('_.releases.'))) setImmediate(look)
  })
  look()
  return () => {
    isStopped = true
    stopHearing()
    clearTimeout(timer)
  }
}
