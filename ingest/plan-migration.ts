import type {WireCopyDocument} from './documents/index.ts'
import {createPartIndex} from './parts/part-index.ts'
import {planImport, remakeDocuments} from './plan-import.ts'
import type {Mutation, StoredDocument} from './reconcile/index.ts'

/**
 * The mutations that make articles and all else from the `wireCopy` documents among `documents`, one list a copy, in the order in
 * which the copy was received. The documents are held in memory, so that memory grows with the dataset.
 */
export async function* planMigration(
  documents: () => AsyncIterable<StoredDocument>,
  options: {now: string},
): AsyncGenerator<Mutation[]> {
  const known = new Map<string, StoredDocument>()
  const parts = createPartIndex()
  const order: {id: string; received: string}[] = []
  for await (const document of documents()) {
    known.set(document._id, document)
    parts.add(document)
    if (document._type !== 'wireCopy') continue
    const copy = document as unknown as WireCopyDocument
    order.push({id: copy._id, received: copy.receivedAt})
  }
  order.sort((one, other) =>
    one.received === other.received ? compare(one.id, other.id) : compare(one.received, other.received),
  )
  for (const {id} of order) {
    const copy = known.get(id) as unknown as WireCopyDocument
    const made = await remakeDocuments(copy)
    if (!made) continue
    const plan = await planImport(made, known, {...options, parts})
    for (const [createdId, document] of plan.after) {
      known.set(createdId, document)
      parts.add(document)
    }
    if (plan.mutations.length > 0) yield plan.mutations
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
