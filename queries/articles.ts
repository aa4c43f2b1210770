import {defineQuery} from 'groq'
import {articleCardFields, isPublishable} from './fragments.ts'

/** The newest articles to show, newest first: `$from` (from 0) up to and without `$to`. */
export const latestArticlesQuery = defineQuery(
  `*[_type == "article" && ${isPublishable}] | order(coalesce(dateTime(wire.versionCreated), dateTime(_updatedAt)) desc, _id asc)[$from...$to]{${articleCardFields}}`,
)

/** The newest articles of `$section` to show, newest first: `$from` (from 0) up to and without `$to`. */
export const articlesBySectionQuery = defineQuery(
  `*[_type == "article" && section == $section && ${isPublishable}] | order(coalesce(dateTime(wire.versionCreated), dateTime(_updatedAt)) desc, _id asc)[$from...$to]{${articleCardFields}}`,
)
