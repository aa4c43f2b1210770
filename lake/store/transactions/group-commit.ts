import type {DatabaseSync} from 'node:sqlite'
import {LakeError} from '../lake-error.ts'
import type {WalSync} from './wal-sync.ts'

/** Something to write. `Outcome` is what it gives once it is written. */
export interface Job<Outcome> {
  /**
   * Works out what to write, and returns what writes it within a transaction of the database that may hold other jobs. What either throws
   * takes back this job's writes only.
   */
  prepare(): () => Outcome
  /** Whether it must be worked out before the transaction begins, and have it to itself. */
  isAlone: boolean
}

export interface GroupCommitOptions<Outcome> {
  database: DatabaseSync
  wal: WalSync
  /** Called after writes of a job, or of all, were taken back. */
  onTakenBack: () => void
  /** Called when jobs are committed, in order: whoever reads now sees them. They may not be on the disk yet. */
  onCommitted: (outcomes: Outcome[]) => void
  /** Called when jobs are on the disk, in order. */
  onDurable: (outcomes: Outcome[]) => void
}

export interface GroupCommit<Outcome> {
  /** Writes at once; when it returns it is on the disk. */
  writeNow(job: Job<Outcome>): Outcome
  /** Writes together with what else arrives in this turn. Resolves when it is on the disk. */
  write(job: Job<Outcome>): Promise<Outcome>
  /** Puts on the disk what is committed and refuses what is not. */
  close(): void
}

interface Waiting<Outcome> {
  job: Job<Outcome>
  resolve: (outcome: Outcome) => void
  reject: (error: unknown) => void
}

interface Written<Outcome> {
  waiting: Waiting<Outcome>
  outcome: Outcome
}

/**
 * Commits many jobs together and syncs the disk once for all of them, while the next ones are being written already. Each job stands or falls
 * by itself and is answered only when it is on the disk; the order of the disk is the order of the answers. When the disk fails, nothing
 * that was committed can be relied on any more, so that all further writes are refused until the database is opened anew.
 */
export function openGroupCommit<Outcome>(options: GroupCommitOptions<Outcome>): GroupCommit<Outcome> {
  const {database, wal, onTakenBack, onCommitted, onDurable} = options
  const beginTogether = database.prepare('begin immediate')
  const commitTogether = database.prepare('commit')
  const begin = database.prepare('savepoint job')
  const takeBack = database.prepare('rollback to job')
  const end = database.prepare('release job')
  const queue: Waiting<Outcome>[] = []
  let committed: Written<Outcome>[] = []
  let settledCount = 0
  let isScheduled = false
  let failure: LakeError | undefined

  const check = () => {
    if (failure) throw failure
  }

  /** Tells of what has come to the disk: so many of those that are committed. */
  const settle = (count: number) => {
    if (count <= 0) return
    const durable = committed.slice(0, count)
    committed = committed.slice(count)
    settledCount += durable.length
    onDurable(durable.map(({outcome}) => outcome))
    for (const {waiting, outcome} of durable) waiting.resolve(outcome)
  }
  const fail = (cause: unknown) => {
    failure = new LakeError({
      status: 503,
      type: 'diskFailed',
      description: `The disk did not take what was written (${cause instanceof Error ? cause.message : String(cause)}). Nothing more is written until the lake is started again; look after the disk first.`,
      cause,
    })
    for (const {waiting} of committed) waiting.reject(failure)
    committed = []
    for (const {reject} of queue.splice(0)) reject(failure)
  }

  const syncSoon = () => {
    const upTo = settledCount + committed.length
    wal.soon().then(
      () => settle(upTo - settledCount),
      (cause: unknown) => fail(cause),
    )
  }

  const syncNow = () => {
    try {
      wal.now()
    } catch (cause) {
      fail(cause)
      return
    }
    settle(committed.length)
  }

  const inTransaction = (write: () => void) => {
    beginTogether.run()
    try {
      write()
      commitTogether.run()
    } catch (cause) {
      // A full disk may have rolled back by itself.
      if (database.isTransaction) database.exec('rollback')
      onTakenBack()
      throw cause
    }
  }

  const writeTogether = (group: Waiting<Outcome>[]) => {
    const written: Written<Outcome>[] = []
    try {
      inTransaction(() => {
        for (const waiting of group) {
          const outcome = writeWithin(waiting)
          if (outcome) written.push({waiting, ...outcome})
        }
      })
    } catch (cause) {
      for (const {reject} of group) reject(cause)
      return
    }
    committed.push(...written)
    onCommitted(written.map(({outcome}) => outcome))
  }

  const writeWithin = ({job, reject}: Waiting<Outcome>): {outcome: Outcome} | undefined => {
    let write: () => Outcome
    try {
      write = job.prepare()
    } catch (cause) {
      reject(cause)
      return undefined
    }
    begin.run()
    try {
      const outcome = write()
      end.run()
      return {outcome}
    } catch (cause) {
      if (!database.isTransaction) throw cause
      takeBack.run()
      end.run()
      onTakenBack()
      reject(cause)
      return undefined
    }
  }

  const writeAlone = (waiting: Waiting<Outcome>) => {
    try {
      const outcome = runAlone(waiting.job)
      committed.push({waiting, outcome})
      onCommitted([outcome])
    } catch (cause) {
      waiting.reject(cause)
    }
  }

  const runAlone = (job: Job<Outcome>): Outcome => {
    const write = job.prepare()
    let outcome: Outcome
    inTransaction(() => {
      outcome = write()
    })
    return outcome!
  }

  const run = () => {
    isScheduled = false
    if (queue.length === 0) return
    // The disk is synced below, in another thread: the commit itself must not wait for it.
    database.exec('pragma synchronous = normal')
    try {
      let group: Waiting<Outcome>[] = []
      const flush = () => {
        if (group.length > 0) writeTogether(group)
        group = []
      }
      for (const waiting of queue.splice(0)) {
        if (!waiting.job.isAlone) {
          group.push(waiting)
          continue
        }
        flush()
        writeAlone(waiting)
      }
      flush()
    } finally {
      database.exec('pragma synchronous = full')
    }
    if (committed.length === 0) return
    if (committed.length === 1 && wal.isQuick()) syncNow()
    else syncSoon()
  }

  return {
    writeNow: (job) => {
      check()
      const outcome = runAlone(job)
      onCommitted([outcome])
      if (committed.length > 0) {
        // A commit that changed nothing syncs nothing.
        wal.now()
        settle(committed.length)
      }
      onDurable([outcome])
      return outcome
    },
    write: (job) =>
      new Promise((resolve, reject) => {
        check()
        queue.push({job, resolve, reject})
        if (isScheduled) return
        isScheduled = true
        setImmediate(run)
      }),
    close: () => {
      if (committed.length > 0) syncNow()
      failure ??= new LakeError({status: 503, type: 'storeClosed', description: 'The lake is closed'})
      for (const {reject} of queue.splice(0)) reject(failure)
      wal.close()
    },
  }
}
