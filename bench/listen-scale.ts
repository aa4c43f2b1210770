/**
 * `node bench/listen-scale.ts [transactions a second, default 500]`: 200 listeners with filters, over HTTP, while transactions of one document
 * arrive. Prints the events delivered, the delay from the acknowledgment of a transaction to its delivery, and whether every listener got
 * every event it asked for with an unbroken chain of revisions. Then what a transaction costs the lake for 200 listeners, beside
 * running their queries again over 2,000 documents, in process, in turns.
 */
import {get} from 'node:http'
import {listen} from '../lake/listen/listen.ts'
import type {EventStream} from '../lake/listen/streams.ts'
import {openStore} from '../lake/store/index.ts'
import {openPoster, startLakeProcess} from './lake-process.ts'
import {isShort, median, reportRows, toRow} from './rows.ts'

const perSecond = Number(process.argv[2] ?? 500)
const seconds = isShort ? 3 : 10
const documents = 400
const sections = 50

/** As Studio and a site would have them: documents being edited, lists of a type, sections, references, texts. */
function toFilters(): {query: string; wants: (n: number) => boolean}[] {
  return Array.from({length: 200}, (_, n) => {
    if (n < 120) {
      const query = `*[_id == "article-${n}" || _id == "drafts.article-${n}"]`
      return {query, wants: (id: number) => id === n}
    }
    if (n < 160) {
      const section = n - 120
      const query = `*[_type == "article" && section._ref == "section-${section}"]{_id, headline}`
      return {query, wants: (id: number) => id % sections === section}
    }
    if (n < 180) {
      const section = n - 130
      return {
        query: `*[_type == "article" && references("section-${section}")] | order(_updatedAt desc)`,
        wants: (id: number) => id % sections === section,
      }
    }
    if (n < 195) {
      return {
        query: `*[_type == "article" && headline match "story${n}"]`,
        wants: (id: number) => id === n,
      }
    }
    return {query: `*[_type == "article" && !(_id in path("drafts.**"))]`, wants: () => true}
  })
}

const toArticle = (n: number, edit: number) => ({
  _id: `article-${n}`,
  _type: 'article',
  headline: `story${n} takes turn ${edit}`,
  section: {_type: 'reference', _weak: true, _ref: `section-${n % sections}`},
  body: 'The council voted on Tuesday to keep the harbour open. '.repeat(12),
})

