import {isDeepStrictEqual} from 'node:util'
import {setImmediate} from 'node:timers/promises'
import {findGuarded, findPathsTo} from '../store/documents/references.ts'
import {LakeError, type Mutation, type Store, type StoredDocument} from '../store/index.ts'
import {readLines, type Line} from './read-lines.ts'
import {toLoadable, type LoadableDocument} from './to-loadable.ts'

/** What becomes of a document whose id is there already: nothing (and it is said), it is replaced, or it is kept. */
export type LoadOperation = 'create' | 'replace' | 'missing'

/** What is wrong with a line. The lines around it are loaded. */
export interface LoadFinding {
  line: number
  message: string
}

export interface LoadReport {
  lines: number
  bytes: number
  written: number
  /** There already, as the line has them. */
  unchanged: number
  /** There already in other words, and kept so (`missing`). */
  kept: number
  /** Documents of assets, whose bytes are not in such a file. */
  assets: number
  /** Lines that were not loaded, or not as they are. */
  findings: number
  /** Whether it ended before the last line; loaded again, the rest goes in. */
  interrupted: boolean
}

export interface LoadOptions {
  operation: LoadOperation
  identity?: string
  signal?: AbortSignal
  onFinding: (finding: LoadFinding) => void
  /** Called after each batch. */
  onProgress?: (report: Readonly<LoadReport>) => void
}

interface Waiting {
  line: number
  document: LoadableDocument
}

/** Documents of one transaction: enough to share its cost, few enough that other requests wait some milliseconds. */
const documentsAtOnce = 1000
const bytesAtOnce = 8 * 1024 * 1024
const maxLineBytes = 32 * 1024 * 1024
const assetTypes = new Set(['sanity.imageAsset', 'sanity.fileAsset'])
const kinds = {create: 'create', replace: 'createOrReplace', missing: 'createIfNotExists'} as const

/**
 * Loads NDJSON, a document a line as `newsroom export` and `sanity dataset export` write them, in transactions of some hundred documents. A
 * line that is no document is a finding, and so is one whose id is taken (see `LoadOperation`). References may point at lines that come
 * later; those that point nowhere when the last line is in are made weak, with a finding. A load that was cut short is finished by
 * loading the same again: what is there as the line has it is left alone.
 */
export async function loadDocuments(
  store: Store,
  chunks: AsyncIterable<Uint8Array>,
  options: LoadOptions,
): Promise<LoadReport> {
  const {operation, identity, signal, onFinding, onProgress} = options
  const report: LoadReport = {
    lines: 0,
    bytes: 0,
    written: 0,
    unchanged: 0,
    kept: 0,
    assets: 0,
    findings: 0,
    interrupted: false,
  }
  /** Where documents point that were not there when these were written. */
  const dangling = new Map<string, {id: string; line: number}[]>()
  let batch: Waiting[] = []
  const inBatch = new Set<string>()
  let batchBytes = 0

  const find = (line: number, message: string) => {
    report.findings++
    onFinding({line, message})
  }

  const send = (waiting: readonly Waiting[]) => {
    const mutations = waiting.map(({document}): Mutation => ({[kinds[operation]]: document}))
    try {
      store.transact(mutations, {identity, referencesMayDangle: true})
      report.written += waiting.length
      for (const {document, line} of waiting) notePointers(document, line)
    } catch (error) {
      if (!(error instanceof LakeError) || error.status >= 500) throw error
      if (waiting.length === 1)
        find(waiting[0]!.line, error.items?.[0]?.error.description ?? error.description)
      else for (const one of waiting) send([one])
    }
  }
  const flush = () => {
    if (batch.length > 0) send(batch)
    batch = []
    batchBytes = 0
    inBatch.clear()
    onProgress?.(report)
  }
  const notePointers = (document: LoadableDocument, line: number) => {
    for (const {to, weak} of findGuarded(document)) {
      if (weak || store.hasDocument(to)) continue
      const pointers = dangling.get(to)
      if (pointers) pointers.push({id: document._id, line})
      else dangling.set(to, [{id: document._id, line}])
    }
  }

  const take = (line: Line) => {
    const loadable = toLoadable(line)
    if (loadable === undefined) return
    if ('message' in loadable) return find(line.number, loadable.message)
    const {document} = loadable
    if (assetTypes.has(document._type)) report.assets++
    if (inBatch.has(document._id)) flush()
    const known = store.getDocument(document._id)
    if (known && isSame(known, document)) {
      report.unchanged++
      return notePointers(document, line.number)
    }
    if (known && operation === 'missing') return void report.kept++
    if (known && operation === 'create') {
      const message = `"${document._id}" is there already with other content; it was left as it is. Load with --replace to put the line in its place, with --missing to keep what is there.`
      return find(line.number, message)
    }
    batch.push({line: line.number, document})
    inBatch.add(document._id)
    batchBytes += line.bytes
  }

  const release = store.holdIndexes()
  try {
    for await (const line of readLines(chunks, maxLineBytes)) {
      if (signal?.aborted) {
        report.interrupted = true
        break
      }
      report.lines = line.number
      report.bytes += line.bytes + 1
      take(line)
      if (batch.length < documentsAtOnce && batchBytes < bytesAtOnce) continue
      flush()
      // Requests are answered in between.
      await setImmediate()
    }
    flush()
  } finally {
    release()
  }
  if (!report.interrupted) weaken(store, dangling, find, identity)
  onProgress?.(report)
  return report
}

/** What a strong reference points at must be there: one that points nowhere is kept as a weak one. */
function weaken(
  store: Store,
  dangling: ReadonlyMap<string, {id: string; line: number}[]>,
  find: (line: number, message: string) => void,
  identity: string | undefined,
): void {
  for (const [to, pointers] of dangling) {
    if (store.hasDocument(to)) continue
    for (const {id, line} of pointers) {
      const document = store.getDocument(id)
      const set = Object.fromEntries(findPathsTo(to, document).map((path) => [`${path}._weak`, true]))
      if (Object.keys(set).length > 0)
        store.transact([{patch: {id, set}}], {identity, referencesMayDangle: true})
      find(line, `"${id}" refers to "${to}", which is not there; the reference was made weak.`)
    }
  }
}

/** Whether a stored document is what the line says; `_rev` and `_updatedAt` are the lake's. */
function isSame(stored: StoredDocument, document: LoadableDocument): boolean {
  const {_rev: _oneRev, _updatedAt: _oneTime, _createdAt: storedAt, ...own} = stored
  const {_rev: _otherRev, _updatedAt: _otherTime, _createdAt: createdAt, ...other} = document
  if (createdAt !== undefined && createdAt !== storedAt) return false
  return isDeepStrictEqual(own, other)
}
