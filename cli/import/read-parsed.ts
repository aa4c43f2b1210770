import {parseCopy, type Copy} from '../../ingest/parse-copy.ts'
import {readCopyFile, type CopyFile} from '../files/copy-files.ts'
import type {ReadCopyFile} from './parse-pool.ts'

/** Reads a file and understands it. */
export async function readParsed(file: CopyFile): Promise<ReadCopyFile> {
  const bytes = await readCopyFile(file)
  const input: Copy = {bytes, ...(file.path === '-' ? {} : {fileName: file.path})}
  return {input, copy: await parseCopy(input)}
}
