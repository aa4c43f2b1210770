import {mkdir, rename, stat, writeFile} from 'node:fs/promises'
import path from 'node:path'
import type {FileResult} from '../import/import-report.ts'

/**
 * Moves a file that is dealt with to `done/` of the watched folder, or one that failed to `failed/` with a report beside it. A name that
 * is taken gets a number; nothing is overwritten.
 */
export async function putAway(folder: string, file: string, result: FileResult): Promise<void> {
  const failed = result.outcome === 'failed'
  const target = path.join(folder, failed ? 'failed' : 'done', path.relative(folder, file))
  await mkdir(path.dirname(target), {recursive: true})
  const free = await findFreeName(target)
  if (failed)
    await writeFile(
      `${free}.report.json`,
      `${JSON.stringify({...result, file: path.basename(file)}, null, 2)}\n`,
    )
  await rename(file, free)
}

async function findFreeName(target: string): Promise<string> {
  const {dir, name, ext} = path.parse(target)
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? target : path.join(dir, `${name}-${number}${ext}`)
    const taken = await stat(candidate).then(
      () => true,
      () => false,
    )
    if (!taken) return candidate
  }
}
