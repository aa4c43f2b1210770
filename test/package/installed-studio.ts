import {execFile} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {promisify} from 'node:util'

export interface InstalledStudio {
  /** The Studio's folder. */
  folder: string
  /** The package as it was installed there. */
  packageFolder: string
  tarball: string
  /** Runs something that is installed there, with this Node; gives what it printed. A failure rejects with its output. */
  run(bin: string, args: string[]): Promise<string>
  remove(): void
}

interface Manifest {
  version: string
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
}

const root = path.resolve(import.meta.dirname, '../..')
const readManifest = (folder: string) =>
  JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest
const exec = promisify(execFile)

/**
 * A Studio as `npm create sanity` makes it (Vision aside, which is not among our packages), with the package packed and installed by npm
 * and added as the README says. All that others publish is linked from this checkout, so that nothing is downloaded.
 */
export async function installStudio(): Promise<InstalledStudio> {
  const folder = mkdtempSync(path.join(tmpdir(), 'installed-studio-'))
  const remove = () => rmSync(folder, {recursive: true, force: true})
  try {
    const tarball = await pack(folder)
    await install(folder, tarball)
    writeStudio(folder)
    const run = async (bin: string, args: string[]) => {
      const file = path.join(folder, 'node_modules/.bin', bin)
      const {stdout} = await execFailing(process.execPath, [file, ...args], folder)
      return stdout
    }
    return {
      folder,
      packageFolder: path.join(folder, 'node_modules/sanity-plugin-newsroom'),
      tarball,
      run,
      remove,
    }
  } catch (error) {
    remove()
    throw error
  }
}

async function pack(folder: string): Promise<string> {
  await execFailing('npm', ['pack', '--silent', '--pack-destination', folder], root)
  const tarball = path.join(folder, `sanity-plugin-newsroom-${readManifest(root).version}.tgz`)
  if (!existsSync(tarball)) throw new Error(`npm pack left no ${tarball}`)
  return tarball
}

async function install(folder: string, tarball: string): Promise<void> {
  const {dependencies, peerDependencies} = readManifest(root)
  // Sharp is left out on purpose: nobody but a lake with pictures needs it.
  const names = [
    ...Object.keys(dependencies),
    ...Object.keys(peerDependencies).filter((name) => name !== 'sharp'),
  ]
  const others = [...names, 'typescript', '@types/react', '@types/node'].map((name) => [
    name,
    path.join(root, 'node_modules', name),
  ])
  const write = (versions: Record<string, string>) =>
    writeFileSync(
      path.join(folder, 'package.json'),
      JSON.stringify({name: 'evening-post', private: true, version: '1.0.0', dependencies: versions}),
    )
  const own = {'sanity-plugin-newsroom': `file:${tarball}`}
  write({...own, ...Object.fromEntries(others.map(([name, place]) => [name, `file:${place}`]))})
  await execFailing('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund'], folder)
  // `sanity build` reads the ranges of what is installed and wants versions there, as a Studio has them.
  write({
    ...own,
    ...Object.fromEntries(others.map(([name, place]) => [name, `^${readManifest(place!).version}`])),
  })
}

function writeStudio(folder: string): void {
  mkdirSync(path.join(folder, 'schemaTypes'))
  const files: Record<string, string> = {
    'schemaTypes/index.ts': 'export const schemaTypes = []\n',
    'sanity.cli.ts': `import {defineCliConfig} from 'sanity/cli'

export default defineCliConfig({
  api: {
    projectId: 'abc12345',
    dataset: 'production'
  },
  deployment: {
    autoUpdates: true,
  },
})
`,
    // With the plugin: the two imports, its call, and the local lake.
    'sanity.config.ts': `import {defineConfig} from 'sanity'
import {structureTool} from 'sanity/structure'
import {newsroom} from 'sanity-plugin-newsroom'
import {localLake} from 'sanity-plugin-newsroom/lake/client'
import {schemaTypes} from './schemaTypes'

export default defineConfig({
  name: 'default',
  title: 'Evening Post',

  projectId: 'abc12345',
  dataset: 'production',

  plugins: [structureTool(), newsroom()],

  schema: {
    types: schemaTypes,
  },
  ...localLake(process.env.SANITY_STUDIO_LAKE),
})
`,
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
}

async function execFailing(file: string, args: string[], cwd: string) {
  try {
    return await exec(file, args, {cwd, maxBuffer: 64 * 1024 * 1024, env: {...process.env, NO_COLOR: '1'}})
  } catch (error) {
    const {stdout, stderr} = error as {stdout?: string; stderr?: string}
    throw new Error(`${file} ${args.join(' ')} failed:\n${stdout}\n${stderr}`, {cause: error})
  }
}
