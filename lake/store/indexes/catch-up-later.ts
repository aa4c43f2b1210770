/** The wait after a transaction, so that an editor's typing is taken in once and not letter by letter. */
const idleMs = 300
/** What one turn takes in: some 20 ms of work, so that requests are answered in between. */
const documentsAtOnce = 100
/** The wait between two turns. What a turn would not be full of waits like what is new: each turn ends in a piece of the index of its own. */
const pauseMs = 2

interface Laggard {
  behind: () => number
  areFarBehind: (limit: number) => boolean
  catchUp: (limit: number) => void
}

/**
 * Takes into the indexes what they are behind by, a little at a time, while nothing else is to be done. The timers keep no process alive: what
 * is left when it ends is taken in by the next.
 */
export function catchUpLater(indexes: Laggard) {
  let timer: NodeJS.Timeout | undefined
  let holds = 0
  const wait = (ms: number) => {
    timer = setTimeout(turn, ms)
    timer.unref()
  }
  const turn = () => {
    timer = undefined
    try {
      indexes.catchUp(documentsAtOnce)
    } catch {
      // A full disk, say: queries do without the index, and the next transaction tries again.
      return
    }
    if (indexes.areFarBehind(documentsAtOnce)) wait(pauseMs)
    else if (indexes.behind() > 0) wait(idleMs)
  }
  return {
    /** To be called when documents have changed. */
    start(): void {
      if (!timer && holds === 0 && indexes.behind() > 0) wait(idleMs)
    },
    /** While many documents are on their way, nothing is taken in. Returns the way to go on. */
    hold(): () => void {
      holds++
      this.stop()
      return () => {
        holds--
        this.start()
      }
    },
    stop(): void {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
