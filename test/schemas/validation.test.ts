import {readFileSync} from 'node:fs'
import path from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import {createSchema, validateDocument, type SanityDocument} from 'sanity'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {parseCopy, toDocuments} from '../../ingest/index.ts'
import {startLake, type RunningLake} from '../../lake/server.ts'
import {schemaTypes} from '../../schemas/index.ts'

const sample = readFileSync(path.resolve(import.meta.dirname, '../../cli/sample/harbour-plan.txt'))
const schema = createSchema({name: 'newsroom', types: schemaTypes as never})
let lake: RunningLake
let client: SanityClient
let documents: SanityDocument[]

beforeAll(async () => {
  lake = await startLake()
  client = createClient({
    projectId: 'local',
    dataset: 'production',
    apiVersion: '2026-01-01',
    apiHost: lake.address,
    useProjectHostname: false,
    useCdn: false,
    perspective: 'raw',
  })
  const made = toDocuments(await parseCopy({bytes: new Uint8Array(sample)}), {
    receivedAt: '2026-05-01T12:00:00Z',
  })
  const articles = made.articles.map((article) => ({...article, _id: `drafts.${article._id}`}))
  await client.mutate(
    [made.wireCopy, ...made.supporting, ...articles].map((document) => ({create: document})) as never,
  )
  documents = await client.fetch('*[!(_id in path("_.**"))]')
})
afterAll(() => lake?.close())

async function validate(document: SanityDocument) {
  const markers = await validateDocument({
    document,
    workspace: {schema, getClient: () => client} as never,
    environment: 'cli',
  })
  const toMessages = (level: string) =>
    markers
      .filter((marker) => marker.level === level)
      .map(({path: at, message}) => `${at.join('.')}: ${message}`)
  return {errors: toMessages('error'), warnings: toMessages('warning')}
}

const findOf = (type: string) => documents.find(({_type}) => _type === type)!

describe('what an import makes', () => {
  it('has no error in any document', async () => {
    expect(documents.length).toBeGreaterThan(10)
    for (const document of documents)
      expect([document._id, (await validate(document)).errors]).toEqual([document._id, []])
  })
})

describe('what blocks publishing', () => {
  it.each([
    ['article', 'headline', 'An article needs a headline before it can be published.'],
    ['article', 'slug', 'Required'],
    ['imageCaption', 'text', 'A caption needs its words.'],
    ['person', 'name', 'A person needs a name.'],
  ])('in %s: a missing %s', async (type, field, message) => {
    const {[field]: _, ...rest} = findOf(type)
    expect(
      (await validate(rest as SanityDocument)).errors.map((error) => error.replace('slug.current', 'slug')),
    ).toEqual([`${field}: ${message}`])
  })

  it('in the body: a quotation of nobody, and an address that is a script', async () => {
    const article = findOf('article')
    const block = {
      _key: 'x',
      _type: 'block',
      style: 'normal',
      markDefs: [
        {_key: 'a', _type: 'quotation'},
        {_key: 'b', _type: 'link', href: 'javascript:alert(1)'},
      ],
      children: [{_key: 'y', _type: 'span', text: 'words', marks: ['a', 'b']}],
    }
    const {errors} = await validate({...article, body: [block]})
    expect(errors).toHaveLength(2)
    expect(errors.join()).toContain('A quotation needs the quote it is taken from.')
  })
})

describe('what warns and lets through', () => {
  it.each([
    ['quote', 'speaker', {speaker: undefined, speakerName: undefined}],
    ['newsletterBlock', 'listId', {}],
    ['article', 'headline', {headline: 'long '.repeat(30)}],
  ])('in %s: %s', async (type, field, change) => {
    const {errors, warnings} = await validate({...findOf(type), ...change})
    expect(errors).toEqual([])
    expect(warnings.some((warning) => warning.startsWith(`${field}:`))).toBe(true)
  })
})
