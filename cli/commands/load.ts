import {createReadStream} from 'node:fs'
import {stat} from 'node:fs/promises'
import path from 'node:path'
import {createGunzip} from 'node:zlib'
import {loadDocuments, type LoadFinding, type LoadOperation, type LoadReport} from '../../lake/load/index.ts'
import {findRunningLake} from '../../lake/running-lake.ts'
import {LakeError, openStore} from '../../lake/store/index.ts'
import {checkDatasetName} from '../dataset/check-dataset-name.ts'
import {CommandError, exitCodes} from '../exit-codes.ts'
import {untilInterrupted} from './import.ts'

export interface LoadCommandOptions {
  data: string
  dataset: string
  replace?: boolean
  missing?: boolean
  json?: boolean
}

interface Load {
  operation: LoadOperation
  signal: AbortSignal
  onFinding: (finding: LoadFinding) => void
}

const maxShownFindings = 20
const gzipStart = Buffer.from([0x1f, 0x8b])
/** Where a tar archive has the word `ustar`. POSIX.1-1988, section 10.1.1. */
const tarMarkAt = 257

/**
 * `newsroom load`: NDJSON into the dataset of the data folder, through the lake that serves it when one is running, so that open Studios see
 * the documents come in.
 */
export async function loadCommand(file: string, options: LoadCommandOptions): Promise<number> {
  checkDatasetName(options.dataset)
  if (options.replace && options.missing)
    throw new CommandError('--replace and --missing exclude each other: choose one.')
  let shown = 0
  const load: Load = {
    operation: options.replace ? 'replace' : options.missing ? 'missing' : 'create',
    signal: untilInterrupted(),
    onFinding: ({line, message}) => {
      if (shown++ < maxShownFindings) process.stderr.write(`line ${line}: ${message}\n`)
    },
  }
  const startedAt = performance.now()
  const chunks = await openDocuments(file)
  const address = await findRunningLake(options.data, options.dataset)
  const report = address
    ? await loadOverHttp(address, options.dataset, chunks, load)
    : await loadEmbedded(options, chunks, load)
  if (shown > maxShownFindings) process.stderr.write(`…and ${shown - maxShownFindings} more\n`)
  const seconds = (performance.now() - startedAt) / 1000
  process.stdout.write(options.json ? `${JSON.stringify({...report, seconds})}\n` : toPage(report, seconds))
  if (report.interrupted) return exitCodes.interrupted
  return report.findings > 0 ? exitCodes.someFailed : exitCodes.ok
}

async function openDocuments(file: string): Promise<AsyncIterable<Uint8Array>> {
  if (file !== '-') {
    const found = await stat(file).catch(() => undefined)
    if (!found?.isFile())
      throw new CommandError(
        `There is no file "${file}" to load. Give an NDJSON file, or - for standard input.`,
      )
  }
  const source = file === '-' ? process.stdin : createReadStream(file, {highWaterMark: 1024 * 1024})
  const [first, rest] = await takeFirst(source as AsyncIterable<Uint8Array>)
  if (!first.subarray(0, 2).equals(gzipStart)) return checkNoArchive(first, rest, file)
  const unzipped = createGunzip({chunkSize: 1024 * 1024})
  void (async () => {
    try {
      for await (const chunk of rest)
        if (!unzipped.write(chunk)) await new Promise((resolve) => unzipped.once('drain', resolve))
      unzipped.end()
    } catch (error) {
      unzipped.destroy(error as Error)
    }
  })()
  const [start, others] = await takeFirst(unzipped as AsyncIterable<Uint8Array>)
  return checkNoArchive(start, others, file)
}

/** The first piece, and everything with it. */
async function takeFirst(source: AsyncIterable<Uint8Array>): Promise<[Buffer, AsyncIterable<Uint8Array>]> {
  const pieces = source[Symbol.asyncIterator]()
  const first = await pieces.next()
  const all = async function* () {
    if (!first.done) yield first.value
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value
  }
  return [Buffer.from(first.done ? [] : first.value), all()]
}

function checkNoArchive(
  first: Buffer,
  chunks: AsyncIterable<Uint8Array>,
  file: string,
): AsyncIterable<Uint8Array> {
  if (first.subarray(tarMarkAt, tarMarkAt + 5).toString('latin1') !== 'ustar') return chunks
  throw new CommandError(
    `"${file}" is an archive with pictures and files. Load it with "newsroom sanity dataset import ${file} production", or unpack it and load its data.ndjson, whose documents without pictures go in.`,
  )
}

async function loadEmbedded(
  {data, dataset}: LoadCommandOptions,
  chunks: AsyncIterable<Uint8Array>,
  load: Load,
): Promise<LoadReport> {
  try {
    const store = openStore({path: path.join(data, `${dataset}.sqlite`), dataset})
    try {
      return await loadDocuments(store, chunks, {...load, identity: 'newsroom'})
    } finally {
      store.close()
    }
  } catch (error) {
    if (!(error instanceof LakeError)) throw error
    throw new CommandError(
      `${error.description} What was written until then is stored; the same command again loads the rest.`,
      exitCodes.dataset,
    )
  }
}

async function loadOverHttp(
  address: string,
  dataset: string,
  chunks: AsyncIterable<Uint8Array>,
  {operation, signal, onFinding}: Load,
): Promise<LoadReport> {
  // Broken off and not ended: the lake must not take it for the whole.
  const untilAborted = async function* () {
    for await (const chunk of chunks) {
      signal.throwIfAborted()
      yield chunk
    }
  }
  const stopped = (why: string) =>
    new CommandError(
      `The lake at ${address} stopped loading: ${why} What was written until then is stored; the same command again loads the rest.`,
      exitCodes.dataset,
    )
  let report: LoadReport | undefined
  try {
    const response = await fetch(`${address}/v1/lake/load/${dataset}?operation=${operation}`, {
      method: 'POST',
      body: untilAborted() as never,
      duplex: 'half',
    } as RequestInit)
    if (!response.ok || !response.body) throw stopped(`it answered ${response.status}.`)
    let rest = ''
    for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + text).split('\n')
      rest = lines.pop()!
      for (const line of lines) {
        const message = JSON.parse(line) as {
          finding?: LoadFinding
          report?: LoadReport
          error?: {description: string}
        }
        if (message.finding) onFinding(message.finding)
        if (message.error) throw stopped(message.error.description)
        report = message.report ?? report
      }
    }
  } catch (error) {
    if (error instanceof CommandError) throw error
    if (signal.aborted)
      throw new CommandError(
        'Interrupted; what was written until then is stored, and the same command again loads the rest.',
        exitCodes.interrupted,
      )
    throw stopped(`${(error as Error).message}.`)
  }
  if (!report) throw stopped('the answer broke off.')
  return report
}

function toPage(report: LoadReport, seconds: number): string {
  const rate = Math.round((report.written + report.unchanged + report.kept) / Math.max(seconds, 0.001))
  const parts = [
    `${report.written} written`,
    `${report.unchanged} unchanged`,
    ...(report.kept > 0 ? [`${report.kept} kept as they were`] : []),
    ...(report.findings > 0 ? [`${report.findings} with findings`] : []),
  ]
  const assets =
    report.assets > 0
      ? `${report.assets} are pictures' and files' documents; their bytes are not in such a file: copy the lake's assets folder as well.\n`
      : ''
  const end = report.interrupted ? 'Interrupted; the same command again loads the rest.\n' : ''
  return `${report.lines} lines in ${seconds.toFixed(1)} s: ${parts.join(', ')} (${rate} documents a second)\n${assets}${end}`
}
