import type {Mutation} from '../../ingest/reconcile/index.ts'

/**
 * Mutations as transactions of at most `maxBytes`, in their order; what belongs to one document (as draft and as published) is never
 * torn apart. Several are not all or nothing: so the record of the copy (its `wireCopy`) goes first without what became of it, which is
 * told last. An import that is interrupted in between finds a record that says nothing yet, and finishes it. A document larger than `maxBytes`
 * is a transaction by itself.
 */
export function splitMutations(mutations: Mutation[], maxBytes: number): Mutation[][] {
  if (sizeOf(mutations) <= maxBytes) return mutations.length > 0 ? [mutations] : []
  const told: Mutation[] = []
  const groups = new Map<string, Mutation[]>()
  for (const mutation of mutations) {
    const id = idOf(mutation).replace(/^drafts\./u, '')
    const group = groups.get(id) ?? []
    groups.set(id, group)
    const copy = mutation.createIfNotExists
    if (copy?._type === 'wireCopy' && typeof copy.outcome === 'string') {
      const {outcome, ...bare} = copy
      group.push({createIfNotExists: bare})
      told.push({patch: {id: copy._id, setIfMissing: {outcome}}})
    } else group.push(mutation)
  }
  const transactions: Mutation[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const group of groups.values()) {
    const more = sizeOf(group)
    if (bytes + more > maxBytes) {
      transactions.push([])
      bytes = 0
    }
    transactions.at(-1)?.push(...group)
    bytes += more
  }
  if (told.length > 0) transactions.push(told)
  return transactions
}

/** Bytes of the mutations as they are sent. */
export function sizeOf(mutations: Mutation[]): number {
  return Buffer.byteLength(JSON.stringify(mutations))
}

function idOf({create, createIfNotExists, createOrReplace, patch, delete: deleted}: Mutation): string {
  return (create ?? createIfNotExists ?? createOrReplace)?._id ?? patch?.id ?? deleted?.id ?? ''
}
