import {describe, expect, it} from 'vitest'
import {RevisionConflict} from '../../cli/dataset/dataset.ts'
import {createSender} from '../../cli/dataset/send-again.ts'

/** A clock that only waiting moves. */
function openSender(mutationsPerSecond?: number) {
  let time = 0
  const sender = createSender({
    ...(mutationsPerSecond === undefined ? {} : {mutationsPerSecond}),
    wait: async (ms) => void (time += ms),
    now: () => time,
  })
  return {sender, now: () => time}
}

const refusal = (statusCode?: number, retryAfter?: string) =>
  Object.assign(
    new Error(`status ${statusCode}`),
    statusCode === undefined ? {code: 'ECONNRESET'} : {statusCode},
    retryAfter === undefined ? {} : {response: {headers: {'retry-after': retryAfter}}},
  )

/** A request that fails with each of `errors` in turn and then gives `done`. */
function failing(errors: Error[], now: () => number): {request: () => Promise<string>; times: number[]} {
  const times: number[] = []
  return {
    times,
    request: async () => {
      times.push(now())
      const error = errors.shift()
      if (error) throw error
      return 'done'
    },
  }
}

describe('a request to a dataset', () => {
  it('that meets a limit is sent again when Retry-After says, in seconds or as a date', async () => {
    const {sender, now} = openSender()
    const soon = new Date(Date.now() + 90_000).toUTCString()
    const {request, times} = failing([refusal(429, '7'), refusal(429, soon)], now)
    expect(await sender.read(request)).toBe('done')
    expect(times[1]).toBe(7000)
    expect(times[2]! - times[1]!).toBeGreaterThan(85_000)
    expect(times[2]! - times[1]!).toBeLessThanOrEqual(90_000)
  })

  it('that meets a limit holds back all others until then', async () => {
    const {sender, now} = openSender()
    const limited = failing([refusal(429, '30')], now)
    const other = failing([], now)
    const first = sender.read(limited.request)
    await Promise.resolve()
    await Promise.all([first, sender.mutate(other.request, async () => false)])
    expect(other.times[0]).toBeGreaterThanOrEqual(30_000)
  })

  it('waits out limits for ten minutes, and other faults eight times, longer each time', async () => {
    const {sender, now} = openSender()
    const storm = failing(
      Array.from({length: 1000}, () => refusal(429)),
      now,
    )
    await expect(sender.read(storm.request)).rejects.toThrow('status 429')
    expect(now()).toBeGreaterThan(600_000)
    const broken = failing(
      Array.from({length: 9}, () => refusal(503)),
      now,
    )
    await expect(sender.read(broken.request)).rejects.toThrow('status 503')
    expect(broken.times).toHaveLength(8)
  })

  it('that is refused is not sent again', async () => {
    const {sender, now} = openSender()
    for (const error of [refusal(400), refusal(413), new RevisionConflict('changed meanwhile')]) {
      const {request, times} = failing([error], now)
      await expect(sender.read(request)).rejects.toThrow(error)
      expect(times).toHaveLength(1)
    }
  })

  it('whose answer was lost is looked up, and not sent again when it was done', async () => {
    const {sender, now} = openSender()
    const {request, times} = failing([refusal(), refusal(502)], now)
    const answers = [false, true]
    expect(await sender.mutate(request, async () => answers.shift() ?? false)).toBeUndefined()
    expect(times).toHaveLength(2)
  })

  it('is one of so many mutations a second', async () => {
    const {sender, now} = openSender(25)
    const {request, times} = failing([], now)
    for (let n = 0; n < 51; n++) await sender.mutate(request, async () => false)
    expect(times.at(-1)).toBe(2000)
  })
})
