import {createHash} from 'node:crypto'
import {mkdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {LakeError, newRandomId, toStorageError} from '../store/index.ts'

export type AssetKind = 'images' | 'files'

export interface AssetFolder {
  /** Stores bytes under a name made from them; the same bytes are stored once. A full disk throws a `LakeError` 507. */
  put(kind: AssetKind, name: string, bytes: Uint8Array): Promise<void>
  /** The bytes, or undefined when there are none of that name. A name that could leave the folder throws a `LakeError` 400. */
  get(kind: AssetKind, name: string): Promise<Buffer | undefined>
}

/** Names are a SHA-1, the size of a picture, and an extension: nothing in them can lead out of the folder. */
const namePattern = /^[0-9a-f]{40}(-\d+x\d+)?\.[a-z0-9]{1,10}$/

/** The bytes of assets in `<folder>/images` and `<folder>/files`; in memory when there is no folder. */
export function openAssetFolder(folder: string | undefined): AssetFolder {
  const memory = new Map<string, Buffer>()
  const toPath = (kind: AssetKind, name: string) => path.join(folder!, kind, name)
  return {
    put: async (kind, name, bytes) => {
      checkName(name)
      if (!folder) return void memory.set(`${kind}/${name}`, Buffer.from(bytes))
      const target = toPath(kind, name)
      const known = await stat(target).catch(() => undefined)
      if (known?.size === bytes.byteLength) return undefined
      // Renamed into place, so that a crash leaves no half picture under the name.
      const draft = `${target}.${newRandomId()}.part`
      try {
        await mkdir(path.dirname(target), {recursive: true})
        await writeFile(draft, bytes, {flush: true})
        await rename(draft, target)
      } catch (cause) {
        await rm(draft, {force: true}).catch(() => {})
        throw toStorageError(cause, target)
      }
    },
    get: async (kind, name) => {
      checkName(name)
      if (!folder) return memory.get(`${kind}/${name}`)
      return readFile(toPath(kind, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      })
    },
  }
}

function checkName(name: string): void {
  if (namePattern.test(name)) return
  throw new LakeError({
    status: 400,
    type: 'httpBadRequest',
    description: `"${name.slice(0, 100)}" is not the name of an asset`,
  })
}

export function toSha1(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('hex')
}
