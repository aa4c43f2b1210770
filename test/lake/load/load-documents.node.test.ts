import fc from 'fast-check'
import {expect, onTestFinished, test} from 'vitest'
import {loadDocuments, type LoadFinding, type LoadOperation} from '../../../lake/load/index.ts'
import {readLines} from '../../../lake/load/read-lines.ts'
import {openStore} from '../../../lake/store/index.ts'

function open() {
  const store = openStore({path: ':memory:'})
  onTestFinished(() => store.close())
  const load = async (
    lines: (object | string)[],
    operation: LoadOperation = 'create',
    signal?: AbortSignal,
  ) => {
    const findings: LoadFinding[] = []
    const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
    const report = await loadDocuments(store, toChunks(Buffer.from(text), 7), {
      operation,
      signal,
      onFinding: (finding) => findings.push(finding),
    })
    return {report, findings}
  }
  return {store, load}
}

async function* toChunks(bytes: Uint8Array, size: number) {
  for (let start = 0; start < bytes.byteLength; start += size) yield bytes.subarray(start, start + size)
}

test('bad lines are findings with their numbers, and the rest goes in', async () => {
  const {store, load} = open()
  const {report, findings} = await load([
    {_id: 'a', _type: 'note'},
    '{"_id": "b", ',
    '',
    '[1]',
    {_id: 'c'},
    {_id: 'no good', _type: 'note'},
    {_id: 'd', _type: 'note', photo: {_sanityAsset: 'image@file://./images/x.png'}},
    {_id: 'e', _type: 'note'},
  ])
  expect(findings.map(({line}) => line)).toEqual([2, 4, 5, 7, 6])
  expect(report).toMatchObject({lines: 8, written: 2, findings: 5, interrupted: false})
  expect([store.hasDocument('a'), store.hasDocument('e'), store.count()]).toEqual([true, true, 2])
})

test('the same lines again change nothing, with ids and keys that were computed', async () => {
  const {store, load} = open()
  const lines = [
    {_type: 'note', list: [{text: 'x'}, {text: 'y'}]},
    {_id: 'b', _type: 'note', _createdAt: '2020-01-01T00:00:00Z'},
  ]
  expect((await load(lines)).report).toMatchObject({written: 2})
  const before = [...store.exportDocuments()]
  expect((await load(lines)).report).toMatchObject({written: 0, unchanged: 2, findings: 0})
  expect([...store.exportDocuments()]).toEqual(before)
  expect(before.map((document) => document['list'] ?? document._createdAt)).toContainEqual([
    {text: 'x', _key: expect.stringMatching(/^[0-9a-f]{12}$/)},
    {text: 'y', _key: expect.stringMatching(/^[0-9a-f]{12}$/)},
  ])
})

test('an id that is taken is a finding, or is replaced, or is kept', async () => {
  const {store, load} = open()
  await load([{_id: 'a', _type: 'note', text: 'one'}])
  const line = {_id: 'a', _type: 'note', text: 'two'}
  const first = await load([line])
  expect(first.findings).toEqual([{line: 1, message: expect.stringContaining('--replace')}])
  expect((await load([line], 'missing')).report).toMatchObject({kept: 1, findings: 0})
  expect(store.getDocument('a')).toMatchObject({text: 'one'})
  expect((await load([line], 'replace')).report).toMatchObject({written: 1, findings: 0})
  expect(store.getDocument('a')).toMatchObject({text: 'two'})
})

test('references may point at later lines; those that point nowhere are made weak', async () => {
  const {store, load} = open()
  const to = (id: string) => ({_type: 'reference', _ref: id})
  const {findings} = await load([
    {_id: 'a', _type: 'note', to: to('b'), list: [{...to('gone'), _key: 'k'}]},
    {_id: 'b', _type: 'note', to: to('a')},
  ])
  expect(findings).toEqual([{line: 1, message: expect.stringContaining('"gone"')}])
  expect(store.getDocument('a')).toMatchObject({to: to('b'), list: [{...to('gone'), _weak: true}]})
  expect(() => store.transact([{delete: {id: 'b'}}])).toThrow(/references/)
})

test('a load that is cut short leaves references as they are, and is finished by loading again', async () => {
  const {store, load} = open()
  const lines = Array.from({length: 1700}, (_, n) => ({
    _id: `n${n}`,
    _type: 'note',
    ...(n < 1699 ? {to: {_type: 'reference', _ref: `n${n + 1}`}} : {}),
  }))
  const interruption = new AbortController()
  const stop = store.onTransaction(() => interruption.abort())
  expect((await load(lines, 'create', interruption.signal)).report).toMatchObject({
    interrupted: true,
    written: 1000,
    findings: 0,
  })
  stop()
  expect((await load(lines)).report).toMatchObject({written: 700, unchanged: 1000, findings: 0})
  expect(store.getDocument('n999')).toMatchObject({to: {_ref: 'n1000'}})
  expect(store.getDocument('n999')!['to']).not.toHaveProperty('_weak')
})

test('lines are the same wherever the stream is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({unit: 'grapheme'})),
      fc.integer({min: 1, max: 9}),
      async (texts, size) => {
        const lines = texts.map((text) => text.replaceAll(/[\n\uFEFF]/g, ''))
        const found: (string | undefined)[] = []
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''))
        for await (const {text} of readLines(toChunks(bytes, size), 1000)) found.push(text)
        expect(found).toEqual(lines.map((line) => Buffer.from(line).toString()))
      },
    ),
  )
})

test('a line that is too long or not UTF-8 is told apart from its neighbours', async () => {
  const bytes = Buffer.concat([
    Buffer.from('ok\n'),
    Buffer.alloc(50, 'x'),
    Buffer.from('\n\xff\nend', 'latin1'),
  ])
  const found: (string | undefined)[] = []
  for await (const line of readLines(toChunks(bytes, 8), 20)) found.push(line.text ?? line.reason)
  expect(found).toEqual([
    'ok',
    'The line has 50 bytes; at most 20 are taken.',
    'The line is not UTF-8.',
    'end',
  ])
})
