import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {openStore} from '../../../lake/store/index.ts'
import {documentTables} from '../../../lake/store/database/schema.ts'

/** Format 1, as the first version of the lake made it. */
const tablesOfFormat1 = `
create table documents (id text primary key, type text not null, rev text not null, created_at text not null,
  updated_at text not null, content text not null) without rowid;
create index documents_by_type on documents (type);
create table transactions (seq integer primary key, id text not null unique, timestamp text not null, author text not null, results text not null);
create table changes (document_id text not null, seq integer not null references transactions (seq), previous_rev text,
  result_rev text not null, transition text not null, mutations text not null, apply text not null, revert text not null,
  primary key (document_id, seq)) without rowid;
create index changes_by_seq on changes (seq);
create table refs (from_id text not null, path text not null, to_id text not null, weak integer not null, primary key (from_id, path)) without rowid;
create index refs_by_target on refs (to_id);
create table key_values (owner text not null, key text not null, value text not null, updated_at text not null, primary key (owner, key)) without rowid;
pragma application_id = 1313167187; pragma user_version = 1;
`

const references: {[index: number]: object} = {
  1: {one: {_ref: 'article-000000', _weak: true}, two: {_ref: 'article-000000'}},
  3: {one: {_ref: 'article-000002', _weak: true}},
}

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lake-format-'))
  file = path.join(folder, 'production.sqlite')
})
afterEach(() => rmSync(folder, {recursive: true}))

function writeFormat1(count: number): void {
  const database = new DatabaseSync(file)
  database.exec(tablesOfFormat1)
  database.exec('begin')
  const insert = database.prepare('insert into documents values (?, ?, ?, ?, ?, ?)')
  for (let index = 0; index < count; index++) {
    const id = `article-${String(index).padStart(6, '0')}`
    const headline = `Council votes ${index}`
    const document = {_id: id, _type: 'article', _rev: 'r', headline, ...references[index]}
    insert.run(id, 'article', 'r', '', '', JSON.stringify(document))
  }
  database.exec(`insert into refs values ('article-000001', 'one', 'article-000000', 1), ('article-000001', 'two', 'article-000000', 0),
    ('article-000003', 'one', 'article-000002', 1)`)
  database.exec('commit')
  database.close()
}

const lastHeadline = '*[_type == "article"] | order(_id desc)[0].headline'

describe('a data folder of format 1', () => {
  test('is brought to the present format with all that it holds, and opens again', async () => {
    writeFormat1(4500)
    for (let time = 0; time < 2; time++) {
      const store = openStore({path: file})
      expect(store.count()).toBe(4500)
      expect(await store.fetch(lastHeadline)).toBe('Council votes 4499')
      expect(await store.fetch('count(*[headline == "Council votes 17"])')).toBe(1)
      store.close()
    }
  })

  test('is finished when the process ended in the middle', async () => {
    writeFormat1(4500)
    interruptMove()
    const store = openStore({path: file})
    expect(store.count()).toBe(4500)
    expect(await store.fetch(lastHeadline)).toBe('Council votes 4499')
    expect(store.referrersOf('article-000000')).toEqual(['article-000001'])
    store.close()
  })

  test('still guards what is referred to strongly, and nothing else', () => {
    writeFormat1(10)
    const store = openStore({path: file})
    expect(store.referrersOf('article-000002')).toEqual(['article-000003'])
    expect(() => store.transact([{delete: {id: 'article-000000'}}])).toThrow(
      /cannot be deleted.*"article-000001"/,
    )
    store.transact([{delete: {id: 'article-000002'}}])
    store.close()
  })

  test('takes new documents after that, and knows old from new', async () => {
    writeFormat1(10)
    const store = openStore({path: file})
    store.transact([
      {create: {_id: 'article-new', _type: 'article', headline: 'Bridge opens'}},
      {delete: {id: 'article-000003'}},
      {patch: {id: 'article-000004', set: {headline: 'Bridge closes'}}},
    ])
    expect(await store.fetch('*[headline match "bridge"] | order(_id)._id')).toEqual([
      'article-000004',
      'article-new',
    ])
    expect(await store.fetch('count(*)')).toBe(10)
    store.close()
  })
})

describe('a data folder of format 4', () => {
  test('finds by references and by their marks what it found, also of what is changed afterwards', async () => {
    writeFormat4()
    const store = openStore({path: file})
    const idsOf = (filter: string) => store.fetch(`*[${filter}]._id`)
    expect(await idsOf('references("bridge")')).toEqual(['one', 'two'])
    expect(await idsOf('_type == "article" && references("bridge")')).toEqual(['one'])
    expect(await idsOf('references("elsewhere:bridge")')).toEqual(['two'])
    expect(await store.fetch('count(*[references("elsewhere:bridge")])')).toBe(1)
    expect(await idsOf('defined(photo)')).toEqual(['one', 'two'])
    expect(await idsOf('!defined(photo)')).toEqual(['bridge'])
    expect(store.explain('*[defined(photo)]').join(' ')).toContain('photo is there')
    store.transact([{patch: {id: 'one', unset: ['photo']}}, {delete: {id: 'two'}}])
    expect(await idsOf('references("bridge")')).toEqual([])
    expect(await store.fetch('count(*[references("bridge")])')).toBe(0)
    expect(await idsOf('defined(photo)')).toEqual([])
    expect(await store.fetch('count(*[defined(photo)])')).toBe(0)
    expect(store.referrersOf('bridge')).toEqual([])
    store.close()
  })
})

function writeFormat4(): void {
  const made = openStore({path: file})
  const photo = {_ref: 'bridge', _weak: true}
  made.transact([
    {create: {_id: 'bridge', _type: 'photo'}},
    {create: {_id: 'one', _type: 'article', photo}},
    {create: {_id: 'two', _type: 'quote', photo, far: {_ref: 'elsewhere:bridge'}}},
  ])
  made.catchUp(5000)
  made.close()
  const database = new DatabaseSync(file)
  database.exec(`
    drop table refs;
    create table refs (to_id text not null, from_n integer not null, weak integer not null, primary key (to_id, from_n)) without rowid;
    insert into refs select 'bridge', n, 1 from documents where id <> 'bridge';
    insert into paths (variant, type, path) values ('', 'article', '->'), ('', 'article', 'photo'), ('', 'quote', 'photo');
    insert into document_values select tp, 'bridge', n from paths join documents using (type) where path = '->' and id <> 'bridge';
    insert into document_values select tp, x'02', n from paths join documents using (type) where path = 'photo';
    pragma user_version = 4;
  `)
  database.close()
}

/** Leaves the file as a process does that is killed after the first 2,000 documents were moved. */
function interruptMove(): void {
  const database = new DatabaseSync(file)
  database.exec('drop index documents_by_type; alter table documents rename to documents_1')
  database.exec(documentTables)
  database.exec(`
    insert into documents (id, type, content) select id, type, content from documents_1 where id < 'article-002000' order by id;
    pragma user_version = 2;
  `)
  database.close()
}
