/** The rest between two answers, in milliseconds, however quick they are. */
const restMs = 1000
/** The rest after an answer, in times of what it took: however large the dataset, a tenth of the lake's time is asked for. */
const restTimes = 9

/**
 * Asks again and again while things change, one question at a time. `note` says that something has changed, and asks at once when there
 * has been rest enough, else as soon as there has; `tell` gets each answer, and undefined in place of one that failed.
 */
export function askWhileChanging<Answer>(
  ask: () => Promise<Answer>,
  tell: (answer: {value: Answer} | undefined) => void,
): {note: () => void; stop: () => void} {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isAsking = false
  let isStale = false
  let isOver = false
  let restedAt = 0

  const note = () => {
    isStale = true
    if (isOver || isAsking || timer !== undefined) return
    timer = setTimeout(() => void answer(), Math.max(0, restedAt - performance.now()))
  }
  const answer = async () => {
    timer = undefined
    isAsking = true
    isStale = false
    const startedAt = performance.now()
    const answered = await ask().then(
      (value) => ({value}),
      () => undefined,
    )
    const endedAt = performance.now()
    restedAt = endedAt + Math.max(restMs, (endedAt - startedAt) * restTimes)
    isAsking = false
    if (isOver) return
    tell(answered)
    if (isStale) note()
  }
  return {
    note,
    stop: () => {
      isOver = true
      clearTimeout(timer)
    },
  }
}
