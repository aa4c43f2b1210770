/** A stream of server-sent events as the tunnel's server end speaks of it (`lake/listen/tunnel.ts`). */
type FromServer =
  | {stream: number; status: number; type: string}
  | {stream: number; text: string}
  | {stream: number; end: true}

interface OpenStream {
  answer: (response: Response) => void
  fail: (error: Error) => void
  controller: ReadableStreamDefaultController<Uint8Array> | undefined
}

export interface StreamTunnel {
  /** The path (with its query) of a stream. Rejects when there is no connection to be had. */
  open(path: string, lastEventId: string | undefined, signal: AbortSignal | undefined): Promise<Response>
}

/** How long the WebSocket stays open with no stream on it, in milliseconds. */
const idleMs = 5000

/** All event streams of this page over one WebSocket to the lake. */
export function createStreamTunnel(address: string): StreamTunnel {
  const encoder = new TextEncoder()
  const streams = new Map<number, OpenStream>()
  let count = 0
  let connection: Promise<WebSocket> | undefined
  let idle: ReturnType<typeof setTimeout> | undefined

  const connect = (): Promise<WebSocket> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`${address.replace(/^http/, 'ws')}/lake/streams`)
      const end = () => {
        connection = undefined
        // A stream that breaks off is what makes the client come back and resume.
        for (const [number, stream] of streams)
          finish(number, stream, new TypeError('The connection to the lake was lost'))
        reject(new TypeError('The lake cannot be reached'))
      }
      socket.addEventListener('open', () => resolve(socket))
      socket.addEventListener('close', end)
      socket.addEventListener('message', (event) => receive(JSON.parse(String(event.data)) as FromServer))
    })

  const receive = (message: FromServer) => {
    const stream = streams.get(message.stream)
    if (!stream) return
    if ('status' in message) {
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => void (stream.controller = controller),
        cancel: () => drop(message.stream),
      })
      stream.answer(new Response(body, {status: message.status, headers: {'content-type': message.type}}))
    } else if ('text' in message) {
      stream.controller?.enqueue(encoder.encode(message.text))
    } else {
      finish(message.stream, stream)
    }
  }

  const finish = (number: number, stream: OpenStream, error?: Error) => {
    streams.delete(number)
    stream.fail(error ?? new TypeError('The stream ended'))
    try {
      if (error) stream.controller?.error(error)
      else stream.controller?.close()
    } catch {
      // Cancelled by its reader before.
    }
    closeWhenIdle()
  }

  const drop = (number: number) => {
    if (!streams.delete(number)) return
    void connection?.then((socket) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({close: number}))
    })
    closeWhenIdle()
  }

  const closeWhenIdle = () => {
    clearTimeout(idle)
    idle = setTimeout(() => {
      if (streams.size > 0) return
      const last = connection
      connection = undefined
      void last?.then((socket) => socket.close()).catch(() => {})
    }, idleMs)
  }

  return {
    open: async (path, lastEventId, signal) => {
      connection ??= connect()
      const number = ++count
      const answered = new Promise<Response>((answer, fail) => {
        streams.set(number, {answer, fail, controller: undefined})
      })
      const abort = () => {
        const stream = streams.get(number)
        if (!stream) return
        drop(number)
        const error = new DOMException('The stream was aborted', 'AbortError')
        stream.fail(error)
        try {
          stream.controller?.error(error)
        } catch {
          // Ended by itself before.
        }
      }
      signal?.addEventListener('abort', abort, {once: true})
      try {
        const socket = await connection
        if (streams.has(number)) socket.send(JSON.stringify({open: number, path, lastEventId}))
        return await answered
      } catch (error) {
        streams.delete(number)
        answered.catch(() => {})
        throw error
      }
    },
  }
}
