import type {ClientConfig, SanityClient} from '@sanity/client'
import {createLocalClientFactory} from './local-client.ts'

/** What a Studio's workspace needs to work on a local lake; spread into `defineConfig`. */
export interface LocalWorkspace {
  projectId: string
  dataset: string
  apiHost: string
  auth: {loginMethod: 'cookie'; providers: []; mode: 'replace'}
  unstable_clientFactory: (config: ClientConfig) => SanityClient
  document: {comments: {enabled: false}}
  tasks: {enabled: false}
  announcements: {enabled: false}
  scheduledPublishing: {enabled: false}
  scheduledDrafts: {enabled: false}
  releases: {enabled: false}
  mediaLibrary: {enabled: false}
}

/**
 * Puts a Studio on the local lake while `address` is given, and leaves it as it is otherwise:
 *
 * ```ts
 * export default defineConfig({
 *   projectId: 'abc123',
 *   dataset: 'production',
 *   // …
 *   ...localLake(process.env.SANITY_STUDIO_LAKE),
 * })
 * ```
 *
 * @param address such as `http://localhost:3333`; `/` for the address that serves the page, which is right for a built Studio that
 * the lake serves. `newsroom start` and `newsroom dev` set `SANITY_STUDIO_LAKE`.
 * @param dataset the lake's dataset; default `production`
 * @returns what the workspace needs; nothing when there is no address. What only the hosted lake has is switched off.
 */
export function localLake(address: string | undefined, dataset = 'production'): Partial<LocalWorkspace> {
  if (!address) return {}
  const apiHost = toAddress(address)
  return {
    projectId: 'local',
    dataset,
    apiHost,
    auth: {loginMethod: 'cookie', providers: [], mode: 'replace'},
    unstable_clientFactory: createLocalClientFactory(apiHost),
    document: {comments: {enabled: false}},
    tasks: {enabled: false},
    announcements: {enabled: false},
    scheduledPublishing: {enabled: false},
    scheduledDrafts: {enabled: false},
    releases: {enabled: false},
    mediaLibrary: {enabled: false},
  } satisfies LocalWorkspace
}

function toAddress(address: string): string {
  // The Sanity command line loads the configuration as well, where there is no page.
  const page = globalThis.location?.origin
  const base = page?.startsWith('http') ? page : 'http://localhost:3333'
  if (!URL.canParse(address, base))
    throw new TypeError(
      `localLake: "${address}" is no address. Write one such as http://localhost:3333, or / for the one that serves the page.`,
    )
  return new URL(address, base).origin
}
