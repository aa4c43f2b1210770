export {articleBySlugQuery} from './article-by-slug.ts'
export {articlesBySectionQuery, latestArticlesQuery} from './articles.ts'
export {quotesBySpeakerQuery} from './quotes.ts'
export {captionUsesQuery, newsletterBlockUsesQuery} from './uses.ts'
export {
  embargoedArticlesQuery,
  heldArticlesQuery,
  killedArticlesQuery,
  updatesWaitingQuery,
  wireInboxQuery,
} from './wire.ts'
export type * from './types.ts'
