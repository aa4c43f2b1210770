import {DatabaseSync} from 'node:sqlite'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {openDatabase} from '../../../lake/store/database/database.ts'
import type {StoredDocument} from '../../../lake/store/documents/document.ts'
import {openDocumentTable} from '../../../lake/store/documents/document-table.ts'
import {toMatchTokens} from '../../../lake/store/indexes/find-words.ts'
import {toValueKey} from '../../../lake/store/indexes/value-key.ts'
import {toWordKey, toWordKeyStart} from '../../../lake/store/indexes/word-key.ts'

describe('the key of a value', () => {
  test('sorts in SQLite as GROQ sorts the values: numbers, strings by UTF-16 unit, booleans', () => {
    const scalar = fc.oneof(
      fc.double({noNaN: true, noDefaultInfinity: true}),
      fc.string({unit: 'binary', maxLength: 12}),
      fc.constantFrom('\ud800', '\udfff', '\ue000', '\uffff', '😀', 'a\0b', 'é', ''),
      fc.boolean(),
    )
    const database = new DatabaseSync(':memory:')
    const compare = database.prepare('select ? < ? as isLess, ? = ? as isSame')
    fc.assert(
      fc.property(scalar, scalar, (one, other) => {
        const [a, b] = [toValueKey(one)!, toValueKey(other)!]
        const {isLess, isSame} = compare.get(a, b, a, b) as {isLess: number; isSame: number}
        expect([isLess, isSame]).toEqual([Number(isBefore(one, other)), Number(one === other)])
      }),
      {numRuns: 2000},
    )
  })
})

function isBefore(one: unknown, other: unknown): boolean {
  const rank = {number: 2, string: 3, boolean: 4} as Record<string, number>
  const [a, b] = [rank[typeof one]!, rank[typeof other]!]
  return a === b ? (one as number) < (other as number) : a < b
}

describe('the key of a word', () => {
  const text = fc.string({unit: fc.constantFrom(..."abAKſKßİıςσΣÅéÀ\u0301\u0323-_’'.😀東1"), maxLength: 6})

  test('is the same for all words that match takes for the same', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        for (const token of toMatchTokens(one)) {
          for (const pattern of toMatchTokens(other)) {
            if (/\W/.test(pattern) && /[.]/.test(pattern)) continue
            if (new RegExp(`^${pattern}$`, 'i').test(token)) expect(toWordKey(token)).toBe(toWordKey(pattern))
            if (new RegExp(`^${pattern}.*$`, 'i').test(token))
              expect(toWordKey(token).startsWith(toWordKeyStart(pattern))).toBe(true)
          }
        }
      }),
      {numRuns: 5000},
    )
  })
})

const document = fc.record({
  id: fc.constantFrom('a', 'b', 'drafts.a', 'versions.r1.a', 'c.d'),
  type: fc.constantFrom('article', 'quote'),
  text: fc.constantFrom('Council votes', 'Bridge opens', undefined),
  tags: fc.array(fc.oneof(fc.constantFrom('x', 'y'), fc.integer({min: 0, max: 2}), fc.boolean()), {
    maxLength: 3,
  }),
  speaker: fc.option(fc.constantFrom('a', 'b')),
  by: fc.array(
    fc.record({_ref: fc.constantFrom('a', 'b'), _key: fc.string(), _weak: fc.constantFrom(true, false)}),
    {maxLength: 2},
  ),
})

type Fields = typeof document extends fc.Arbitrary<infer Value> ? Value : never
type Step =
  | {kind: 'put'; fields: Fields[]; isBulk: boolean}
  | {kind: 'remove'; id: string}
  | {kind: 'catchUp'}
  | {kind: 'undo'; fields: Fields}

describe('the indexes', () => {
  test('hold after any sequence of changes what indexes made anew hold', () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({
          kind: fc.constant('put' as const),
          fields: fc.array(document, {maxLength: 4}),
          isBulk: fc.boolean(),
        }),
        fc.record({kind: fc.constant('remove' as const), id: fc.constantFrom('a', 'b', 'drafts.a', 'c.d')}),
        fc.record({kind: fc.constant('catchUp' as const)}),
        fc.record({kind: fc.constant('undo' as const), fields: document}),
      ),
      {maxLength: 12},
    )
    fc.assert(
      fc.property(steps, (sequence: Step[]) => {
        const database = openDatabase(':memory:')
        let documents = openDocumentTable(database)
        for (const step of sequence) {
          if (step.kind === 'catchUp') {
            documents.indexes.catchUp(2)
            documents = openDocumentTable(database)
            continue
          }
          database.exec('begin')
          if (step.kind === 'put') for (const fields of step.fields) put(documents, fields, step.isBulk)
          if (step.kind === 'remove') {
            const before = documents.get(step.id)
            if (before) documents.remove(before)
          }
          if (step.kind === 'undo') put(documents, step.fields, false)
          database.exec(step.kind === 'undo' ? 'rollback' : 'commit')
          if (step.kind === 'undo') documents.indexes.reload()
        }
        catchUp(documents)
        const kept = dump(database)

        const fresh = openDatabase(':memory:')
        const again = openDocumentTable(fresh)
        fresh.exec('begin')
        for (const held of documents.all()) again.put(null, held, true)
        fresh.exec('commit')
        catchUp(again)
        expect(kept).toEqual(dump(fresh))
        database.close()
        fresh.close()
      }),
      {numRuns: 200},
    )
  })
})

function put(documents: ReturnType<typeof openDocumentTable>, fields: Fields, isBulk: boolean) {
  const {id, type, speaker, ...rest} = fields
  const after = {
    _id: id,
    _type: type,
    _rev: 'r',
    _createdAt: '',
    _updatedAt: '',
    ...rest,
    ...(speaker ? {speaker: {_type: 'reference', _ref: speaker}} : {}),
  } as StoredDocument
  documents.put(documents.get(id) ?? null, after, isBulk)
}

function catchUp({indexes}: ReturnType<typeof openDocumentTable>) {
  while (indexes.behind() > 0) indexes.catchUp(3)
}

/** What is in the indexes, by the ids of the documents. */
function dump(database: DatabaseSync) {
  const values = database
    .prepare(
      `select variant, paths.type, path, value, id from document_values
       join paths using (tp) join documents using (n) order by variant, paths.type, path, value, id`,
    )
    .all()
  const words = ['council', 'bridge', 'votes', 'a', 'c'].map((word) =>
    database
      .prepare('select id from words join documents on n = words.rowid where words match ? order by id')
      .all(`"${word}"`),
  )
  const references = database
    .prepare(
      `select to_id, id, weak, hidden, variant, paths.type from refs join documents on n = from_n
       join paths using (tp) order by to_id, id`,
    )
    .all()
  return {
    values,
    words,
    references,
    referenceCount: database.prepare('select count(*) as n from refs').get(),
    counts: database.prepare('select (select count(*) from document_values) as n').get(),
  }
}
