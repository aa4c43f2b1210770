import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const text = readFileSync(path.join(root, 'lake/DIFFERENCES.md'), 'utf8')
/** The last cells of the tables' rows. */
const shownBy = text
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:here|---)/.test(line))
  .map((line) =>
    line
      .split(/(?<!\\)\|/)
      .at(-2)!
      .trim(),
  )

const endings = ['.node.test.ts', '.slow.test.ts', '.browser.test.ts', '.test.ts']

function readTest(name: string): string | undefined {
  const files = ['test/lake', 'test'].flatMap((folder) =>
    endings.map((end) => path.join(root, folder, name + end)),
  )
  const file = files.find((candidate) => existsSync(candidate))
  return file && readFileSync(file, 'utf8')
}

test('each difference from the hosted lake names a test that is there, or says that it is left out', () => {
  expect(shownBy.length).toBeGreaterThan(30)
  const unknown: string[] = []
  for (const cell of shownBy) {
    if (cell.startsWith('left out')) continue
    const named = [...cell.matchAll(/`([\w/.-]+)`(?:: ([^;]+))?/g)]
    if (named.length === 0) unknown.push(cell)
    for (const [, name, titles] of named) {
      const file = readTest(name!)
      if (file === undefined) unknown.push(`${name}: no such test`)
      for (const title of titles?.split(/ …(?:, |$)/) ?? []) {
        if (file && !file.includes(title.replaceAll('`', ''))) unknown.push(`${name}: ${title}`)
      }
    }
  }
  expect(unknown).toEqual([])
})
