import {spawn, type ChildProcess} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'

/**
 * Kills a lake (SIGKILL) at random moments under four writers, starts it again on the same folder each time, and counts what was lost.
 *
 * `node bench/lake-kill.ts [kills, default 200]`
 */
export interface KillReport {
  kills: number
  acknowledged: number
  /** Acknowledged transactions that are not in the lake, or not all of whose documents are. */
  lost: number
  /** Transactions of which one document is there and another is not. */
  halfApplied: number
  /** Sent again after a kill, under the same id: applied once. */
  appliedTwice: number
  integrity: string
  /** Connections after which the listener was resumed, reset, or neither. */
  resumed: number
  reset: number
  /** Acknowledged transactions that the listener was never told of, nor read when it was told to read anew. */
  unheard: number
  seconds: number
}

const writers = 4
const serve = path.join(import.meta.dirname, '../test/studio/serve.ts')

export async function killLake(kills: number, maxDelayMs = 400): Promise<KillReport> {
  const started = performance.now()
  const data = mkdtempSync(path.join(tmpdir(), 'lake-kill-'))
  let lake = await start(data, 0)
  const {address} = lake
  const port = Number(new URL(address).port)
  const acknowledged = new Map<string, {writer: number; n: number}>()
  const heard = new Set<string>()
  const state = {isDone: false, resumed: 0, reset: 0}

  const post = async (transactionId: string, mutations: object[]) => {
    const response = await fetch(`${address}/v1/data/mutate/production`, {
      method: 'POST',
      body: JSON.stringify({transactionId, mutations}),
      signal: AbortSignal.timeout(5000),
    })
    if (!response.ok) throw new Error(await response.text())
    await response.arrayBuffer()
  }
  const write = async (writer: number) => {
    for (let n = 0; !state.isDone; n++) {
      const id = `w${writer}-${n}`
      // Two documents and a counter in one transaction: half of it would show.
      const mutations = [
        {create: {_id: `${id}-a`, _type: 'pair', text: 'x'.repeat(500)}},
        {create: {_id: `${id}-b`, _type: 'pair'}},
        {createIfNotExists: {_id: `counter-${writer}`, _type: 'counter', n: 0}},
        {patch: {id: `counter-${writer}`, inc: {n: 1}}},
      ]
      for (;;) {
        try {
          await post(id, mutations)
          acknowledged.set(id, {writer, n})
          break
        } catch {
          // Not acknowledged: it may be stored or not. Sent again under its id until it is.
          await new Promise((resolve) => setTimeout(resolve, 10))
        }
      }
    }
  }
  const listening = listen(address, heard, state)
  const writing = Array.from({length: writers}, (_, writer) => write(writer))
  for (let kill = 0; kill < kills; kill++) {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * maxDelayMs))
    await end(lake.child, 'SIGKILL')
    lake = await start(data, port)
  }
  state.isDone = true
  await Promise.all(writing)
  const isUnheard = () => [...acknowledged.keys()].some((id) => !heard.has(id))
  for (let waits = 0; waits < 1000 && isUnheard(); waits++)
    await new Promise((resolve) => setTimeout(resolve, 10))
  await end(lake.child, 'SIGTERM')
  await listening

  const database = new DatabaseSync(path.join(data, 'production.sqlite'))
  const integrity = Object.values(database.prepare('pragma integrity_check').get()!)[0] as string
  const has = database.prepare('select 1 from documents where id = ?')
  const isThere = (id: string) => has.get(id) !== undefined
  let [lost, halfApplied] = [0, 0]
  for (const id of acknowledged.keys()) {
    const [a, b] = [isThere(`${id}-a`), isThere(`${id}-b`)]
    if (a !== b) halfApplied++
    if (!a || !b) lost++
  }
  const counters = database.prepare("select content from documents where type = 'counter'").all() as {
    content: string
  }[]
  const counted = counters.reduce((sum, row) => sum + (JSON.parse(row.content) as {n: number}).n, 0)
  database.close()
  rmSync(data, {recursive: true, force: true})
  const unheard = [...acknowledged.keys()].filter((id) => !heard.has(id)).length
  return {
    kills,
    acknowledged: acknowledged.size,
    lost,
    halfApplied,
    appliedTwice: counted - acknowledged.size,
    integrity,
    resumed: state.resumed,
    reset: state.reset,
    unheard,
    seconds: Math.round((performance.now() - started) / 100) / 10,
  }
}

/** Listens as `@sanity/client` does: comes back with the id of the last event it got. */
async function listen(
  address: string,
  heard: Set<string>,
  state: {isDone: boolean; resumed: number; reset: number},
): Promise<void> {
  const url = `${address}/v1/data/listen/production?query=*[_type=="pair"]&enableResume=true&includeResult=false`
  let lastEventId = ''
  for (;;) {
    try {
      const response = await fetch(url, lastEventId ? {headers: {'last-event-id': lastEventId}} : {})
      let rest = ''
      for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
        const parts = (rest + chunk).split('\n\n')
        rest = parts.pop()!
        for (const part of parts) {
          if (part.includes('event: welcomeback')) state.resumed++
          if (part.includes('event: reset')) state.reset++
          // Both say that what was before is not told: a client reads anew.
          if (/event: (welcome|reset)\n/.test(part)) for (const id of await readAnew(address)) heard.add(id)
          const id = /^id: (.+)$/m.exec(part)?.[1]
          if (!id) continue
          lastEventId = id
          heard.add(id.split('#')[0]!)
        }
      }
      if (state.isDone) return
    } catch {
      if (state.isDone) return
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
}

async function readAnew(address: string): Promise<string[]> {
  const response = await fetch(`${address}/v1/data/query/production?query=*[_type=="pair"]._id`)
  const {result} = (await response.json()) as {result: string[]}
  return result.map((id) => id.replace(/-[ab]$/, ''))
}

async function start(data: string, port: number): Promise<{child: ChildProcess; address: string}> {
  const child = spawn(process.execPath, [serve, data, String(port)], {stdio: ['pipe', 'pipe', 'inherit']})
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()))
    child.once('exit', (code) => reject(new Error(`The lake ended with ${code} before it was up`)))
  })
  return {child, address}
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(`${JSON.stringify(await killLake(Number(process.argv[2] ?? 200)), undefined, 2)}\n`)
}
