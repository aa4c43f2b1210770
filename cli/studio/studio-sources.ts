import {existsSync} from 'node:fs'
import {glob, readdir} from 'node:fs/promises'
import path from 'node:path'

/**
 * What a Studio is built from, as paths below its folder, sorted: when none of them changed, the last build is used again. `data` is the
 * folder of the lake's data, which may lie inside and is no part of it.
 */
export async function findStudioSources(root: string, data: string): Promise<string[]> {
  const files: string[] = []
  if (existsSync(path.join(root, 'plugins/newsroom/newsroom.ts')))
    for await (const file of glob(checkoutSources, {cwd: root})) files.push(file)
  else await walk(root, '', path.resolve(data), files)
  return files.sort()
}

/** This checkout's: tests, benches and the like are no part of its Studio. */
const checkoutSources = [
  'sanity.config.ts',
  'sanity.cli.ts',
  'package.json',
  'package-lock.json',
  '{schemas,plugins,queries,ingest,lake/client}/**/*.{ts,tsx,json}',
]

const sourceFile = /\.(?:[cm]?[jt]sx?|json|css|svg|png|jpe?g|webp|html)$|^\.env/
const passedOver = new Set(['dist', 'node_modules'])

async function walk(root: string, folder: string, data: string, files: string[]): Promise<void> {
  if (path.join(root, folder) === data) return

  for (const entry of await readdir(path.join(root, folder), {withFileTypes: true})) {
    const name = path.join(folder, entry.name)
    if (entry.isFile() && sourceFile.test(entry.name)) files.push(name)
    else if (entry.isDirectory() && !passedOver.has(entry.name) && !entry.name.startsWith('.'))
      await walk(root, name, data, files)
  }
}
