import {createClient, type ClientConfig, type SanityClient} from '@sanity/client'
import {createStreamTunnel, type StreamTunnel} from './stream-tunnel.ts'

const streamPath = /^\/v[^/]+\/data\/(listen|live\/events)\//
const tunnels = new Map<string, StreamTunnel>()

/**
 * What Studio takes as `unstable_clientFactory` to work on a local lake: clients that ask the lake, and that carry all listeners of the
 * page over one WebSocket, since a browser opens no more than six HTTP/1.1 connections to an address.
 * @param address where the lake is; default the address of the page itself, which is right when the lake serves Studio
 */
export function createLocalClientFactory(
  address: string = globalThis.location?.origin ?? 'http://localhost:3333',
): (config: ClientConfig) => SanityClient {
  const apiHost = address.replace(/\/+$/, '')
  snoozeProtocolWarning()
  return (config) =>
    createClient({
      ...config,
      apiHost,
      useProjectHostname: false,
      useCdn: false,
      resolveFetch: () => createLocalFetch(apiHost),
    })
}

/**
 * Studio warns, once a day and session, of addresses that speak HTTP/1.1, whose six connections its listeners would use up. Here they are
 * carried over one, so that the warning is put off as its own button does.
 */
function snoozeProtocolWarning(): void {
  try {
    globalThis.sessionStorage?.setItem('sanity-studio.network.check.snooze', new Date().toISOString())
  } catch {
    // A page may be refused its storage; then Studio warns.
  }
}

/** `fetch` with the lake's event streams carried over a WebSocket, where there are WebSockets. */
export function createLocalFetch(address: string): typeof fetch {
  return (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input))
    const isStream = url.origin === new URL(address).origin && streamPath.test(url.pathname)
    if (!isStream || typeof WebSocket === 'undefined') return fetch(input, init)
    let tunnel = tunnels.get(address)
    if (!tunnel) {
      tunnel = createStreamTunnel(address)
      tunnels.set(address, tunnel)
    }
    const lastEventId = new Headers(init?.headers).get('last-event-id') ?? undefined
    return tunnel.open(url.pathname + url.search, lastEventId, init?.signal ?? undefined)
  }
}
