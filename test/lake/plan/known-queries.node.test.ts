import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {gunzipSync} from 'node:zlib'
import {describe, expect, test} from 'vitest'
import {lakeQueries} from '../../../bench/lake-query-list.ts'
import {makeNewsroom} from '../../../bench/make-newsroom.ts'
import type {StoredDocument} from '../../../lake/store/documents/document.ts'
import type {Perspective} from '../../../lake/store/query/perspective.ts'
import {defaultLimits, type PlanLimits} from '../../../lake/store/plan/plan-limits.ts'
import * as queries from '../../../queries/index.ts'
import {openBothWays} from './open-both-ways.ts'

/** So small that every list is long. */
const smallLimits: PlanLimits = {
  maxSorted: 1,
  minSorted: 0,
  maxReadAtOnce: 1,
  minProbed: 1,
  minWalked: 1,
  maxJoined: 1,
}
const everyLimits = [
  {name: 'as they are', limits: defaultLimits},
  {name: 'very small', limits: smallLimits},
]
const perspectives: Perspective[] = ['raw', 'published', 'drafts', ['r1', 'drafts']]
const conformance = path.resolve(
  import.meta.dirname,
  '../../../../shared/samples/groq/conformance-dev.ndjson.gz',
)

const newsletterId = [...makeNewsroom(600).documents()].find(({_type}) => _type === 'newsletterBlock')!._id

type Lake = ReturnType<typeof openBothWays>
const isSame = (lake: Lake, query: string, params: Record<string, unknown>, from: Perspective) => {
  const wanted = lake.withoutPlanner(query, params, from)
  return {isSame: lake.withPlanner(query, params, from) === wanted, isEmpty: /^(?:\[\]|null)$/.test(wanted)}
}

describe.each(everyLimits)('with the limits of the planner $name', ({limits}) => {
  const newsroom = makeNewsroom(600)
  const made = [...newsroom.documents()] as unknown as StoredDocument[]
  const lake = openBothWays(limits)
  const written = made.flatMap(toVariants)
  lake.write(written.map((document) => [document._id, document]))

  test('the queries of the package give what they give without it', () => {
    const shown = written.find(
      ({_id, wire}) =>
        !_id.includes('.') && (wire as {pubStatus?: string} | undefined)?.pubStatus === 'usable',
    )!
    const params = {
      slug: (shown['slug'] as {current: string}).current,
      section: shown['section'],
      from: 0,
      to: 20,
      speaker: newsroom.personId(1),
      caption: (shown['leadImage'] as {caption: {_ref: string}}).caption._ref,
      newsletterBlock: newsletterId,
    }
    const empty: string[] = []
    for (const [name, query] of Object.entries(queries)) {
      for (const from of perspectives) {
        const found = isSame(lake, query as string, params, from)
        expect({name, from, ...found}).toMatchObject({isSame: true})
        if (found.isEmpty && from === 'raw') empty.push(name)
      }
    }
    expect(empty).toEqual([])
  })

  test('the queries that are measured give what they give without it', () => {
    const headlines = made.flatMap(({headline}) => (typeof headline === 'string' ? [headline] : []))
    for (const {query, params} of lakeQueries)
      for (const place of [0, 1, 2])
        for (const from of perspectives)
          expect({
            query,
            from,
            ...isSame(lake, query, params(newsroom, place, headlines), from),
          }).toMatchObject({
            isSame: true,
          })
  })
})

/** A document, for some a draft of other words beside it or in its place, and for some a version in a release. */
function toVariants(document: StoredDocument, place: number): StoredDocument[] {
  const changed = (prefix: string) => ({
    ...document,
    ...(document._type === 'article' ? toArticleFields(document, place) : {}),
    _id: `${prefix}${document._id}`,
    ...(typeof document['headline'] === 'string' ? {headline: `${document['headline']} ${prefix}`} : {}),
  })
  if (place % 5 === 0) return [document, changed('drafts.')]
  if (place % 7 === 0) return [changed('drafts.')]
  return place % 11 === 0 ? [document, changed('versions.r1.')] : [document]
}

/** One of each state that the desk's queries ask for. */
function toArticleFields({body, wire}: StoredDocument, place: number) {
  const block = {
    _type: 'newsletterSignup',
    _key: 'n',
    newsletterBlock: {_type: 'reference', _ref: newsletterId},
  }
  return {
    wire: {
      ...(wire as object),
      ...(place % 2 ? {pubStatus: 'withheld'} : {embargoedUntil: '2099-01-01T06:00:00Z'}),
    },
    waitingUpdate: {_type: 'waitingUpdate'},
    body: [...(body as object[]), block],
  }
}

interface DatasetLine {
  _type: 'dataset'
  _id: string
  documents: StoredDocument[]
}
interface CaseLine {
  _type: 'test'
  name: string
  query: string
  variables?: Record<string, unknown>
  params?: Record<string, unknown>
  dataset?: {_ref: string}
}

describe.runIf(existsSync(conformance))('the conformance cases of GROQ', () => {
  test.each(everyLimits)(
    'give with the planner what they give without, its limits $name',
    ({limits}) => {
      const lines = gunzipSync(readFileSync(conformance)).toString('utf8').trim().split('\n')
      const entries = lines.map((line) => JSON.parse(line) as DatasetLine | CaseLine)
      const lakes = new Map<string, Lake>()
      for (const entry of entries) {
        if (entry._type !== 'dataset') continue
        const lake = openBothWays(limits)
        lake.write(entry.documents.map(toStored).map((document) => [document._id, document]))
        lakes.set(entry._id, lake)
      }
      const bare = openBothWays(limits)
      const differing: string[] = []
      let asked = 0
      for (const entry of entries) {
        if (entry._type !== 'test') continue
        const lake = lakes.get(entry.dataset?._ref ?? '') ?? bare
        if (!isSame(lake, entry.query, entry.variables ?? entry.params ?? {}, 'raw').isSame)
          differing.push(`${entry.name}: ${entry.query}`)
        asked++
      }
      expect(asked).toBeGreaterThan(1000)
      expect(differing).toEqual([])
    },
    240_000,
  )
})

/** The cases' documents as a lake may hold them: with an id and a type. */
function toStored(document: Partial<StoredDocument>, place: number): StoredDocument {
  return {
    _type: 'document',
    _rev: 'r',
    _createdAt: '2026-05-04T10:00:00Z',
    _updatedAt: '2026-05-04T10:00:00Z',
    ...document,
    _id: typeof document._id === 'string' ? document._id : `document-${place}`,
  }
}
