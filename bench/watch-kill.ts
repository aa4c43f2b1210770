import {spawn, type ChildProcess} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {makeWireFiles, type WireFile} from './wire-files.ts'

/**
 * Drops mixed files into two folders, one whose files are moved and one whose files stay (`--leave`), each with a watcher of its own, on one data
 * folder served by a lake; kills (SIGKILL) one of the three processes at random moments and starts it again; and counts what became of
 * each file.
 *
 * `node bench/watch-kill.ts [files, default 10000] [kills, default 50]`
 */
export interface WatchKillReport {
  files: number
  kills: {lake: number; moving: number; leaving: number}
  /** Files whose copy is not recorded. */
  lost: number
  /** Copies that more than one transaction wrote. */
  importedTwice: number
  /** Articles made more than once. */
  articlesTwice: number
  /** Copies recorded that no file holds. */
  unknown: number
  /** Stories that are not at their latest version. */
  behind: number
  /** Files that are neither in done/ nor in failed/, in the one that is not theirs, or without a report. */
  notPutAway: number
  /** Files that stay and are not in the ledger, or more than once, or not as what they are. */
  notInLedger: number
  integrity: string
  /** What processes said that ended without being killed: a lake and an embedded dataset wait for each other's folder. */
  ended: string[]
  seconds: number
}

type Name = 'lake' | 'moving' | 'leaving'

const command = path.join(import.meta.dirname, '../cli/main.ts')

export async function killWatchers(files: number, kills: number, everyMs = 4000): Promise<WatchKillReport> {
  const started = performance.now()
  const work = mkdtempSync(path.join(tmpdir(), 'newsroom-watch-kill-'))
  const data = path.join(work, 'data')
  const folders = {moving: path.join(work, 'moving'), leaving: path.join(work, 'leaving')}
  for (const folder of [...Object.values(folders), data]) mkdirSync(folder, {recursive: true})
  const port = await findFreePort()
  const watch = ['--data', data, '--settle', '50', '--interval', '500']
  const processes = {
    lake: keepRunning(['lake', '--data', data, '--port', String(port)]),
    moving: keepRunning(['watch', folders.moving, ...watch]),
    leaving: keepRunning(['watch', folders.leaving, '--leave', ...watch]),
  }
  const all = makeWireFiles(files)
  const half = Math.ceil(files / 2)
  const moved = all.slice(0, half)
  const left = all.slice(half)
  const killed = {lake: 0, moving: 0, leaving: 0}
  try {
    const dropping = drop(moved, folders.moving, left, folders.leaving, (kills * everyMs) / 2)
    for (let kill = 0; kill < kills; kill++) {
      await pause(Math.random() * everyMs * 2)
      const name = (['lake', 'moving', 'leaving'] as const)[kill % 3] as Name
      await processes[name].kill()
      killed[name]++
    }
    await dropping
    const ledger = () => readLedger(data).size
    for (let quiet = 0; quiet < 20; await pause(250)) {
      const isDone = listFiles(folders.moving).length === 0 && ledger() === left.length
      quiet = isDone ? quiet + 1 : 0
    }
  } finally {
    for (const name of ['moving', 'leaving', 'lake'] as const) await processes[name].stop()
  }
  const counted = count(data, all)
  const report = {
    files,
    kills: killed,
    ...counted,
    notPutAway: countNotPutAway(folders.moving, moved),
    notInLedger: countNotInLedger(data, folders.leaving, left),
    ended: Object.values(processes).flatMap(({ended}) => ended),
    seconds: Math.round((performance.now() - started) / 100) / 10,
  }
  rmSync(work, {recursive: true, force: true})
  return report
}

/** Runs a command, and again whenever it ends, until it is stopped. */
function keepRunning(args: string[]): {kill(): Promise<void>; stop(): Promise<void>; ended: string[]} {
  const ended: string[] = []
  let isStopped = false
  let child: ChildProcess
  const run = () => {
    const running = spawn(process.execPath, [command, ...args], {stdio: ['ignore', 'ignore', 'pipe']})
    child = running
    let said = ''
    running.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-500)))
    running.once('close', (code, signal) => {
      if (isStopped) return
      if (signal !== 'SIGKILL') ended.push(`${args[0]} ended with ${code ?? signal}: ${said.trim()}`)
      setTimeout(run, 200)
    })
  }
  run()
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve()
      child.once('exit', () => resolve())
      child.kill(signal)
    })
  return {
    ended,
    kill: () => end('SIGKILL'),
    stop: () => {
      isStopped = true
      return end('SIGTERM')
    },
  }
}

