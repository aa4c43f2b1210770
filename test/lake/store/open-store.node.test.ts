import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {LakeError, openStore, type Store} from '../../../lake/store/index.ts'

let store: Store
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-'))
  let tick = Date.parse('2026-01-01T00:00:00Z')
  store = openStore({path: join(folder, 'production.sqlite'), now: () => new Date((tick += 1000))})
})
afterEach(() => {
  store.close()
  rmSync(folder, {recursive: true})
})

function errorOf(action: () => unknown): LakeError {
  try {
    action()
  } catch (error) {
    if (error instanceof LakeError) return error
    throw error
  }
  throw new Error('It did not throw')
}

describe('mutations', () => {
  test('create stores a document with the transaction as its revision', () => {
    const result = store.transact([{create: {_id: 'a', _type: 'note', text: 'one', _rev: 'ignored'}}], {
      transactionId: 't1',
    })
    expect(result).toEqual({
      transactionId: 't1',
      results: [{id: 'a', operation: 'create'}],
      documentIds: ['a'],
    })
    expect(store.getDocument('a')).toEqual({
      _id: 'a',
      _type: 'note',
      _rev: 't1',
      _createdAt: '2026-01-01T00:00:01.000Z',
      _updatedAt: '2026-01-01T00:00:01.000Z',
      text: 'one',
    })
  })

  test('create of a known id fails with 409 and stores nothing of the transaction', () => {
    store.transact([{create: {_id: 'a', _type: 'note'}}])
    const error = errorOf(() =>
      store.transact([{create: {_id: 'b', _type: 'note'}}, {create: {_id: 'a', _type: 'note'}}]),
    )
    expect(error.toBody()).toEqual({
      statusCode: 409,
      error: {
        type: 'mutationError',
        description: 'The mutation(s) failed: Document by ID "a" already exists',
        items: [
          {
            index: 1,
            error: {
              type: 'documentAlreadyExistsError',
              description: 'Document by ID "a" already exists',
              id: 'a',
            },
          },
        ],
      },
    })
    expect(store.getDocument('b')).toBeUndefined()
  })

  test('createIfNotExists leaves what is there; createOrReplace replaces it', () => {
    store.transact([{create: {_id: 'a', _type: 'note', text: 'one'}}])
    expect(store.transact([{createIfNotExists: {_id: 'a', _type: 'note', text: 'two'}}]).results).toEqual([
      {id: 'a', operation: 'none'},
    ])
    expect(store.getDocument('a')!['text']).toBe('one')
    store.transact([{createOrReplace: {_id: 'a', _type: 'note', other: 3}}])
    expect(store.getDocument('a')).toMatchObject({other: 3})
    expect(store.getDocument('a')).not.toHaveProperty('text')
  })

  test('every patch operation of a transaction is applied', () => {
    store.transact([
      {create: {_id: 'a', _type: 'note', n: 1, words: 'The cat', tags: [{_key: 'x', v: 1}], old: true}},
      {
        patch: {
          id: 'a',
          setIfMissing: {n: 9, fresh: 'f'},
          set: {'tags[_key=="x"].v': 2, 'deep.inner': 'd'},
          unset: ['old'],
          inc: {n: 4},
          dec: {n: 1},
          insert: {after: 'tags[-1]', items: [{_key: 'y'}]},
          diffMatchPatch: {words: '@@ -1,7 +1,7 @@\n The \n-cat\n+dog\n'},
        },
      },
    ])
    expect(store.getDocument('a')).toMatchObject({
      n: 4,
      fresh: 'f',
      words: 'The dog',
      deep: {inner: 'd'},
      tags: [{_key: 'x', v: 2}, {_key: 'y'}],
    })
    expect(store.getDocument('a')).not.toHaveProperty('old')
  })

  test('ifRevisionID that is not the present revision fails with 409 and tells both', () => {
    store.transact([{create: {_id: 'a', _type: 'note'}}], {transactionId: 't1'})
    const error = errorOf(() => store.transact([{patch: {id: 'a', ifRevisionID: 'old', set: {x: 1}}}]))
    expect(error.status).toBe(409)
    expect(error.items![0]!.error).toMatchObject({
      type: 'documentRevisionIDDoesNotMatchError',
      currentRevisionID: 't1',
      expectedRevisionID: 'old',
    })
  })

  test('a patch of a missing document fails with 404', () => {
    const error = errorOf(() => store.transact([{patch: {id: 'gone', set: {x: 1}}}]))
    expect([error.status, error.items![0]!.error.type]).toEqual([404, 'documentNotFoundError'])
  })

  test('a patch cannot change _id or _type', () => {
    store.transact([{create: {_id: 'a', _type: 'note'}}])
    expect(errorOf(() => store.transact([{patch: {id: 'a', set: {_type: 'x'}}}])).status).toBe(400)
    expect(errorOf(() => store.transact([{patch: {id: 'a', set: {_id: 'x'}}}])).status).toBe(400)
  })

  test('patch and delete by query act on what the query selects, earlier mutations of the transaction included', () => {
    store.transact([{create: {_id: 'a', _type: 'note'}}, {create: {_id: 'b', _type: 'other'}}])
    store.transact([
      {create: {_id: 'c', _type: 'note'}},
      {patch: {query: '*[_type == $type]', params: {type: 'note'}, set: {seen: true}}},
    ])
    expect(store.getDocuments(['a', 'b', 'c', 'd']).map((document) => document?.['seen'])).toEqual([
      true,
      undefined,
      true,
      undefined,
    ])
    store.transact([{delete: {query: '*[seen == true]'}}])
    expect([...store.exportDocuments()].map((document) => document._id)).toEqual(['b'])
  })

  test('a transaction sent again under its id is answered from the log and not applied twice', () => {
    store.transact([{create: {_id: 'a', _type: 'note', n: 0}}])
    const first = store.transact([{patch: {id: 'a', inc: {n: 1}}}], {transactionId: 't2'})
    const second = store.transact([{patch: {id: 'a', inc: {n: 1}}}], {transactionId: 't2'})
    expect(second).toEqual(first)
    expect(store.getDocument('a')!['n']).toBe(1)
  })

  test('dryRun checks everything and stores nothing', () => {
    const result = store.transact([{create: {_id: 'a', _type: 'note'}}], {
      dryRun: true,
      returnDocuments: true,
    })
    expect(result.results[0]!.document).toMatchObject({_id: 'a'})
    expect(store.getDocument('a')).toBeUndefined()
    expect(
      errorOf(() => store.transact([{delete: {id: 'x'}}, {patch: {id: 'x'}}], {dryRun: true})).status,
    ).toBe(404)
  })

  test('autoGenerateArrayKeys gives a _key to array items that have none', () => {
    store.transact([{create: {_id: 'a', _type: 'note', list: [{v: [{w: 1}]}, {_key: 'own'}, 'plain']}}], {
      autoGenerateArrayKeys: true,
    })
    const list = store.getDocument('a')!['list'] as {_key: string; v: {_key: string}[]}[]
    expect(list[0]!._key).toMatch(/^[0-9a-f]{12}$/)
    expect(list[0]!.v[0]!._key).toMatch(/^[0-9a-f]{12}$/)
    expect(list[1]).toEqual({_key: 'own'})
    expect(list[2]).toBe('plain')
  })

  test('what the caller does to its own objects later changes nothing, and memory holds what the disk does', async () => {
    const list = [{_key: 'x', n: 1}]
    store.transact([{create: {_id: 'a', _type: 'note', list, nothing: undefined, when: new Date(0)}}])
    const value = {deep: {n: 1}}
    store.transact([{patch: {id: 'a', set: {value}}}])
    list[0]!.n = 2
    value.deep.n = 2
    const seen = await store.fetch('*[_id == "a"][0]')
    expect(seen).toEqual(store.getDocument('a'))
    expect(seen).toMatchObject({list: [{n: 1}], value: {deep: {n: 1}}, when: '1970-01-01T00:00:00.000Z'})
    expect(seen).not.toHaveProperty('nothing')
  })

  test('ids that the lake does not take are refused', () => {
    for (const _id of ['-a', '.a', 'a..b', 'a b', 'a/b', 'x'.repeat(129)]) {
      expect(errorOf(() => store.transact([{create: {_id, _type: 'note'}}])).status).toBe(400)
    }
    expect(store.transact([{create: {_id: 'drafts.', _type: 'note'}}]).documentIds[0]).toMatch(
      /^drafts\.\w{22}$/,
    )
  })
})

