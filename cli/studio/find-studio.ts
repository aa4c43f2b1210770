import {existsSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {CommandError} from '../exit-codes.ts'

/** A Studio on this machine that the local lake can serve. */
export interface StudioFolder {
  root: string
  /** The Sanity command line that is installed there. */
  sanityCommand: string
}

/** The checkout or the package that this command runs from. */
const ownRoot = path.resolve(import.meta.dirname, import.meta.filename.endsWith('.ts') ? '../..' : '../../..')
const configNames = ['ts', 'tsx', 'js', 'jsx', 'mts', 'mjs'].map((ending) => `sanity.config.${ending}`)

/**
 * The Studio of the folder the command is given in, or of a folder above it; else the checkout's own. Throws when there is none, when
 * its packages are not installed, or when its configuration does not know of the local lake; each with what to do.
 */
export function findStudio(folder: string = process.cwd(), checkout: string = ownRoot): StudioFolder {
  const config = findConfig(folder) ?? configIn(checkout)
  if (!config)
    throw new CommandError(
      `There is no Studio here: no sanity.config.ts in ${path.resolve(folder)} or above it. Go to your Studio's folder (or make one with "npm create sanity@latest"), or use "newsroom start --no-studio" to import and look without a Studio.`,
    )
  const root = path.dirname(config)
  if (!readFileSync(config, 'utf8').includes('SANITY_STUDIO_LAKE'))
    throw new CommandError(
      `${config} does not put this Studio on the local lake, so it would open on the hosted one. Add two lines to it:\n
  import {localLake} from 'sanity-plugin-newsroom/lake/client'
  export default defineConfig({
    …
    ...localLake(process.env.SANITY_STUDIO_LAKE),
  })\n`,
    )
  return {root, sanityCommand: findSanityCommand(root)}
}

function findConfig(folder: string): string | undefined {
  for (let place = path.resolve(folder); ; place = path.dirname(place)) {
    const config = configIn(place)
    if (config) return config
    if (place === path.dirname(place)) return undefined
  }
}

function configIn(folder: string): string | undefined {
  return configNames.map((name) => path.join(folder, name)).find((file) => existsSync(file))
}

function findSanityCommand(root: string): string {
  try {
    const manifest = createRequire(path.join(root, 'package.json')).resolve('sanity/package.json')
    return path.join(path.dirname(manifest), 'bin/sanity')
  } catch (cause) {
    const error = new CommandError(
      `The package "sanity" is not installed in ${root}. Run "npm install" there.`,
    )
    error.cause = cause
    throw error
  }
}
