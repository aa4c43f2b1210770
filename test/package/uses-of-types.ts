/** A site and a Studio that use what the package exports, as its readers would write them. */
export const usesOfTypes = `import {createClient} from '@sanity/client'
import {defineConfig, defineField} from 'sanity'
import {createNewsroomStructure, newsroom, newsroomSchemaTypes, type NewsroomOptions} from 'sanity-plugin-newsroom'
import {parseCopy, toDocuments} from 'sanity-plugin-newsroom/ingest'
import {startLake} from 'sanity-plugin-newsroom/lake'
import {localLake} from 'sanity-plugin-newsroom/lake/client'
import dedupeCaptions from 'sanity-plugin-newsroom/migrations/dedupe-captions'
import importArticle from 'sanity-plugin-newsroom/migrations/import-article'
import {articleBySlugQuery, type ArticleBySlugQueryResult} from 'sanity-plugin-newsroom/queries'
import {schemaTypes} from 'sanity-plugin-newsroom/schemas'

const options: NewsroomOptions = {structure: {newHours: 12}}
newsroom(options)
// @ts-expect-error hours are a number
newsroom({structure: {newHours: 'all'}})

const client = createClient({projectId: 'abc12345', dataset: 'production', useCdn: false})
const article = await client.fetch(articleBySlugQuery, {slug: 'harbour'})
const result: ArticleBySlugQueryResult = article
const headline: string | null = article?.headline ?? null
// @ts-expect-error the query gives no such field
void article?.headlin

const made = toDocuments(await parseCopy({bytes: new Uint8Array(), fileName: 'copy.txt'}), {receivedAt: ''})
const titles: string[] = [importArticle.title, dedupeCaptions.title]
export const uses = [result, headline, made.articles.length, titles, startLake, localLake, createNewsroomStructure]
const ownFields = [defineField({name: 'paywall', title: 'Paywall', type: 'boolean'})]
export const config = defineConfig({
  projectId: 'abc12345',
  dataset: 'production',
  plugins: [newsroom({schema: {enabled: false}})],
  schema: {
    types: newsroomSchemaTypes.map((type) =>
      type.name === 'article' ? {...type, fields: [...type.fields, ...ownFields]} : type,
    ),
  },
})
export const names: string[] = schemaTypes.map((type) => type.name)
`
