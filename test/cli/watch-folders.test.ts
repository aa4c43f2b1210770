import {existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, it, onTestFinished} from 'vitest'
import {makeArticle} from '../../bench/make-article.ts'
import type {Dataset} from '../../cli/dataset/dataset.ts'
import {openEmbeddedDataset} from '../../cli/dataset/embedded-dataset.ts'
import {openParsePool} from '../../cli/import/parse-pool.ts'
import {watchFolders, type WatchOptions} from '../../cli/watch/watch-folders.ts'
import {createWatchLog} from '../../cli/watch/watch-log.ts'
import {makeFolder} from './run-newsroom.ts'

let folder = ''
let remove = () => {}
beforeEach(() => {
  ;({folder, remove} = makeFolder())
  mkdirSync(path.join(folder, 'wire'))
})
afterEach(() => remove())

const wire = (...names: string[]) => path.join(folder, 'wire', ...names)
const put = (name: string, seed: number) => writeFileSync(wire(name), makeArticle(seed, 1500).text)
const list = (where: string) => (existsSync(wire(where)) ? readdirSync(wire(where)).sort() : [])
const open = async () => openEmbeddedDataset(path.join(folder, 'data'), 'production')

interface Event {
  event: string
  file?: string
  tryAgainInMs?: number
}

/** Watches until nothing is left to do. The clock that is never set goes on by `tickMs` at each look. */
async function watch(options: Partial<WatchOptions> = {}, tickMs = 100): Promise<Event[]> {
  const events: Event[] = []
  let elapsed = 0
  const now = options.now ?? (() => new Date('2026-05-01T00:00:00Z'))
  const elapsedMs = () => (elapsed += tickMs)
  await watchFolders({
    folders: [wire()],
    open,
    intervalMs: 1,
    settleMs: 0,
    now,
    elapsedMs,
    log: createWatchLog((line) => events.push(JSON.parse(line) as Event), now, elapsedMs),
    signal: new AbortController().signal,
    once: true,
    ...options,
  })
  return events
}

/** A dataset of which one part is another's. */
const opening = (change: (dataset: Dataset) => Partial<Dataset>) => async (): Promise<Dataset> => {
  const dataset = await open()
  return {...dataset, ...change(dataset)}
}

async function countArticles(): Promise<number> {
  const dataset = await open()
  const count = (await dataset.fetch('count(*[_type == "article"])', {}, 'raw')) as number
  await dataset.close()
  return count
}