describe('references', () => {
  test('a strong reference needs its document, a weak one does not', () => {
    const strong = errorOf(() =>
      store.transact([{create: {_id: 'a', _type: 'note', to: {_type: 'reference', _ref: 'b'}}}]),
    )
    expect([strong.status, strong.items![0]!.error.type]).toEqual([409, 'documentReferenceDoesNotExistError'])
    store.transact([{create: {_id: 'a', _type: 'note', to: {_ref: 'b', _weak: true}}}])
    store.transact([
      {create: {_id: 'c', _type: 'note', to: {_ref: 'd'}}},
      {create: {_id: 'd', _type: 'note'}},
    ])
  })

  test('a strongly referenced document cannot be deleted, unless together with what refers to it', () => {
    store.transact([
      {create: {_id: 'b', _type: 'note'}},
      {create: {_id: 'a', _type: 'note', to: {_ref: 'b'}}},
    ])
    const error = errorOf(() => store.transact([{delete: {id: 'b'}}]))
    expect(error.status).toBe(409)
    expect(error.items![0]!.error).toMatchObject({type: 'documentHasReferencesError', referencingIDs: ['a']})
    store.transact([{delete: {id: 'b'}}, {delete: {id: 'a'}}])
    expect(store.count()).toBe(0)
  })
})

