import {detect} from '../../ingest/read/detect.ts'
import {readers} from '../../ingest/read/readers.ts'
import {largeFileBytes, readChunks, readHead, type CopyFile} from '../files/copy-files.ts'

/** A file to be read, or a slice of one, whose bytes are here. */
export interface Part {
  file: CopyFile
  bytes?: Uint8Array
}

/** Whether a file may be cut into slices: whether it is depends on its format. */
export function mayBeCut({path, size}: CopyFile): boolean {
  return path !== '-' && size >= largeFileBytes
}

/** A file as it is; a large archive as copies of its own (`export.xml#1`, …), one at a time, so that it is never held as a whole. */
export async function* readSlices(file: CopyFile): AsyncGenerator<Part> {
  const detected = mayBeCut(file) ? detect(await readHead(file), readers, {fileName: file.path}) : null
  const reader = readers.find(({format}) => format === detected?.format)
  if (!reader?.slice) {
    yield {file}
    return
  }
  let number = 0
  for await (const bytes of reader.slice(() => readChunks(file)))
    yield {file: {path: `${file.path}#${++number}`, size: bytes.length, archive: file.path}, bytes}
}