describe('a watched folder', () => {
  it('puts a file that ends its reader with the failed ones, and goes on with the others', async () => {
    const pool = openParsePool({threads: 1, program: new URL('./crashing-worker.ts', import.meta.url)})
    onTestFinished(() => pool.close())
    put('a.txt', 1)
    put('crash.txt', 2)
    put('z.txt', 3)
    const events = await watch({pool})
    expect(
      events
        .map(({event, file}) => `${event} ${path.basename(file ?? '')}`)
        .sort()
        .slice(0, 3),
    ).toEqual(['failed crash.txt', 'metrics ', 'written a.txt'])
    expect(list('done')).toEqual(['a.txt', 'z.txt'])
    expect(list('failed')).toContain('crash.txt')
    expect(await countArticles()).toBe(2)
    expect((await watch({pool})).filter(({event}) => event === 'failed')).toEqual([])
  })

  it('puts an archive that it reads in slices away once all of them are stored', async () => {
    const post = (id: number) =>
      `<item><title>Boats ${id}</title><guid>https://harbour.example/?p=${id}</guid><content:encoded><![CDATA[${'<p>The boats lay in the basin.</p>'.repeat(4000)}]]></content:encoded><wp:post_id>${id}</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>`
    writeFileSync(
      wire('export.xml'),
      `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Harbour</title>${[1, 2, 3].map(post).join(' '.repeat(8 * 1024 * 1024))}</channel></rss>`,
    )
    const events = await watch()
    expect(events.map(({event, file}) => `${event} ${path.basename(file ?? '')}`).slice(0, -1)).toEqual([
      'written export.xml#1',
      'written export.xml#2',
      'written export.xml#3',
    ])
    expect(list('done')).toEqual(['export.xml'])
    expect(await countArticles()).toBe(3)
  })

  it('takes a file that has settled whatever the time of day does meanwhile, and none before', async () => {
    for (const jumpMs of [-3_600_000, 3_600_000]) {
      put('story.txt', 1)
      let time = Date.parse('2026-05-01T00:00:00Z')
      let looks = 0
      const events = await watch({
        settleMs: 2000,
        now: () => new Date((time += jumpMs)),
        open: async () => {
          looks++
          return open()
        },
      })
      expect(events.map(({event}) => event).slice(0, -1)).toEqual([jumpMs < 0 ? 'written' : 'unchanged'])
      expect(looks).toBe(1)
    }
  })

  it('keeps a file that was written anew while it was imported, and takes it once more', async () => {
    put('story.txt', 1)
    let isWritten = false
    const events = await watch({
      open: opening((dataset) => ({
        commit: async (...transaction) => {
          await dataset.commit(...transaction)
          if (!isWritten) put('story.txt', 2)
          isWritten = true
        },
      })),
    })
    expect(events.map(({event}) => event)).toEqual(['written', 'changed', 'written', 'metrics'])
    expect(list('done')).toEqual(['story.txt'])
    expect(await countArticles()).toBe(2)
  })

  it('waits for a dataset that is not there or whose disk is full, longer each time, and drops nothing', async () => {
    put('one.txt', 1)
    put('two.txt', 2)
    let opened = 0
    let refused = 0
    const events = await watch({
      open: async () => {
        opened++
        if (opened === 1) throw Object.assign(new Error('connect'), {code: 'ECONNREFUSED'})
        return opening((dataset) => ({
          commit: async (...transaction) => {
            refused++
            if (refused === 1) throw Object.assign(new Error('no room left on the disk'), {status: 507})
            await dataset.commit(...transaction)
          },
        }))()
      },
    })
    const waits = events.filter(({event}) => event === 'unavailable')
    expect(waits.map(({tryAgainInMs}) => tryAgainInMs)).toEqual([500, 1000])
    expect(list('done')).toEqual(['one.txt', 'two.txt'])
    expect(list('failed')).toEqual([])
    expect(await countArticles()).toBe(2)
  })

  it('that lets nothing be put away says so once, and imports nothing twice', async () => {
    put('one.txt', 1)
    writeFileSync(path.join(folder, 'a-file'), '')
    symlinkSync(path.join(folder, 'a-file'), wire('done'))
    const stop = new AbortController()
    let looks = 0
    const events = await watch({
      once: false,
      signal: stop.signal,
      now: () => {
        looks++
        return new Date('2026-05-01T00:00:00Z')
      },
      elapsedMs: () => {
        looks++
        if (looks === 60) rmSync(wire('done'))
        if (looks === 120) stop.abort()
        return looks
      },
    })
    expect(events.filter(({event, file}) => event !== 'metrics' && file?.endsWith('one.txt'))).toMatchObject([
      {event: 'written'},
      {event: 'stuck'},
    ])
    expect(list('done')).toEqual(['one.txt'])
  })

  it('lets a lake start on the data folder when nothing has come for a while', async () => {
    put('one.txt', 1)
    const stop = new AbortController()
    let other: Dataset | undefined
    let looks = 0
    await watch({
      once: false,
      signal: stop.signal,
      elapsedMs: () => {
        looks++
        if (looks === 200) stop.abort()
        return looks * 100
      },
      open: opening((dataset) => ({
        close: async () => {
          await dataset.close()
          other ??= await open()
        },
      })),
    })
    expect(looks).toBe(200)
    await other?.close()
    expect(other).toBeDefined()
  })
})
