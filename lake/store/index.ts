export {toStorageError} from './database/database.ts'
export {checkDatasetName, toDatasetFile, toDatasetName} from './database/dataset-file.ts'
export * from './documents/document.ts'
export {evaluate, parseQuery, type QueryParams, type QuerySource} from './query/evaluate.ts'
export type {History, PastDocument, TransactionFilter} from './history.ts'
export type {LookUp} from './indexes/look-up.ts'
export {LakeError, toMutationError, type LakeErrorItem} from './lake-error.ts'
export type {Mutation, PatchOperations} from './transactions/mutation.ts'
export {
  openStore,
  type FetchOptions,
  type Store,
  type StoreOptions,
  type TransactOptions,
  type TransactResult,
} from './open-store.ts'
export {parsePerspective, type Perspective} from './query/perspective.ts'
export {newRandomId, newRandomKey} from './transactions/random-id.ts'
export type {
  Change,
  ChangeRecord,
  ResultEntry,
  Transaction,
  TransactionRecord,
} from './transactions/transaction-log.ts'
export type {MutationPlan, ReadStaged} from './transactions/staged-transaction.ts'