describe('queries', () => {
  beforeEach(() => {
    store.transact([
      {create: {_id: 'a', _type: 'note', text: 'published a'}},
      {create: {_id: 'drafts.a', _type: 'note', text: 'draft a'}},
      {create: {_id: 'versions.spring.a', _type: 'note', text: 'spring a'}},
      {create: {_id: 'b', _type: 'note', text: 'published b', to: {_ref: 'a'}}},
      {create: {_id: 'drafts.c', _type: 'note', text: 'draft c'}},
    ])
  })

  test('perspectives show what they say', async () => {
    const see = (perspective: 'raw' | 'published' | 'drafts' | string[]) =>
      store.fetch('*|order(text){_id, _originalId, text}', {}, {perspective})
    expect(await see('raw')).toHaveLength(5)
    expect(await see('published')).toEqual([
      {_id: 'a', _originalId: null, text: 'published a'},
      {_id: 'b', _originalId: null, text: 'published b'},
    ])
    expect(await see('drafts')).toEqual([
      {_id: 'a', _originalId: 'drafts.a', text: 'draft a'},
      {_id: 'c', _originalId: 'drafts.c', text: 'draft c'},
      {_id: 'b', _originalId: 'b', text: 'published b'},
    ])
    expect(await see(['spring', 'drafts'])).toEqual([
      {_id: 'c', _originalId: 'drafts.c', text: 'draft c'},
      {_id: 'b', _originalId: 'b', text: 'published b'},
      {_id: 'a', _originalId: 'versions.spring.a', text: 'spring a'},
    ])
  })

  test('a dereference follows the perspective', async () => {
    expect(await store.fetch('*[_id == "b"][0].to->text', {}, {perspective: 'drafts'})).toBe('draft a')
  })

  test('text::query finds words, beginnings, phrases and not what is excluded', async () => {
    const find = (q: string) => store.fetch('*[[@, _id] match text::query($q)]|order(text).text', {q})
    expect(await find('published')).toEqual(['published a', 'published b'])
    expect(await find('publ*')).toEqual(['published a', 'published b'])
    expect(await find('"published b"')).toEqual(['published b'])
    expect(await find('published -b')).toEqual(['published a'])
    expect(await find('')).toEqual([])
    const scored = await store.fetch(
      '*|score(boost(text match text::query("draft"), 5))[_score > 0]|order(text).text',
    )
    expect(scored).toEqual(['draft a', 'draft c'])
  })

  test('text::query of a star alone finds what has no text, too, as the lists of Studio want it', async () => {
    store.transact([{create: {_id: 'drafts.blank', _type: 'note'}}])
    expect(await store.fetch('count(*[_type == "note" && [@, _id] match text::query("*")])')).toBe(
      await store.fetch('count(*[_type == "note"])'),
    )
  })

  test('the result is the caller’s own', async () => {
    const first = await store.fetch<{text: string}[]>('*[_id == "a"]')
    first[0]!.text = 'changed by the caller'
    expect(await store.fetch('*[_id == "a"][0].text')).toBe('published a')
  })

  test('a query that does not parse is refused with its place', async () => {
    await expect(store.fetch('*[_type ==')).rejects.toMatchObject({status: 400, type: 'queryParseError'})
    await expect(store.fetch('('.repeat(10_000) + '1' + ')'.repeat(10_000))).rejects.toMatchObject({
      status: 400,
    })
    await expect(store.fetch('!'.repeat(100_000) + 'true')).rejects.toMatchObject({status: 400})
  })

  test('an inner query that does not depend on the row is evaluated once', async () => {
    let query = '*[_type == "note"]'
    for (let depth = 0; depth < 10; depth++) query = `*[_id in ${query}._id]`
    store.transact(Array.from({length: 200}, (_, n) => ({create: {_id: `n${n}`, _type: 'note'}})))
    expect(await store.fetch(`count(${query})`)).toBe(205)
  })

  test('a query that takes too long is stopped', async () => {
    const slow = openStore({path: ':memory:', maxQueryMs: 20})
    slow.transact(Array.from({length: 2000}, (_, n) => ({create: {_id: `n${n}`, _type: 'note', n}})))
    await expect(slow.fetch('*[count(*[n > ^.n]) > 5]')).rejects.toMatchObject({status: 408})
    slow.close()
  })
})

