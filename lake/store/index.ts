export {toStorageError} from './database.ts'
export {checkDatasetName, toDatasetFile, toDatasetName} from './dataset-file.ts'
export * from './document.ts'
export {evaluate, parseQuery, type QueryParams, type QuerySource} from './evaluate.ts'
export type {History, PastDocument, TransactionFilter} from './history.ts'
export type {LookUp} from './indexes/look-up.ts'
export {LakeError, toMutationError, type LakeErrorItem} from './lake-error.ts'
export type {Mutation, PatchOperations} from './mutation.ts'
export {
  openStore,
  type FetchOptions,
  type Store,
  type StoreOptions,
  type TransactOptions,
  type TransactResult,
} from './open-store.ts'
export {parsePerspective, type Perspective} from './perspective.ts'
export {newRandomId, newRandomKey} from './random-id.ts'
export type {Change, ChangeRecord, ResultEntry, Transaction, TransactionRecord} from './transaction-log.ts'
export type {MutationPlan, ReadStaged} from './staged-transaction.ts'
