/** Opens a request of the lake's own. */
type Fetch = (request: Request) => Promise<Response>

export interface TunnelSocket {
  send(text: string): void
}

/** Only streams go through the tunnel: everything else has its own request. */
const streamPath = /^\/v[^/]+\/data\/(listen|live\/events)\//
const maxStreams = 500

type FromClient = {open: number; path: string; lastEventId?: string} | {close: number}

/**
 * Carries any number of event streams over one WebSocket, because a browser opens only six HTTP/1.1 connections to an
 * address and one document in Studio listens on as many. The client end is `lake/client`.
 *
 * To the server: `{open: 1, path: '/v1/data/listen/…', lastEventId}` and `{close: 1}`. From it: `{stream: 1, status, type}`
 * once, `{stream: 1, text}` for each piece, `{stream: 1, end: true}`.
 */
export function openTunnel(
  socket: TunnelSocket,
  fetch: Fetch,
  address: string,
  headers: Record<string, string>,
) {
  const open = new Map<number, AbortController>()

  const pump = async (stream: number, request: Request, signal: AbortSignal) => {
    const response = await fetch(request)
    socket.send(
      JSON.stringify({
        stream,
        status: response.status,
        type: response.headers.get('content-type') ?? 'text/plain',
      }),
    )
    if (!response.body) return
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    signal.addEventListener('abort', () => void reader.cancel().catch(() => {}), {once: true})
    for (;;) {
      const {value, done} = await reader.read()
      if (done || signal.aborted) return
      socket.send(JSON.stringify({stream, text: value}))
    }
  }

  const toRequest = (path: unknown, lastEventId: unknown): Request | undefined => {
    if (typeof path !== 'string' || !streamPath.test(path)) return undefined
    try {
      return new Request(address + path, {
        headers: typeof lastEventId === 'string' ? {...headers, 'last-event-id': lastEventId} : headers,
      })
    } catch {
      // An id that no header can hold.
      return undefined
    }
  }

  return {
    receive: (text: string): void => {
      const message = readMessage(text)
      if (!message) return
      if ('close' in message) {
        open.get(message.close)?.abort()
        open.delete(message.close)
        return
      }
      const {open: stream, path, lastEventId} = message
      const request = open.size < maxStreams && !open.has(stream) && toRequest(path, lastEventId)
      if (!request) {
        socket.send(JSON.stringify({stream, status: 400, type: 'text/plain'}))
        socket.send(JSON.stringify({stream, end: true}))
        return
      }
      const abort = new AbortController()
      open.set(stream, abort)
      void pump(stream, request, abort.signal)
        .catch(() => {})
        .finally(() => {
          open.delete(stream)
          socket.send(JSON.stringify({stream, end: true}))
        })
    },
    closeAll: (): void => {
      for (const abort of open.values()) abort.abort()
      open.clear()
    },
  }
}

/** A message as a client sends it; undefined for anything else. */
function readMessage(text: string): FromClient | undefined {
  try {
    const message = JSON.parse(text) as FromClient | null
    const isMessage =
      typeof message === 'object' && message !== null && ('open' in message || 'close' in message)
    return isMessage ? message : undefined
  } catch {
    return undefined
  }
}
