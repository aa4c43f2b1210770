import type {CopyFile} from '../files/copy-files.ts'
import type {ImportOptions} from './import-options.ts'
import {readCopy, type ReadCopy} from './read-copy.ts'

/** Files opened while one is understood. */
const filesAhead = 4
/** Files that threads may understand while a batch is stored, of so many bytes at most. */
const filesAheadInThreads = 256
const bytesAhead = 32_000_000

/** The files in their order, some of them being read already while those before are stored. */
export async function* readAhead(
  files: CopyFile[],
  {pool, now}: ImportOptions,
): AsyncGenerator<{file: CopyFile; read: Promise<ReadCopy>}> {
  const begun: {file: CopyFile; read: Promise<ReadCopy>}[] = []
  const most = pool ? filesAheadInThreads : filesAhead
  let bytes = 0
  for (const file of files) {
    const job = {file, receivedAt: now().toISOString()}
    const read = pool ? pool.parse(job) : readCopy(job)
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
