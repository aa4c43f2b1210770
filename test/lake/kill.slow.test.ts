import {expect, test} from 'vitest'
import {killLake} from '../../bench/lake-kill.ts'

test('a lake that is killed at random moments under four writers loses nothing that it acknowledged', async () => {
  const report = await killLake(8)
  expect(report).toMatchObject({
    lost: 0,
    halfApplied: 0,
    appliedTwice: 0,
    integrity: 'ok',
    unheard: 0,
    reset: 0,
  })
  expect(report.acknowledged).toBeGreaterThan(8)
  expect(report.resumed).toBeGreaterThan(0)
})