describe('history', () => {
  test('each revision of a document can be read again', () => {
    store.transact([{create: {_id: 'a', _type: 'note', text: 'one'}}], {
      transactionId: 't1',
      identity: 'anna',
    })
    store.transact([{patch: {id: 'a', set: {text: 'two'}}}], {transactionId: 't2'})
    store.transact([{delete: {id: 'a'}}], {transactionId: 't3'})
    expect(store.history.documentAtRevision('a', 't1')).toMatchObject({text: 'one', _rev: 't1'})
    expect(store.history.documentAtRevision('a', 't2')).toMatchObject({text: 'two', _rev: 't2'})
    expect(store.history.documentAtRevision('a', 't3')).toBeNull()
    expect(store.history.documentAtRevision('a', 'other')).toBeUndefined()
    expect(store.history.documentAtTime('a', '2026-01-01T00:00:01Z')).toMatchObject({text: 'one'})
    expect(store.history.documentAtTime('a', '2025-01-01T00:00:01Z')).toBeNull()
    expect(store.history.transactionsOf(['a'])).toMatchObject([
      {id: 't1', author: 'anna', changes: [{transition: 'appear', previousRev: null, resultRev: 't1'}]},
      {id: 't2', changes: [{transition: 'update', previousRev: 't1', resultRev: 't2'}]},
      {id: 't3', changes: [{transition: 'disappear', previousRev: 't2', resultRev: 't3'}]},
    ])
    expect(store.history.transactionsOf(['a'], {reverse: true, limit: 1}).map(({id}) => id)).toEqual(['t3'])
  })

  test('listeners hear each committed transaction with the documents before and after', () => {
    const heard: unknown[] = []
    const stop = store.onTransaction((transaction) => heard.push(transaction))
    store.transact([{create: {_id: 'a', _type: 'note'}}])
    store.transact([{patch: {id: 'a', set: {x: 1}}}])
    stop()
    store.transact([{patch: {id: 'a', set: {x: 2}}}])
    expect(heard).toMatchObject([
      {seq: 1, changes: [{documentId: 'a', before: null, after: {_id: 'a'}}]},
      {seq: 2, changes: [{documentId: 'a', before: {_id: 'a'}, after: {x: 1}}]},
    ])
  })
})

describe('the file', () => {
  test('keeps everything when it is closed and opened again', async () => {
    store.transact([{create: {_id: 'a', _type: 'note'}}], {transactionId: 't1'})
    store.close()
    store = openStore({path: store.path})
    expect(store.getDocument('a')).toMatchObject({_rev: 't1'})
    expect(store.history.lastSeq()).toBe(1)
    expect(await store.fetch('count(*)')).toBe(1)
  })

  test('in use by another is said so', () => {
    expect(errorOf(() => openStore({path: store.path}))).toMatchObject({
      type: 'dataFolderLocked',
      description: expect.stringContaining('in use'),
    })
  })

  test('that is damaged is said so', () => {
    store.close()
    writeFileSync(store.path, 'SQLite format 3\0 and then nothing of the kind'.repeat(200))
    rmSync(`${store.path}-wal`, {force: true})
    expect(errorOf(() => openStore({path: store.path}))).toMatchObject({type: 'dataFolderDamaged'})
  })
})
