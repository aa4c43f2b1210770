import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {makeArticle} from '../../bench/make-article.ts'
import {lockFolder} from '../../cli/watch/folder-lock.ts'
import {makeFolder, runNewsroom} from './run-newsroom.ts'

let folder = ''
let remove = () => {}
beforeEach(() => {
  ;({folder, remove} = makeFolder())
  mkdirSync(path.join(folder, 'wire'))
})
afterEach(() => remove())

const watchOnce = (...more: string[]) =>
  runNewsroom(['watch', 'wire', '--once', '--settle', '0', '--interval', '50', ...more], {folder})
const put = (name: string, content: string | Uint8Array) =>
  writeFileSync(path.join(folder, 'wire', name), content)
const list = (where: string) =>
  existsSync(path.join(folder, where))
    ? readdirSync(path.join(folder, where))
        .filter((name) => !name.startsWith('.'))
        .sort()
    : []

async function countCopies(): Promise<number> {
  const {stdout} = await runNewsroom(['query', 'count(*[_type == "wireCopy"])'], {folder})
  return JSON.parse(stdout) as number
}

describe('newsroom watch', () => {
  it('imports what is there, moves it to done/, and what failed to failed/ with a report', async () => {
    put('one.txt', makeArticle(1, 1500).text)
    put('two.txt', makeArticle(2, 1500).text)
    put('empty.txt', '')
    put('growing.txt.part', 'half a sto')
    const {code, stdout} = await watchOnce()
    expect(code).toBe(0)
    expect(list('wire/done')).toEqual(['one.txt', 'two.txt'])
    expect(list('wire/failed')).toEqual(['empty.txt', 'empty.txt.report.json'])
    expect(list('wire').filter((name) => name.endsWith('.part'))).toEqual(['growing.txt.part'])
    const report = JSON.parse(
      readFileSync(path.join(folder, 'wire/failed/empty.txt.report.json'), 'utf8'),
    ) as {messages: string[]}
    expect(report.messages.join(' ')).toMatch(/empty/i)
    const events = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as {event: string; files?: number})
    expect(events.map((line) => line.event)).toEqual([
      'watching',
      expect.any(String),
      expect.any(String),
      expect.any(String),
      'metrics',
    ])
    expect(events.at(-1)).toMatchObject({files: 3, written: 2, failed: 1})
    expect(await countCopies()).toBe(2 + 1)
  }, 60_000)

  it('keeps a name that is taken in done/', async () => {
    put('one.txt', makeArticle(1, 1500).text)
    await watchOnce()
    put('one.txt', makeArticle(2, 1500).text)
    await watchOnce()
    expect(list('wire/done')).toEqual(['one-2.txt', 'one.txt'])
  }, 60_000)

  it('leaves files in place with a ledger, and takes one anew only when it is written anew', async () => {
    put('one.txt', makeArticle(1, 1500).text)
    expect((await watchOnce('--leave')).stdout).toContain('"written"')
    expect(list('wire')).toEqual(['one.txt'])
    expect((await watchOnce('--leave')).stdout).not.toMatch(/"event":"(?:written|unchanged)"/)
    put('one.txt', makeArticle(3, 1500).text)
    expect((await watchOnce('--leave')).stdout).toContain('"written"')
  }, 60_000)

  it('lets one watcher into a folder and all folders in it', async () => {
    mkdirSync(path.join(folder, 'wire/sport'))
    const release = lockFolder(path.join(folder, 'wire'))
    const second = await watchOnce()
    expect(second.code).toBe(3)
    expect(second.stderr).toContain('watched already')
    const inside = await runNewsroom(['watch', 'wire/sport', '--once'], {folder})
    expect(inside.code).toBe(3)
    expect(inside.stderr).toContain('wire, which another process watches')
    release()
    expect((await watchOnce()).code).toBe(0)
  }, 60_000)

  it('finishes what a watcher that was killed left, each item once', async () => {
    for (let index = 0; index < 120; index++) put(`${index}.txt`, makeArticle(index + 1, 1200).text)
    await runNewsroom(['watch', 'wire', '--settle', '0', '--interval', '50'], {
      folder,
      onStart: (kill) =>
        void vi
          .waitUntil(() => list('wire/done').length > 0, {timeout: 60_000, interval: 5})
          .then(() => kill('SIGKILL')),
    })
    expect(list('wire/done').length).toBeLessThanOrEqual(120)
    expect((await watchOnce()).code).toBe(0)
    expect(list('wire/done')).toHaveLength(120)
    expect(await countCopies()).toBe(120)
  }, 120_000)

  it('waits for a file that is still being written', async () => {
    const half = makeArticle(5, 1500).text
    const running = runNewsroom(['watch', 'wire', '--once', '--settle', '600', '--interval', '50'], {
      folder,
      onStart: () => {
        put('slow.txt', half.slice(0, 700))
        renameSync(path.join(folder, 'wire/slow.txt'), path.join(folder, 'wire/slow.txt.tmp'))
        put('slow.txt.tmp', half)
        renameSync(path.join(folder, 'wire/slow.txt.tmp'), path.join(folder, 'wire/slow.txt'))
      },
    })
    await running
    expect(list('wire/done')).toEqual(['slow.txt'])
    const {stdout} = await runNewsroom(['query', '*[_type == "wireCopy"].raw'], {folder})
    expect(JSON.parse(stdout)).toEqual([half])
  }, 60_000)
})
