import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {expect, test} from 'vitest'
import {openDatabase, toStorageError} from '../../../lake/store/database/database.ts'

function failureOf(action: () => unknown): unknown {
  try {
    action()
  } catch (error) {
    return error
  }
  throw new Error('It did not fail')
}

test('a full disk is told as one, with what to do', () => {
  const database = new DatabaseSync(':memory:')
  database.exec('create table t (x); pragma max_page_count = 3')
  const full = failureOf(() => database.exec(`insert into t values (zeroblob(100000))`))
  expect(toStorageError(full, '/data/production.sqlite')).toMatchObject({
    status: 507,
    type: 'diskFull',
    description: expect.stringContaining('no room left on the disk of "/data/production.sqlite"'),
  })
})

test('a folder that is a file, another program’s database and one of a newer format are told apart', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lake-file-'))
  const file = path.join(folder, 'file')
  writeFileSync(file, 'not a folder')
  expect(failureOf(() => openDatabase(path.join(file, 'production.sqlite')))).toMatchObject({
    type: 'dataFolderUnwritable',
  })

  const foreign = path.join(folder, 'foreign.sqlite')
  new DatabaseSync(foreign).exec('create table theirs (x)')
  expect(failureOf(() => openDatabase(foreign))).toMatchObject({type: 'dataFolderForeign'})

  const newer = path.join(folder, 'newer.sqlite')
  openDatabase(newer).close()
  const database = new DatabaseSync(newer)
  database.exec('pragma user_version = 99')
  database.close()
  expect(failureOf(() => openDatabase(newer))).toMatchObject({
    type: 'dataFolderVersion',
    description: expect.stringContaining('format 99'),
  })
  rmSync(folder, {recursive: true})
})
