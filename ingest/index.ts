/**
 * Raw copy to Sanity documents. Pure: no files, clock, network or React; the same in Node, in a browser worker and in a migration.
 */
export {
  parseCopy,
  parseItem,
  findItemQuotes,
  type Copy,
  type ParsedCopy,
  type ParsedItem,
} from './parse-copy.ts'
export {readCopy, type ReadCopy, type ReadHints} from './read/index.ts'
export {readers} from './read/readers.ts'
export {detect} from './read/detect.ts'
export {arrange} from './arrange/index.ts'
export {findQuotes} from './quotes/index.ts'
export {
  compareCaptions,
  isSameCaption,
  joinCaptions,
  captionFingerprint,
  blockingKeys,
  splitCredit,
} from './captions/index.ts'
export {
  toDocuments,
  isKeptInline,
  maxRawBytes,
  type MadeDocuments,
  type ReceivedCopy,
} from './documents/index.ts'
export type {
  ArticleDocument,
  BodyElement,
  ImageCaptionDocument,
  NewsletterBlockDocument,
  PersonDocument,
  QuoteDocument,
  SupportingDocument,
  WireCopyDocument,
} from './documents/types.ts'
export {
  findCaptionsQuery,
  findNeededIds,
  planImport,
  remakeDocuments,
  type ImportPlan,
} from './plan-import.ts'
export {planMigration} from './plan-migration.ts'
export {compareVersions, leaveAll, leaveChange, reconcile, takeAll, takeChange} from './reconcile/index.ts'
export type {
  Mutation,
  Outcome,
  Reconciled,
  ReconcileInput,
  StoredDocument,
  WaitingChange,
  WaitingUpdate,
} from './reconcile/index.ts'
export {findingCodes} from './finding-codes.ts'
export type {Finding, Place, Staged} from './model/finding.ts'
export type * from './model/news-item.ts'
export type * from './model/arranged-item.ts'
export type * from './model/quote.ts'
