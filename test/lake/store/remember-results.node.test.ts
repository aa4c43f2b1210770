import {expect, test} from 'vitest'
import {rememberResults} from '../../../lake/store/query/remember-results.ts'

/** Takes as long as a query that is worth remembering. */
function work(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end;);
}

test('what took long is answered from memory until a document changes; what was quick is asked again', async () => {
  const remembered = rememberResults()
  const asked: string[] = []
  const ask = (key: string, ms: number) =>
    remembered.recall(key, async () => {
      asked.push(key)
      work(ms)
      return asked.length
    })
  expect(await ask('slow', 15)).toBe(1)
  expect(await ask('slow', 15)).toBe(1)
  expect(await ask('quick', 0)).toBe(2)
  expect(await ask('quick', 0)).toBe(3)
  remembered.forget()
  expect(await ask('slow', 15)).toBe(4)
  expect(asked).toEqual(['slow', 'quick', 'quick', 'slow'])
})

test('a result that a change overtook while it was made is not kept', async () => {
  const remembered = rememberResults()
  let documents = 'old'
  const ask = (change: () => void) =>
    remembered.recall('slow', async () => {
      work(15)
      const result = documents
      change()
      return result
    })
  const overtake = () => {
    documents = 'new'
    remembered.forget()
  }
  expect(await ask(overtake)).toBe('old')
  expect(await ask(() => {})).toBe('new')
})
