import type {CopyFile} from '../files/copy-files.ts'
import type {ImportOptions} from './import-options.ts'
import {readCopy, type ReadCopy} from './read-copy.ts'
import {readSlices, type Part} from './read-slices.ts'

/** Files opened while one is understood. */
const filesAhead = 4
/** Files that threads may understand while a batch is stored, of so many bytes at most. */
const filesAheadInThreads = 256
const bytesAhead = 1_500_000

interface Reading {
  file: CopyFile
  read: Promise<ReadCopy>
}

/** The files, and the slices of large archives, in their order, some of them being read already while those before are stored. */
export async function* readAhead(
  files: CopyFile[],
  {pool, now}: Pick<ImportOptions, 'pool' | 'now'>,
): AsyncGenerator<Reading> {
  const begun: Reading[] = []
  const most = pool ? filesAheadInThreads : filesAhead
  let bytes = 0
  const begin = (part: Part): Promise<ReadCopy> => {
    const job = {...part, receivedAt: now().toISOString()}
    return pool ? pool.parse(job) : readCopy(job)
  }
  for await (const {file, read} of readAll(files, begin)) {
    // Told of when it is this file's turn.
    read.catch(() => {})
    begun.push({file, read})
    bytes += file.size
    while (begun.length > most || (begun.length > 1 && bytes > bytesAhead)) {
      const next = begun.shift()!
      bytes -= next.file.size
      yield next
    }
  }
  yield* begun
}

/** A file that cannot be opened, or an archive that breaks off, is one reading that fails; the other files are read. */
async function* readAll(
  files: CopyFile[],
  begin: (part: Part) => Promise<ReadCopy>,
): AsyncGenerator<Reading> {
  for (const file of files)
    try {
      for await (const part of readSlices(file)) yield {file: part.file, read: begin(part)}
    } catch (error) {
      yield {file, read: Promise.reject(error)}
    }
}
