import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {CommandError, exitCodes} from '../exit-codes.ts'
import {findStudioSources} from './studio-sources.ts'
import {findStudio, type StudioFolder} from './find-studio.ts'

const fingerprintFile = 'newsroom-build.txt'

/**
 * The folder of the built Studio for a dataset, built at the first start and whenever its sources changed (some 10 to 20 seconds).
 * `onBuild` is called when a build begins.
 */
export async function buildStudio(
  data: string,
  dataset: string,
  onBuild: () => void,
  studio: StudioFolder = findStudio(),
): Promise<string> {
  const folder = path.resolve(data, 'studio', dataset)
  const fingerprint = await findFingerprint(studio, data)
  const built = await readFile(path.join(folder, fingerprintFile), 'utf8').catch(() => '')
  if (built === fingerprint) return folder
  onBuild()
  const fresh = `${folder}.${process.pid}`
  await mkdir(path.dirname(folder), {recursive: true})
  try {
    // Packages from Sanity's network would be asked for by a page that is to work without one.
    await runSanity(studio, ['build', fresh, '--yes', '--no-auto-updates'], {
      SANITY_STUDIO_DATASET: dataset,
      SANITY_STUDIO_LAKE: '/',
    })
    await writeFile(path.join(fresh, fingerprintFile), fingerprint)
    await rm(folder, {recursive: true, force: true})
    await rename(fresh, folder)
  } finally {
    await rm(fresh, {recursive: true, force: true})
  }
  return folder
}

async function findFingerprint({root, sanityCommand}: StudioFolder, data: string): Promise<string> {
  const hash = createHash('sha256').update(process.versions.node).update(root)
  // Another version of Sanity or of the plugin is another Studio.
  const packages = [path.join(path.dirname(sanityCommand), '../package.json'), findOwnManifest()]
  const files = (await findStudioSources(root, data)).map((file) => path.join(root, file))
  for (const file of [...files, ...packages]) hash.update(file).update(await readFile(file))
  return hash.digest('hex')
}

function findOwnManifest(): string {
  const above = import.meta.filename.endsWith('.ts') ? '../../package.json' : '../../../package.json'
  return path.resolve(import.meta.dirname, above)
}

function runSanity(studio: StudioFolder, args: string[], env: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [studio.sanityCommand, ...args], {
      cwd: studio.root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        // A test runner's own would make it a slow build for development.
        NODE_ENV: 'production',
        SANITY_CLI_TELEMETRY_DISABLED: '1',
        DO_NOT_TRACK: '1',
        CI: '1',
        ...env,
      },
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
