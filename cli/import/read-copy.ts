import {isKeptInline, toDocuments, type MadeDocuments} from '../../ingest/documents/index.ts'
import {parseCopy, type Copy, type ParsedCopy} from '../../ingest/parse-copy.ts'
import {readCopyFile, type CopyFile} from '../files/copy-files.ts'

/** A file to be read, and when it was received (ISO 8601, UTC). */
export interface ReadJob {
  file: CopyFile
  receivedAt: string
  /** A slice of an archive, which is no file of its own. */
  bytes?: Uint8Array
}

/** What came of a file. `size` is in bytes. */
export type ReadCopy = {size: number; format: string} & (
  | {made: MadeDocuments}
  /** Binary and large copy: its documents are made once its bytes are stored. */
  | {input: Copy; copy: ParsedCopy}
)

/** Reads a file, understands it, and makes documents of it. */
export async function readCopy({file, receivedAt, bytes: slice}: ReadJob): Promise<ReadCopy> {
  const bytes = slice ?? (await readCopyFile(file))
  const input: Copy = {
    bytes,
    ...(file.path === '-' ? {} : {fileName: file.path}),
  }
  const copy = await parseCopy(input)
  const {size, format} = copy
  return isKeptInline(copy)
    ? {size, format, made: toDocuments(copy, {receivedAt})}
    : {size, format, input, copy}
}
