import {afterEach, beforeEach, expect, it, vi} from 'vitest'
import {askWhileChanging} from '../../../plugins/newsroom/live/ask-while-changing.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function open(tookMs: number) {
  const answers: unknown[] = []
  let asked = 0
  const asking = askWhileChanging(
    () => new Promise<number>((resolve) => setTimeout(resolve, tookMs, ++asked)),
    (answer) => answers.push(answer?.value),
  )
  return {asking, answers, asked: () => asked}
}

it('asks at once, and once more for all that changes meanwhile', async () => {
  const {asking, answers, asked} = open(10)
  asking.note()
  await vi.advanceTimersByTimeAsync(5)
  expect(asked()).toBe(1)
  for (let change = 0; change < 100; change++) asking.note()
  await vi.advanceTimersByTimeAsync(900)
  expect(answers).toEqual([1])
  await vi.advanceTimersByTimeAsync(200)
  expect(answers).toEqual([1, 2])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked()).toBe(2)
})

it('rests nine times as long as an answer took', async () => {
  const {asking, asked} = open(2000)
  const changing = setInterval(asking.note, 100)
  await vi.advanceTimersByTimeAsync(60_000)
  clearInterval(changing)
  expect(asked()).toBe(3)
  asking.stop()
})

it('tells of no answer when one failed, and goes on', async () => {
  const answers: unknown[] = []
  let asked = 0
  const asking = askWhileChanging(
    () => (++asked === 1 ? Promise.reject(new Error('down')) : Promise.resolve('up')),
    (answer) => answers.push(answer?.value),
  )
  asking.note()
  await vi.advanceTimersByTimeAsync(10)
  asking.note()
  await vi.advanceTimersByTimeAsync(2000)
  expect(answers).toEqual([undefined, 'up'])
})

it('says nothing once it was stopped', async () => {
  const {asking, answers} = open(10)
  asking.note()
  await vi.advanceTimersByTimeAsync(5)
  asking.stop()
  asking.note()
  await vi.advanceTimersByTimeAsync(5000)
  expect(answers).toEqual([])
})
