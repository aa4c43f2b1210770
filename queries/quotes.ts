import {defineQuery} from 'groq'
import {isOfPublishableArticle, quoteFields} from './fragments.ts'

/** What the person `$speaker` (a person's id) said in articles that may be shown, newest first. */
export const quotesBySpeakerQuery = defineQuery(
  `*[_type == "quote" && speaker._ref == $speaker && ${isOfPublishableArticle}] | order(coalesce(dateTime(article->wire.versionCreated), dateTime(_createdAt)) desc, _id asc){
  ${quoteFields},
  "article": article->{_id, headline, "slug": slug.current, "versionCreated": wire.versionCreated}
}`,
)
