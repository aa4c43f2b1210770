/** A document as a dataset holds it, or as one would. */
export interface StoredDocument {
  _id: string
  _type: string
  _rev?: string
  _createdAt?: string
  _updatedAt?: string
  [field: string]: unknown
}

/** A patch as the mutation endpoint takes it: one kind of operation each, so that the order of operations is ours. */
export interface Patch {
  id: string
  /** Refused when the document has been changed since it was looked at. */
  ifRevisionID?: string
  set?: Record<string, unknown>
  setIfMissing?: Record<string, unknown>
  unset?: string[]
  insert?: {after?: string; before?: string; items: unknown[]}
}

/** A mutation as the Content Lake takes it; exactly one of the fields is there. */
export interface Mutation {
  create?: StoredDocument
  createIfNotExists?: StoredDocument
  createOrReplace?: StoredDocument
  patch?: Patch
  delete?: {id: string}
}

/**
 * What became of the articles of one copy; of several articles the one that most needs a look. `waiting`: changes of the wire
 * met the editor's. `kept`: the base could not be remade, so the article was left alone. `held`: killed or withheld.
 */
export type Outcome = 'created' | 'updated' | 'unchanged' | 'held' | 'waiting' | 'older' | 'kept'

/** What kind of change waits: a field, the words of a block, a block the wire took out or changed after it was deleted here, a move, a status. */
export type ChangeKind = 'field' | 'block' | 'removed' | 'deletedHere' | 'moved' | 'status'

/** One change of the wire that meets an editor's. Text fields are as they are; everything else is JSON (`readChange` reads it). */
export interface WaitingChange {
  _type: 'waitingChange'
  _key: string
  /** A field's name, or `body[_key=="…"]` of the block here (or of the one before, for a block that is not here). */
  path: string
  kind: ChangeKind
  base?: string
  ours?: string
  theirs?: string
  /** The change touches words inside quotation marks. */
  inQuotation: boolean
}

/** A newer version whose changes wait on the article for an editor. */
export interface WaitingUpdate {
  _type: 'waitingUpdate'
  version?: string
  versionCreated?: string
  receivedAt: string
  copy: {_type: 'reference'; _ref: string; _weak: true}
  changes: WaitingChange[]
  /** The wire's body as keys, in its order: of each block the key it has here, or would have. There when changes of the body wait. */
  order?: string[]
}

/** A member of an article's body. */
export interface BodyElement {
  _type: string
  _key: string
  [field: string]: unknown
}

/** What `reconcile` needs to know. */
export interface ReconcileInput {
  /** Everything this copy makes; ids without `drafts.`. */
  made: StoredDocument[]
  /** What the copies that the articles were last made from make today; null when there is none or it cannot be remade. */
  base: StoredDocument[] | null
  /** What the dataset holds of the ids made, drafts too. */
  existing: Map<string, StoredDocument>
  /** ISO 8601, UTC. */
  now: string
}

/** What to send, and what it means. */
export interface Reconciled {
  mutations: Mutation[]
  outcome: Outcome
  /** Changes that wait for an editor after this import, of all articles. */
  waiting: WaitingChange[]
  /** Known captions and quotes that the mutations change, as they are then. */
  changed: StoredDocument[]
}