/** Writes the files over `ms`, each under a name that says that it is being written, then under its own. */
async function drop(
  moved: WireFile[],
  movingFolder: string,
  left: WireFile[],
  leavingFolder: string,
  ms: number,
): Promise<void> {
  const rounds = 100
  for (let round = 0; round < rounds; round++) {
    for (const [folder, files] of [
      [movingFolder, moved],
      [leavingFolder, left],
    ] as const)
      for (let index = round; index < files.length; index += rounds) {
        const {name, content} = files[index] as WireFile
        const target = path.join(folder, name)
        writeFileSync(`${target}.part`, content)
        renameSync(`${target}.part`, target)
      }
    await pause(ms / rounds)
  }
}

function count(data: string, files: WireFile[]) {
  const database = new DatabaseSync(path.join(data, 'production.sqlite'))
  const integrity = Object.values(database.prepare('pragma integrity_check').get()!)[0] as string
  const made = database
    .prepare('select document_id as id, count(*) as times from changes group by document_id')
    .all() as {id: string; times: number}[]
  const created = database
    .prepare(
      "select document_id as id, count(*) as times from changes where transition = 'appear' group by document_id",
    )
    .all() as {id: string; times: number}[]
  const stories = database.prepare("select content from documents where type = 'article'").all() as {
    content: string
  }[]
  database.close()
  const copies = new Map(made.filter(({id}) => id.startsWith('wireCopy-')).map(({id, times}) => [id, times]))
  const expected = new Set(files.map((file) => file.copyId))
  const latest = new Map<string, number>()
  for (const {story} of files)
    if (story) latest.set(story.uri, Math.max(latest.get(story.uri) ?? 0, story.version))
  const here = new Map(
    stories.map(({content}) => {
      const {wire} = JSON.parse(content) as {wire: {uri?: string; version?: string}}
      return [wire.uri, Number(wire.version)]
    }),
  )
  return {
    lost: [...expected].filter((id) => !copies.has(id)).length,
    importedTwice: [...copies.values()].filter((times) => times > 1).length,
    articlesTwice: created.filter(({id, times}) => id.startsWith('drafts.article-') && times > 1).length,
    unknown: [...copies.keys()].filter((id) => !expected.has(id)).length,
    behind: [...latest].filter(([uri, version]) => here.get(uri) !== version).length,
    integrity,
  }
}

function countNotPutAway(folder: string, files: WireFile[]): number {
  const done = new Set(listFiles(path.join(folder, 'done')))
  const failed = new Set(listFiles(path.join(folder, 'failed')))
  return files.filter(({name, isBad}) =>
    isBad ? !(failed.has(name) && failed.has(`${name}.report.json`)) : !done.has(name),
  ).length
}

function countNotInLedger(data: string, folder: string, files: WireFile[]): number {
  const ledger = readLedger(data)
  const wrong = files.filter(({name, isBad}) => {
    const outcome = ledger.get(path.join(folder, name))
    return outcome === undefined || (outcome === 'failed') !== isBad
  })
  return wrong.length + (ledger.size - files.length)
}

function readLedger(data: string): Map<string, string> {
  const file = path.join(data, 'watch-ledger.db')
  if (!existsSync(file)) return new Map()
  const database = new DatabaseSync(file)
  try {
    database.exec('pragma busy_timeout = 5000')
    const rows = database.prepare('select file, outcome from files').all() as {
      file: string
      outcome: string
    }[]
    return new Map(rows.map(({file: name, outcome}) => [name, outcome]))
  } catch {
    return new Map()
  } finally {
    database.close()
  }
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, {withFileTypes: true}).flatMap((entry) =>
    entry.isFile() && !entry.name.startsWith('.') ? [entry.name] : [],
  )
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const {port} = server.address() as {port: number}
      server.close(() => resolve(port))
    })
  })
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

if (process.argv[1] === import.meta.filename) {
  const report = await killWatchers(Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 50))
  process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`)
}
