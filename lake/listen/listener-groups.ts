import type {QueryParams} from '../store/query/evaluate.ts'
import type {Change, Store, Transaction} from '../store/index.ts'
import {toListenFilter, type ListenFilter} from './listen-filter.ts'
import {toFrame, type EventStream} from './streams.ts'

/** What a listener asked for. */
export interface ListenRequest {
  query: string
  params: QueryParams
  includeResult: boolean
  includePreviousRevision: boolean
  includeMutations: boolean
  includeAllVersions: boolean
  withEffects: boolean
}

/** Listeners that asked for the same: what happens is matched and written down once for all of them. */
interface Group {
  request: ListenRequest
  filter: ListenFilter
  streams: Set<EventStream>
}

interface Selected {
  change: Change
  transition: 'appear' | 'update' | 'disappear'
}

export interface ListenerGroups {
  /** Throws a `LakeError` when the query cannot be evaluated. */
  find(request: ListenRequest): {
    /** The events of a transaction, as they go over the line. */
    toFrames(transaction: Transaction): Uint8Array[]
    /** From now on the stream is sent what happens. Returns the way to stop it. */
    join(stream: EventStream): () => void
  }
}

const groupsOfStores = new WeakMap<Store, ListenerGroups>()

/** The listeners of a store, told of each transaction in order. A listener costs a transaction nothing that cannot concern it. */
export function listenerGroupsOf(store: Store): ListenerGroups {
  let groups = groupsOfStores.get(store)
  if (!groups) {
    groups = openListenerGroups(store)
    groupsOfStores.set(store, groups)
  }
  return groups
}

function openListenerGroups(store: Store): ListenerGroups {
  const groups = new Map<string, Group>()
  const byId = new Map<string, Set<Group>>()
  const byType = new Map<string, Set<Group>>()
  const others = new Set<Group>()
  let stop: (() => void) | undefined

  /** The sets that a group is in, made when they are not there yet. */
  const placesOf = ({filter}: Group): {set: Set<Group>; remove: () => void}[] => {
    const [index, keys] = filter.ids ? [byId, filter.ids] : [byType, filter.types]
    if (!keys) return [{set: others, remove: () => {}}]
    return [...new Set(keys)].map((key) => {
      const set = index.get(key) ?? new Set()
      index.set(key, set)
      return {set, remove: () => void index.delete(key)}
    })
  }
  const concerned = function* ({documentId, before, after}: Change): Generator<Group> {
    yield* others
    yield* byId.get(documentId) ?? []
    if (before) yield* byType.get(before._type) ?? []
    if (after && after._type !== before?._type) yield* byType.get(after._type) ?? []
  }
  const tell = (transaction: Transaction) => {
    const selectedBy = new Map<Group, Selected[]>()
    for (const change of transaction.changes) {
      for (const group of concerned(change)) {
        const selected = select(group.filter, change)
        if (!selected) continue
        const list = selectedBy.get(group)
        if (list) list.push(selected)
        else selectedBy.set(group, [selected])
      }
    }
    for (const [group, selected] of selectedBy) {
      for (const frame of toEventFrames(transaction, selected, group.request))
        for (const stream of group.streams) stream.write(frame)
    }
  }
  const add = (name: string, group: Group) => {
    groups.set(name, group)
    for (const {set} of placesOf(group)) set.add(group)
    stop ??= store.onTransaction(tell)
  }
  const remove = (name: string, group: Group) => {
    groups.delete(name)
    for (const {set, remove: removeSet} of placesOf(group)) {
      set.delete(group)
      if (set.size === 0) removeSet()
    }
    if (groups.size > 0) return
    stop?.()
    stop = undefined
  }

  return {
    find(request) {
      const name = JSON.stringify(request)
      const group = groups.get(name) ?? {request, filter: toFilter(request, store), streams: new Set()}
      return {
        toFrames: (transaction) => {
          const selected = transaction.changes.flatMap((change) => select(group.filter, change) ?? [])
          return toEventFrames(transaction, selected, request)
        },
        join: (stream) => {
          const current = groups.get(name) ?? group
          if (!groups.has(name)) add(name, current)
          current.streams.add(stream)
          return () => {
            current.streams.delete(stream)
            if (current.streams.size === 0 && groups.get(name) === current) remove(name, current)
          }
        },
      }
    },
  }
}

function toFilter({query, params, includeAllVersions}: ListenRequest, store: Store): ListenFilter {
  return toListenFilter({query, params, includeAllVersions, source: () => store.querySource()})
}

function select(filter: ListenFilter, change: Change): Selected | undefined {
  const [was, is] = [filter.selects(change.before), filter.selects(change.after)]
  if (!was && !is) return undefined
  return {change, transition: was ? (is ? 'update' : 'disappear') : 'appear'}
}

function toEventFrames(transaction: Transaction, selected: Selected[], request: ListenRequest): Uint8Array[] {
  return selected.map(({change, transition}, index) => {
    const id = `${transaction.id}#${change.documentId}`
    return toFrame(
      'mutation',
      {
        eventId: id,
        documentId: change.documentId,
        transactionId: transaction.id,
        transition,
        identity: transaction.author,
        timestamp: transaction.timestamp,
        visibility: 'query',
        transactionTotalEvents: selected.length,
        transactionCurrentEvent: index + 1,
        previousRev: change.previousRev ?? undefined,
        resultRev: change.resultRev,
        mutations: request.includeMutations ? change.mutations : undefined,
        result: request.includeResult ? (change.after ?? undefined) : undefined,
        previous: request.includePreviousRevision ? (change.before ?? undefined) : undefined,
        effects: request.withEffects ? change.effects : undefined,
      },
      id,
    )
  })
}
