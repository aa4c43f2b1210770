import type {HttpBindings} from '@hono/node-server'
import type {Context as HonoContext, Hono} from 'hono'
import type {AssetFolder} from '../assets/asset-folder.ts'
import type {Limits} from '../limits/limits.ts'
import type {Streams} from '../listen/streams.ts'
import type {Store} from '../store/index.ts'
import type {LakeUser} from '../users.ts'

/** What the routes share. */
export interface LakeContext {
  projectId: string
  /** The dataset the lake was started with. */
  dataset: string
  users: readonly LakeUser[]
  limits: Limits
  streams: Streams
  assets: AssetFolder
  maxUploadBytes: number
  now(): Date
  /** The store of a dataset; throws a `LakeError` 404 when there is none of that name. */
  storeOf(dataset: string): Store
  /** Names of the datasets in the data folder. */
  datasets(): string[]
  createDataset(name: string): void
  /** Where the lake is reached, without a slash at the end. */
  address(): string
}

export interface LakeEnvironment {
  /** What a server on Node gives with a request; other callers of `fetch` give nothing. */
  Bindings: Partial<HttpBindings>
  Variables: {user: LakeUser; apiVersion: string}
}

export type LakeApp = Hono<LakeEnvironment>
export type LakeRequest = HonoContext<LakeEnvironment>
