import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync} from 'node:fs'
import {glob, mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {CommandError, exitCodes} from '../exit-codes.ts'

/** The checkout (or package) that this command runs from. */
export const projectRoot = path.resolve(import.meta.dirname, '../..')

/** What the built Studio is made from: when none of it changed, the last build is used again. */
const sources = [
  'sanity.config.ts',
  'sanity.cli.ts',
  'package.json',
  'package-lock.json',
  '{schemas,plugins,queries,ingest,lake/client}/**/*.{ts,tsx,json}',
]
const fingerprintFile = 'newsroom-build.txt'

/**
 * The folder of the Studio for a dataset, built at the first start and whenever its sources changed (some 10 to 20 seconds).
 * `onBuild` is called when a build begins.
 */
export async function buildStudio(data: string, dataset: string, onBuild: () => void): Promise<string> {
  const folder = path.resolve(data, 'studio', dataset)
  if (!existsSync(path.join(projectRoot, 'sanity.config.ts')))
    throw new CommandError(
      'There is no sanity.config.ts here to build a Studio from: "newsroom start" belongs to a checkout. Use "newsroom lake" and your own Studio.',
      exitCodes.someFailed,
    )
  const fingerprint = await findFingerprint()
  const built = await readFile(path.join(folder, fingerprintFile), 'utf8').catch(() => '')
  if (built === fingerprint) return folder
  onBuild()
  const fresh = `${folder}.${process.pid}`
  await mkdir(path.dirname(folder), {recursive: true})
  try {
    await runSanity(['build', fresh, '--yes'], {SANITY_STUDIO_DATASET: dataset})
    await writeFile(path.join(fresh, fingerprintFile), fingerprint)
    await rm(folder, {recursive: true, force: true})
    await rename(fresh, folder)
  } finally {
    await rm(fresh, {recursive: true, force: true})
  }
  return folder
}

async function findFingerprint(): Promise<string> {
  const hash = createHash('sha256').update(process.versions.node)
  const files: string[] = []
  for await (const file of glob(sources, {cwd: projectRoot})) files.push(file)
  for (const file of files.sort()) hash.update(file).update(await readFile(path.join(projectRoot, file)))
  return hash.digest('hex')
}

function runSanity(args: string[], env: Record<string, string>): Promise<void> {
  const command = path.join(projectRoot, 'node_modules/sanity/bin/sanity')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {...process.env, SANITY_CLI_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', CI: '1', ...env},
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve()
      else reject(new CommandError(`Building Studio failed:\n${output.slice(-4000)}`, exitCodes.someFailed))
    })
  })
}
