import {expect, test} from 'vitest'
import {killWatchers} from '../../bench/watch-kill.ts'

test('watchers and a lake that are killed at random moments import each file once, lose none and put each away', async () => {
  expect(await killWatchers(240, 6, 2000)).toMatchObject({
    lost: 0,
    importedTwice: 0,
    articlesTwice: 0,
    unknown: 0,
    behind: 0,
    notPutAway: 0,
    notInLedger: 0,
    integrity: 'ok',
  })
})
