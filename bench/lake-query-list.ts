import {
  articleBySlugQuery,
  articlesBySectionQuery,
  latestArticlesQuery,
  quotesBySpeakerQuery,
} from '../queries/index.ts'
import {sections, type Newsroom} from './make-newsroom.ts'

export interface LakeQuery {
  name: string
  query: string
  /** Other ones at each place, so that no answer is remembered. */
  params: (newsroom: Newsroom, place: number, headlines: readonly string[]) => Record<string, unknown>
  /** Whether the planner is meant to help. */
  isHelped: boolean
}

const spread = 7919

/** The rows of the table: what a site and a desk ask all day. */
export const lakeQueries: LakeQuery[] = [
  {
    name: 'article by slug',
    query: articleBySlugQuery,
    params: (newsroom, place) => ({slug: newsroom.slug((place * spread) % newsroom.counts.article)}),
    isHelped: true,
  },
  {
    name: 'article by id',
    query: '*[_id == $id][0]{_id, headline, "by": by[]->name}',
    params: (newsroom, place) => ({id: newsroom.articleId((place * spread) % newsroom.counts.article)}),
    isHelped: true,
  },
  {
    name: 'references($id)',
    query: '*[references($id)]{_id, _type, headline}',
    params: (newsroom, place) => ({id: newsroom.captionId((place * spread) % newsroom.counts.imageCaption)}),
    isHelped: true,
  },
  {
    name: 'latest 20, captions resolved',
    query: latestArticlesQuery,
    params: (_newsroom, place) => ({from: place % 60, to: (place % 60) + 20}),
    isHelped: true,
  },
  {
    name: 'latest 20 of a section',
    query: articlesBySectionQuery,
    params: (_newsroom, place) => ({
      section: sections[place % sections.length],
      from: place % 30,
      to: (place % 30) + 20,
    }),
    isHelped: true,
  },
  {
    name: 'quotes by a speaker’s name',
    query:
      '*[_type == "quote" && speaker->name == $name]{_id, paragraphs, "speaker": speaker->name, "article": article->headline}',
    params: (newsroom, place) => ({name: newsroom.personName((place * spread) % newsroom.counts.person)}),
    isHelped: true,
  },
  {
    name: 'quotes by a speaker’s id',
    query: quotesBySpeakerQuery,
    params: (newsroom, place) => ({speaker: newsroom.personId((place * spread) % newsroom.counts.person)}),
    isHelped: true,
  },
  {
    name: 'search headlines and bodies',
    query:
      '*[_type == "article" && (headline match $words || pt::text(body) match $words)] | score(headline match $words) | order(_score desc, _id)[0...20]{_id, headline}',
    params: (_newsroom, place, headlines) => ({words: toSearch(headlines[place % headlines.length]!)}),
    isHelped: true,
  },
  {
    name: 'search as Studio asks',
    query:
      '*[_type in ["article", "quote"] && [@, _id] match text::query($words)] | score(boost(headline match text::query($words), 10)) | order(_score desc, _id)[0...20]{_id, _type, headline}',
    params: (_newsroom, place, headlines) => ({words: toSearch(headlines[place % headlines.length]!)}),
    isHelped: true,
  },
  {
    name: 'a query that no index helps',
    query: 'count(*[length(coalesce(headline, text, name, cue)) > 40 + $length])',
    params: (_newsroom, place) => ({length: place % 7}),
    isHelped: false,
  },
]

/** What somebody types who looks for a story again: two names of its headline. */
function toSearch(headline: string): string {
  return headline.split(' ').slice(-2).join(' ')
}