async function overHttp(): Promise<void> {
  const lake = await startLakeProcess()
  const poster = openPoster(lake.address, 64)
  try {
    const filters = toFilters()
    const delivered: {transactionId: string; at: number}[] = []
    const revisions = filters.map(() => new Map<string, string>())
    const received = filters.map(() => 0)
    let broken = 0
    const open = filters.map(
      ({query}, listener) =>
        new Promise<() => void>((resolve, reject) => {
          const url = `${lake.address}/v1/data/listen/production?query=${encodeURIComponent(query)}&includeResult=true`
          const request = get(url, {agent: false}, (answer) => {
            let rest = ''
            answer.setEncoding('utf8')
            answer.on('data', (chunk: string) => {
              const at = performance.now()
              const frames = (rest + chunk).split('\n\n')
              rest = frames.pop()!
              for (const frame of frames) {
                if (frame.includes('event: welcome')) resolve(() => request.destroy())
                const data = /^data: (\{.*"mutations".*)$/m.exec(frame)?.[1]
                if (!data) continue
                const event = JSON.parse(data) as Record<string, string>
                const before = revisions[listener]!.get(event['documentId']!)
                if (before !== event['previousRev'] && before !== undefined) broken++
                revisions[listener]!.set(event['documentId']!, event['resultRev']!)
                received[listener]!++
                delivered.push({transactionId: event['transactionId']!, at})
              }
            })
            answer.on('error', () => {})
          })
          request.on('error', reject)
        }),
    )
    const closers = await Promise.all(open)
    const acknowledged = new Map<string, number>()
    const sent: number[] = []
    const writing: Promise<void>[] = []
    const started = performance.now()
    for (let n = 0; n < perSecond * seconds; n++) {
      const dueMs = (n * 1000) / perSecond
      const waitMs = dueMs - (performance.now() - started)
      if (waitMs > 1) await new Promise((resolve) => setTimeout(resolve, waitMs))
      const id = n % documents
      sent.push(id)
      const body = JSON.stringify({transactionId: `t${n}`, mutations: [{createOrReplace: toArticle(id, n)}]})
      writing.push(
        poster
          .post('/v1/data/mutate/production', body)
          .then(() => void acknowledged.set(`t${n}`, performance.now())),
      )
    }
    await Promise.all(writing)
    const written = performance.now() - started
    const expected = filters.map(({wants}) => sent.filter(wants).length)
    const all = expected.reduce((sum, count) => sum + count, 0)
    for (let waits = 0; waits < 500 && delivered.length < all; waits++)
      await new Promise((resolve) => setTimeout(resolve, 10))
    const delays = delivered
      .map(({transactionId, at}) => Math.max(0, at - (acknowledged.get(transactionId) ?? at)))
      .sort((one, other) => one - other)
    const wrong = received.filter((count, listener) => count !== expected[listener]).length
    console.table([
      {
        listeners: filters.length,
        'transactions a second': Math.round((sent.length / written) * 1000),
        'asked for': perSecond,
        'events a second': Math.round((delivered.length / written) * 1000),
        'events delivered': delivered.length,
        'events due': all,
        'listeners with a wrong count': wrong,
        'broken chains': broken,
        'delay p50, ms': Number(delays[delays.length >> 1]?.toFixed(2)),
        'delay p95, ms': Number(delays[Math.floor(delays.length * 0.95)]?.toFixed(2)),
      },
    ])
    if (wrong > 0 || broken > 0) process.exitCode = 1
    for (const close of closers) close()
  } finally {
    poster.close()
    await lake.close()
  }
}

/** The same 200 listeners in process: what one transaction costs, and what asking their queries again would. */
async function inProcess(): Promise<void> {
  const store = openStore({path: ':memory:'})
  const size = 2000
  store.transact(Array.from({length: size}, (_, n) => ({create: toArticle(n, 0)})))
  const filters = toFilters()
  let edit = 1
  const write = (count: number) => {
    const started = performance.now()
    for (let n = 0; n < count; n++) store.transact([{createOrReplace: toArticle(n % documents, edit++)}])
    return (performance.now() - started) / count
  }
  const stream: EventStream = {send: () => {}, write: () => {}, close: () => {}}
  const request = {
    params: {},
    includeResult: true,
    includePreviousRevision: false,
    includeMutations: true,
    includeAllVersions: false,
    withEffects: false,
    enableResume: false,
    lastEventId: undefined,
  }
  const rounds = isShort ? 3 : 7
  const ratios: number[] = []
  const matched: number[] = []
  const again: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const alone = write(300)
    const stops = filters.map(({query}) => listen(store, {...request, query}, stream))
    const heard = write(300)
    for (const stop of stops) stop()
    const started = performance.now()
    for (const {query} of filters) await store.fetch(query)
    const rerun = performance.now() - started
    if (round === 0) continue
    const own = Math.max(0.001, heard - alone)
    matched.push(own)
    again.push(rerun)
    ratios.push(rerun / own)
  }
  store.close()
  reportRows([
    toRow({
      what: 'a transaction told to 200 listeners with filters',
      beside: 'running their queries again (with the planner, 2,000 documents)',
      ratioOf: 'speed',
      mustReach: {atLeast: 20},
      aim: {atLeast: 100},
      ratios,
      detail: `${median(matched).toFixed(3)} ms beside ${median(again).toFixed(1)} ms`,
    }),
  ])
}

await overHttp()
await inProcess()
