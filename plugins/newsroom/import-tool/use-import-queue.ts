import {startTransition, useEffect, useEffectEvent, useReducer, useRef} from 'react'
import {useClient, type SanityClient} from 'sanity'
import {apiVersion} from '../live/use-live-query.ts'
import type {CorrectableKind} from './correct-item.ts'
import {startImportWorker, type ImportWorker} from './import-worker-client.ts'
import {readQueue, storeQueue, type WaitingCopy} from './stored-queue.ts'
import {readReport, storeReport, type ReportLine} from './stored-report.ts'
import type {UnderstoodCopy} from './worker-messages.ts'
import {writeImport} from './write-import.ts'

/** One piece of copy on its way into the dataset. */
export interface QueuedCopy extends WaitingCopy {
  state: 'reading' | 'ready' | 'importing' | 'failed'
  understood?: UnderstoodCopy
  message?: string
}

interface State {
  queue: QueuedCopy[]
  selectedId: string | undefined
  report: ReportLine[]
  /** While importing: how many of how many are done. */
  progress: {done: number; count: number} | undefined
}

type Change =
  | {do: 'add'; copies: QueuedCopy[]}
  | {do: 'update'; id: string; values: Partial<QueuedCopy>}
  | {do: 'select'; id: string}
  | {do: 'imported'; id: string; line: ReportLine}
  | {do: 'progress'; progress: State['progress']}
  | {do: 'clear'}
  | {do: 'clear-report'}

function reduce(state: State, change: Change): State {
  if (change.do === 'add')
    return {
      ...state,
      queue: [...state.queue, ...change.copies],
      selectedId: state.selectedId ?? change.copies[0]?.id,
    }
  if (change.do === 'update')
    return {
      ...state,
      queue: state.queue.map((copy) => (copy.id === change.id ? {...copy, ...change.values} : copy)),
    }
  if (change.do === 'select') return {...state, selectedId: change.id}
  if (change.do === 'progress') return {...state, progress: change.progress}
  if (change.do === 'clear') return {...state, queue: [], selectedId: undefined}
  if (change.do === 'clear-report') return {...state, report: []}
  const queue = state.queue.filter(({id}) => id !== change.id)
  const selectedId = state.selectedId === change.id ? queue[0]?.id : state.selectedId
  return {...state, queue, selectedId, report: [change.line, ...state.report]}
}

/** The copy that was pasted or dropped, what the importer makes of it, and what was imported. */
export function useImportQueue(maxBytes: number) {
  const client = useClient({apiVersion})
  const [state, change] = useReducer(reduce, undefined, start)
  const workerRef = useRef<ImportWorker | null>(null)
  const toWorker = () => (workerRef.current ??= startImportWorker())
  useEffect(
    () => () => {
      workerRef.current?.end()
      workerRef.current = null
    },
    [],
  )
  useEffect(() => storeReport(state.report), [state.report])
  useEffect(() => storeQueue(state.queue.filter(({state}) => state !== 'failed')), [state.queue])

  const read = (copy: QueuedCopy) =>
    readWith(toWorker(), copy).then(
      (understood) =>
        startTransition(() => change({do: 'update', id: copy.id, values: {understood, state: 'ready'}})),
      (error: Error) =>
        change({do: 'update', id: copy.id, values: {state: 'failed', message: error.message}}),
    )

  const readAgain = useEffectEvent(() => {
    for (const copy of state.queue) if (copy.state === 'reading') void read(copy)
  })
  useEffect(() => readAgain(), [])

  const add = (copies: {bytes: Uint8Array; fileName?: string}[]) => {
    const queued = copies.map((copy): QueuedCopy => {
      const isTooLarge = copy.bytes.byteLength > maxBytes
      return {...copy, id: crypto.randomUUID(), corrections: {}, state: isTooLarge ? 'failed' : 'reading'}
    })
    change({do: 'add', copies: queued})
    for (const copy of queued) if (copy.state === 'reading') void read(copy)
  }

  return {
    ...state,
    selected: state.queue.find(({id}) => id === state.selectedId),
    select: (id: string) => change({do: 'select', id}),
    clear: () => {
      for (const copy of state.queue) void workerRef.current?.ask({ask: 'forget', copyId: copy.id})
      change({do: 'clear'})
    },
    clearReport: () => change({do: 'clear-report'}),
    addText: (text: string) => add([{bytes: new TextEncoder().encode(text)}]),
    addFiles: async (files: File[]) => {
      const read = await Promise.all(
        files.map(async (file) => ({fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer())})),
      )
      add(read)
    },
    correct: (copy: QueuedCopy, line: number, kind: CorrectableKind) => {
      const corrections = {...copy.corrections, [line]: kind}
      change({do: 'update', id: copy.id, values: {corrections}})
      void toWorker()
        .ask({ask: 'correct', copyId: copy.id, corrections})
        .then(
          (understood) => startTransition(() => change({do: 'update', id: copy.id, values: {understood}})),
          (error: Error) =>
            change({do: 'update', id: copy.id, values: {state: 'failed', message: error.message}}),
        )
    },
    importAll: async () => {
      const ready = state.queue.filter((copy) => copy.state === 'ready')
      change({do: 'progress', progress: {done: 0, count: ready.length}})
      for (const [index, copy] of ready.entries()) {
        change({do: 'update', id: copy.id, values: {state: 'importing'}})
        change({do: 'imported', id: copy.id, line: await importOne(copy, toWorker(), client)})
        change({do: 'progress', progress: {done: index + 1, count: ready.length}})
      }
      change({do: 'progress', progress: undefined})
    },
  }
}

/** What waited in this tab before is read again. */
function start(): State {
  const queue = readQueue().map((copy): QueuedCopy => ({...copy, state: 'reading'}))
  return {queue, selectedId: queue[0]?.id, report: readReport(), progress: undefined}
}

async function readWith(worker: ImportWorker, copy: QueuedCopy): Promise<UnderstoodCopy> {
  const {id: copyId, bytes, fileName, corrections} = copy
  const understood = await worker.ask({ask: 'read', copyId, bytes, ...(fileName ? {fileName} : {})})
  return Object.keys(corrections).length > 0 ? worker.ask({ask: 'correct', copyId, corrections}) : understood
}

/** Imports one piece of copy; whatever happens is a line of the report. */
async function importOne(copy: QueuedCopy, worker: ImportWorker, client: SanityClient): Promise<ReportLine> {
  const now = new Date()
  const {id: copyId, understood, corrections, bytes, fileName, message} = copy
  const about = {id: copyId, at: now.toISOString(), ...(fileName ? {fileName} : {})}
  const nothing = {outcome: 'failed' as const, mutations: 0, articles: []}
  if (!understood) return {...about, ...nothing, messages: message ? [message] : []}
  try {
    const toWrite = {copyId, understood, corrections, bytes, ...(fileName ? {fileName} : {})}
    const written = await writeImport(toWrite, worker, client, now)
    void worker.ask({ask: 'forget', copyId})
    return {...about, ...written}
  } catch (error) {
    return {...about, ...nothing, messages: [error instanceof Error ? error.message : String(error)]}
  }
}
