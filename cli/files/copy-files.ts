import {createReadStream} from 'node:fs'
import {open, readdir, readFile, stat} from 'node:fs/promises'
import path from 'node:path'
import {buffer} from 'node:stream/consumers'

/** A file named on the command line, or found in a folder that was. `path` is `-` for standard input. */
export interface CopyFile {
  path: string
  /** Bytes; 0 for standard input, where it is not known beforehand. */
  size: number
  /** Of a slice: the path of the archive that it was cut from. */
  archive?: string
}

/** What was named but cannot be imported, and why, in words. */
export interface RefusedFile {
  path: string
  reason: string
}

/** The largest file read whole, in bytes. */
const maxFileBytes = 1024 ** 3
/** From so many bytes on a file is read piece by piece where its format allows. */
export const largeFileBytes = 16 * 1024 * 1024

/**
 * The files behind the arguments, in order: folders are walked (names sorted, so that every run takes the same order), hidden
 * files and folders and what is no regular file are passed over. A file named twice comes once.
 */
export async function findCopyFiles(
  args: string[],
  options: {folders: boolean},
): Promise<{files: CopyFile[]; refused: RefusedFile[]}> {
  const files = new Map<string, CopyFile>()
  const refused: RefusedFile[] = []
  for (const argument of args) {
    if (argument === '-') {
      files.set('-', {path: '-', size: 0})
      continue
    }
    try {
      const found = await stat(argument)
      if (!found.isDirectory()) addFile(argument, found)
      else if (options.folders) await walk(argument)
      else
        refused.push({
          path: argument,
          reason: 'is a folder; name the files in it, or import the folder with "newsroom import"',
        })
    } catch (error) {
      refused.push({path: argument, reason: explain(error)})
    }
  }
  return {files: [...files.values()], refused}

  function addFile(filePath: string, found: {size: number; isFile(): boolean}): void {
    if (!found.isFile()) refused.push({path: filePath, reason: 'is not a regular file'})
    else files.set(path.normalize(filePath), {path: filePath, size: found.size})
  }

  async function walk(folder: string): Promise<void> {
    const entries = (await readdir(folder, {withFileTypes: true})).sort((one, other) =>
      one.name < other.name ? -1 : 1,
    )
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const entryPath = path.join(folder, entry.name)
      try {
        if (entry.isDirectory()) await walk(entryPath)
        else if (entry.isFile()) addFile(entryPath, await stat(entryPath))
      } catch (error) {
        refused.push({path: entryPath, reason: explain(error)})
      }
    }
  }
}

/** The bytes of a file (`-`: all of standard input). Throws with a reason in words. */
export async function readCopyFile(file: CopyFile): Promise<Uint8Array> {
  if (file.size > maxFileBytes)
    throw new Error(
      `is ${(file.size / 1024 ** 3).toFixed(1)} GiB; at most 1 GiB is read in one piece. Split it`,
    )
  try {
    return file.path === '-' ? await buffer(process.stdin) : await readFile(file.path)
  } catch (error) {
    throw new Error(explain(error), {cause: error})
  }
}

/** The first 64 KiB of a file, which tell its format. */
export async function readHead(file: CopyFile): Promise<Uint8Array> {
  const handle = await open(file.path)
  try {
    const {buffer: head, bytesRead} = await handle.read(new Uint8Array(64 * 1024), 0, 64 * 1024, 0)
    return head.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** A file piece by piece, for copy that is too large to hold. */
export function readChunks(file: CopyFile): AsyncIterable<Uint8Array> {
  return createReadStream(file.path)
}

function explain(error: unknown): string {
  const {code, message} = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return 'there is no such file; check the path'
  if (code === 'EACCES' || code === 'EPERM')
    return 'cannot be read: permission denied; check its access rights'
  if (code === 'EISDIR') return 'is a folder'
  if (code === 'ELOOP') return 'is a link that leads back to itself'
  return `cannot be read: ${message}`
}
