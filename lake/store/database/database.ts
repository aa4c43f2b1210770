import {mkdirSync} from 'node:fs'
import {dirname} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {LakeError} from '../lake-error.ts'
import {migrateSchema} from './migrate-schema.ts'
import {copyTables, documentTables, otherTables, referenceTable, schemaVersion} from './schema.ts'

/** "NEWS" in ASCII, so that another program's SQLite file is not taken for ours. */
const applicationId = 0x4e455753

/** Above this size a file is not read through at the opening; damage shows when the damaged page is read. */
const maxCheckedBytes = 64 * 1024 * 1024
/** The log is written back when it is so long: 16 MiB. Pages that many transactions change are then written back once for all of them. */
const checkpointPages = 4096
/** What SQLite may keep of the file in memory. */
const pageCacheKib = 64 * 1024

/**
 * Opens the SQLite file of a dataset (`:memory:` for one that is not kept), makes it when it is not there, and takes it
 * for this process alone: the lock is the operating system's, so it goes with the process however that ends.
 * Throws a `LakeError` with a sentence for the user when the file is in use, damaged, from a newer version, or not ours.
 */
export function openDatabase(path: string): DatabaseSync {
  let database: DatabaseSync | undefined
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), {recursive: true})
    database = new DatabaseSync(path)
    checkSqlite(database)
    database.exec('pragma locking_mode = exclusive; pragma busy_timeout = 500')
    checkOwner(database, path)
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = off')
    database.exec(`pragma cache_size = -${pageCacheKib}; pragma wal_autocheckpoint = ${checkpointPages}`)
    // Takes the lock for good: in exclusive mode it is not given back at commit.
    database.exec('begin immediate')
    const version = prepare(database, path)
    database.exec('commit')
    if (version < schemaVersion) migrateSchema(database, version)
    return database
  } catch (cause) {
    try {
      database?.close()
    } catch {
      // The first error is the one to tell.
    }
    throw toStorageError(cause, path)
  }
}

/** Node has SQLite since 22.5, but not always with all of it. */
function checkSqlite(database: DatabaseSync): void {
  if (readNumber(database, "select sqlite_compileoption_used('ENABLE_FTS5')") === 1) return
  throw new LakeError({
    status: 500,
    type: 'nodeTooOld',
    description: `Node ${process.versions.node} has SQLite without full-text search, which the local lake needs. Use Node 22.16 or later.`,
  })
}

/** Before anything is written: a file of another program must stay as it is. */
function checkOwner(database: DatabaseSync, path: string): void {
  const owner = readNumber(database, 'pragma application_id')
  if (owner !== applicationId && !isEmpty(database)) {
    throw new LakeError({
      status: 500,
      type: 'dataFolderForeign',
      description: `"${path}" is an SQLite file of another program. Choose another data folder.`,
    })
  }
}

/** Makes the tables of a new file, or looks at an old one. Returns the format it is in. */
function prepare(database: DatabaseSync, path: string): number {
  if (isEmpty(database)) {
    database.exec(documentTables + otherTables + referenceTable + copyTables)
    database.exec(`pragma user_version = ${schemaVersion}; pragma application_id = ${applicationId}`)
    return schemaVersion
  }
  const version = readNumber(database, 'pragma user_version')
  if (version < 1 || version > schemaVersion) {
    throw new LakeError({
      status: 500,
      type: 'dataFolderVersion',
      description: `"${path}" is in format ${version}; this version reads formats 1 to ${schemaVersion}. Use the version that wrote it.`,
    })
  }
  const bytes = readNumber(database, 'pragma page_count') * readNumber(database, 'pragma page_size')
  if (bytes <= maxCheckedBytes) {
    const check = database.prepare('pragma quick_check(1)').get() as {quick_check: string}
    if (check.quick_check !== 'ok') throw toDamaged(path, check.quick_check)
  }
  return version
}

function isEmpty(database: DatabaseSync): boolean {
  return (database.prepare('select count(*) as n from sqlite_schema').get() as {n: number}).n === 0
}

function readNumber(database: DatabaseSync, sql: string): number {
  return Object.values(database.prepare(sql).get() ?? {})[0] as number
}

const primaryCode = {
  readonly: 8,
  inputOutput: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  busy: 5,
  locked: 6,
  notADatabase: 26,
}

/** SQLite's and the file system's errors as a `LakeError` that says what to do; others are returned as they are. */
export function toStorageError(cause: unknown, path: string): unknown {
  if (cause instanceof LakeError) return cause
  const error = cause as {errcode?: number; code?: string; message?: string}
  const sqliteCode = typeof error.errcode === 'number' ? error.errcode & 0xff : undefined
  const text = error.message ?? String(cause)
  if (sqliteCode === primaryCode.busy || sqliteCode === primaryCode.locked) {
    return new LakeError({
      status: 503,
      type: 'dataFolderLocked',
      description: `The data folder is in use: another process has "${path}" open. Stop that one (newsroom lake, npm start), or choose another folder with --data.`,
      cause,
    })
  }
  if (sqliteCode === primaryCode.corrupt || sqliteCode === primaryCode.notADatabase)
    return toDamaged(path, text, cause)
  if (sqliteCode === primaryCode.full || error.code === 'ENOSPC') {
    return new LakeError({
      status: 507,
      type: 'diskFull',
      description: `There is no room left on the disk of "${path}". Nothing of this transaction was stored. Make room and send it again.`,
      cause,
    })
  }
  const isAccess =
    sqliteCode === primaryCode.cannotOpen ||
    sqliteCode === primaryCode.readonly ||
    error.code === 'EACCES' ||
    error.code === 'EROFS' ||
    error.code === 'ENOTDIR' ||
    error.code === 'EEXIST'
  if (isAccess || sqliteCode === primaryCode.inputOutput) {
    return new LakeError({
      status: 500,
      type: 'dataFolderUnwritable',
      description: `"${path}" cannot be opened for writing: ${text}. Check that the folder exists and is yours to write.`,
      cause,
    })
  }
  return cause
}

function toDamaged(path: string, detail: string, cause?: unknown): LakeError {
  return new LakeError({
    status: 500,
    type: 'dataFolderDamaged',
    description: `"${path}" is damaged (${detail}). Put a copy back, or move the file away to start with an empty dataset.`,
    cause,
  })
}
