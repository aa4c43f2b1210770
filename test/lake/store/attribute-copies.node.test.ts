import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import fc from 'fast-check'
import {expect, onTestFinished, test} from 'vitest'
import {openDatabase} from '../../../lake/store/database/database.ts'
import type {StoredDocument} from '../../../lake/store/documents/document.ts'
import {openDocumentReader} from '../../../lake/store/documents/document-reader.ts'
import {openDocumentTable} from '../../../lake/store/documents/document-table.ts'
import {openStore} from '../../../lake/store/index.ts'

/** Attributes are wanted as copies once they have been read of one document. */
function open(database = openDatabase(':memory:')) {
  const documents = openDocumentTable(database, 1)
  const reader = openDocumentReader(database, documents.indexes.copies)
  const catchUp = () => {
    while (documents.indexes.behind() > 0) documents.indexes.catchUp(2)
  }
  return {database, documents, reader, catchUp}
}

function put({database, documents, reader}: ReturnType<typeof open>, ...made: object[]) {
  const after = made as StoredDocument[]
  database.exec('begin')
  for (const document of after) documents.put(documents.get(document._id) ?? null, document, false)
  database.exec('commit')
  reader.apply(after.map((document) => ({documentId: document._id, after: document})))
}

const countCopies = (database: DatabaseSync) =>
  (database.prepare('select count(*) as n from attribute_copies').get() as {n: number}).n

test('what is often read behind references is copied out of all documents of the type, and told from there', () => {
  const lake = open()
  const long = 'x'.repeat(1000)
  put(
    lake,
    {_id: 'a', _type: 'article', headline: 'Bridge opens', body: long},
    {_id: 'b', _type: 'article', headline: long},
    {_id: 'c', _type: 'article'},
    {_id: 'p', _type: 'person', headline: 'not an article'},
  )
  lake.reader.attributes.of('a', ['headline', 'slug'])
  lake.catchUp()
  expect(countCopies(lake.database)).toBe(2)
  // A store that has read nothing yet.
  const again = open(lake.database)
  const {copies} = again.documents.indexes
  expect(copies.mayTell(['headline'])).toBe(true)
  expect([...copies.tell(['a', 'b', 'c', 'p', 'gone'], ['headline', 'slug'])]).toEqual([
    ['a', {headline: 'Bridge opens', slug: null}],
  ])
  expect([...copies.tell(['a'], ['headline', 'body'])]).toEqual([])
  again.reader.attributes.foresee(['a', 'b', 'c', 'p', 'gone'], ['headline', 'slug'])
  expect(
    ['a', 'b', 'c', 'p', 'gone'].map((id) => again.reader.attributes.of(id, ['headline', 'slug'])),
  ).toEqual([
    {headline: 'Bridge opens', slug: null},
    {headline: long, slug: null},
    {headline: null, slug: null},
    {headline: 'not an article', slug: null},
    undefined,
  ])
})

test('copies follow their documents, in whatever order these are made, changed, given another type and removed', () => {
  const document = fc.record({
    _id: fc.constantFrom('a', 'b', 'c', 'drafts.a'),
    _type: fc.constantFrom('article', 'person'),
    name: fc.option(fc.constantFrom('Ada', 'Ben', 'long '.repeat(100)), {nil: undefined}),
    age: fc.constantFrom(null, 1, true, undefined),
  })
  const step = fc.oneof(
    document.map((after) => ({after})),
    fc.constantFrom('a', 'b', 'drafts.a').map((removed) => ({removed})),
    fc.constant({read: true}),
    fc.constant({catchUp: true}),
  )
  fc.assert(
    fc.property(fc.array(step, {maxLength: 25}), (steps) => {
      const lake = open()
      const held = new Map<string, StoredDocument>()
      const read = () => {
        for (const id of ['a', 'b', 'c', 'drafts.a']) {
          const document = held.get(id)
          expect(lake.reader.attributes.of(id, ['name', 'age'])).toEqual(
            document && {name: document['name'] ?? null, age: document['age'] ?? null},
          )
        }
      }
      for (const one of steps) {
        if ('after' in one) {
          put(lake, one.after)
          held.set(one.after._id, one.after as unknown as StoredDocument)
        } else if ('removed' in one) {
          const before = lake.documents.get(one.removed)
          if (before) lake.documents.remove(before)
          lake.reader.apply([{documentId: one.removed, after: null}])
          held.delete(one.removed)
        } else if ('read' in one) read()
        else lake.catchUp()
      }
      read()
      lake.database.close()
    }),
    {numRuns: 300},
  )
})

test('a folder of the format before has none, and gets them', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lake-copies-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  const file = path.join(folder, 'production.sqlite')
  const before = openStore({path: file})
  before.transact([{create: {_id: 'ada', _type: 'person', name: 'Ada'}}])
  before.close()
  const database = new DatabaseSync(file)
  database.exec('drop table attribute_copies; drop table copied_attributes; pragma user_version = 3')
  database.close()
  const store = openStore({path: file})
  store.transact([{create: {_id: 'note', _type: 'note', by: {_type: 'reference', _ref: 'ada'}}}])
  expect(await store.fetch('*[_id == "note"][0].by->name')).toBe('Ada')
  store.close()
})
