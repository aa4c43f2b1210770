import {expect, test} from 'vitest'
import {checkPlannerLaw} from './check-planner-law.ts'

// `node bench/planner-law.ts` asks 100,000.
test('the planner never changes an answer', () => {
  expect(() => checkPlannerLaw(2000)).not.toThrow()
}, 120_000)
