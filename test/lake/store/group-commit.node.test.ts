import {DatabaseSync} from 'node:sqlite'
import {expect, onTestFinished, test} from 'vitest'
import {openGroupCommit, type Job} from '../../../lake/store/transactions/group-commit.ts'
import type {WalSync} from '../../../lake/store/transactions/wal-sync.ts'

/** A disk whose syncs end when the test says so. */
function openSlowDisk() {
  const turns: {end: () => void; fail: (error: Error) => void}[] = []
  let immediate = 0
  const is = {quick: false, broken: false}
  const wal: WalSync = {
    now: () => {
      immediate++
      if (is.broken) throw new Error('no disk')
    },
    isQuick: () => is.quick,
    soon: () => new Promise((resolve, reject) => turns.push({end: resolve, fail: reject})),
    close: () => {},
  }
  return {wal, turns, is, immediate: () => immediate}
}

function open() {
  const database = new DatabaseSync(':memory:')
  onTestFinished(() => database.close())
  database.exec('create table names (name text primary key)')
  const disk = openSlowDisk()
  const told: string[] = []
  const answered: string[] = []
  const group = openGroupCommit<string>({
    database,
    wal: disk.wal,
    onTakenBack: () => told.push('taken back'),
    onCommitted: (names) => told.push(...names.map((name) => `committed ${name}`)),
    onDurable: (names) => told.push(...names.map((name) => `durable ${name}`)),
  })
  const insert = database.prepare('insert into names values (?)')
  const job = (name: string, isAlone = false): Job<string> => ({
    isAlone,
    prepare: () => () => {
      insert.run(name)
      if (name.startsWith('bad')) throw new Error(name)
      return name
    },
  })
  const write = (name: string, isAlone = false) => {
    const done = group.write(job(name, isAlone))
    done.then(
      () => answered.push(name),
      (error: Error) => answered.push(`${name}: ${error.message}`),
    )
    return done
  }
  const names = () =>
    database
      .prepare('select name from names order by name')
      .all()
      .map((row) => row['name'])
  return {disk, told, answered, group, job, write, names}
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

test('jobs that arrive together share one sync and are answered only after it', async () => {
  const {disk, told, answered, write, names} = open()
  const all = ['a', 'b', 'c'].map((name) => write(name))
  await turn()
  expect(names()).toEqual(['a', 'b', 'c'])
  expect([disk.turns.length, answered.length]).toEqual([1, 0])
  expect(told).toEqual(['committed a', 'committed b', 'committed c'])
  disk.turns[0]!.end()
  await Promise.all(all)
  expect(told.slice(3)).toEqual(['durable a', 'durable b', 'durable c'])
})

test('a job that fails takes back its own writes only', async () => {
  const {disk, answered, write, names} = open()
  const all = ['a', 'bad', 'c', 'a'].map((name) => write(name))
  await turn()
  expect(names()).toEqual(['a', 'c'])
  disk.turns[0]!.end()
  const outcomes = await Promise.allSettled(all)
  expect(outcomes.map(({status}) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected'])
  expect(answered).toContain('bad: bad')
})

test('a sync answers for what was committed before it began, and not for what came while it ran', async () => {
  const {disk, answered, write} = open()
  const first = write('a')
  await turn()
  const second = write('b')
  await turn()
  disk.turns[0]!.end()
  await first
  await turn()
  expect(answered).toEqual(['a'])
  disk.turns[1]!.end()
  await second
  expect(answered).toEqual(['a', 'b'])
})

test('a write at once is told after those before it, which it brings to the disk', async () => {
  const {disk, told, answered, group, job, write} = open()
  const first = write('a')
  await turn()
  expect(group.writeNow(job('b'))).toBe('b')
  expect(disk.immediate()).toBe(1)
  expect(told).toEqual(['committed a', 'committed b', 'durable a', 'durable b'])
  await first
  disk.turns[0]!.end()
  await turn()
  expect(answered).toEqual(['a'])
})

test('what comes alone is brought to a quick disk at once, what comes together is not waited for', async () => {
  const {disk, told, write} = open()
  disk.is.quick = true
  await write('a')
  expect([disk.immediate(), disk.turns.length]).toEqual([1, 0])
  expect(told).toEqual(['committed a', 'durable a'])
  const both = [write('b'), write('c')]
  await turn()
  expect([disk.immediate(), disk.turns.length]).toEqual([1, 1])
  const later = write('d')
  await turn()
  expect([disk.immediate(), disk.turns.length]).toEqual([1, 2])
  for (const {end} of disk.turns) end()
  await Promise.all([...both, later])
})

test('when a quick disk fails, nothing is answered as written and nothing more is taken', async () => {
  const {disk, told, write} = open()
  Object.assign(disk.is, {quick: true, broken: true})
  await expect(write('a')).rejects.toThrow(/did not take what was written \(no disk\)/)
  await expect(write('b')).rejects.toThrow(/did not take/)
  expect(told).toEqual(['committed a'])
})

test('a job that must be alone keeps its place among the others', async () => {
  const {disk, told, write} = open()
  const all = [write('a'), write('b', true), write('bad', true), write('c')]
  await turn()
  disk.turns[0]!.end()
  await Promise.allSettled(all)
  expect(told.filter((line) => line.startsWith('durable'))).toEqual(['durable a', 'durable b', 'durable c'])
})

test('when the disk fails, nothing is answered as written and nothing more is taken', async () => {
  const {disk, told, group, job, write} = open()
  const first = write('a')
  await turn()
  disk.turns[0]!.fail(new Error('EIO: i/o error'))
  await expect(first).rejects.toMatchObject({status: 503, type: 'diskFailed'})
  await expect(write('b')).rejects.toMatchObject({type: 'diskFailed'})
  expect(() => group.writeNow(job('c'))).toThrow(/EIO/)
  expect(told).toEqual(['committed a'])
})

test('closing brings to the disk what is committed and refuses what is not', async () => {
  const {disk, group, write} = open()
  const first = write('a')
  await turn()
  const second = write('b')
  group.close()
  await first
  await expect(second).rejects.toMatchObject({type: 'storeClosed'})
  expect(disk.immediate()).toBe(1)
})
