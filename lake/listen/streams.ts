/** An open stream of server-sent events. */
export interface EventStream {
  send(event: string, data: unknown, id?: string): void
  /** Sends a frame of `toFrame`, which many streams may share. */
  write(frame: Uint8Array): void
  close(): void
}

export interface Streams {
  /** An answer that stays open; `onOpen` gets the stream and returns what to do when it ends. */
  open(onOpen: (stream: EventStream) => () => void): Response
  closeAll(): void
  size(): number
}

const heartbeatMs = 20_000
/** How much may wait for a reader who does not read before it is cut off, in bytes. It may come back and resume. */
const maxWaitingBytes = 16 * 1024 * 1024

const encoder = new TextEncoder()
const heartbeatFrame = encoder.encode(':\n\n')

/** An event as it goes over the line. `data` is written as JSON. https://html.spec.whatwg.org/multipage/server-sent-events.html */
export function toFrame(event: string, data: unknown, id?: string): Uint8Array {
  return encoder.encode(`${id ? `id: ${id}\n` : ''}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
}

/** All open event streams of a lake, so that it can end them when it closes. */
export function createStreams(): Streams {
  const open = new Set<EventStream>()
  return {
    size: () => open.size,
    closeAll: () => {
      for (const stream of open) stream.close()
    },
    open: (onOpen) => {
      let onEnd = () => {}
      let isOpen = true
      let heartbeat: NodeJS.Timeout | undefined
      const end = (stream: EventStream) => {
        if (!isOpen) return
        isOpen = false
        clearInterval(heartbeat)
        open.delete(stream)
        onEnd()
      }
      let stream: EventStream
      const body = new ReadableStream<Uint8Array>(
        {
          start: (controller) => {
            const write = (frame: Uint8Array) => {
              if (!isOpen) return
              if ((controller.desiredSize ?? 0) < -maxWaitingBytes) return stream.close()
              controller.enqueue(frame)
            }
            stream = {
              send: (event, data, id) => write(toFrame(event, data, id)),
              write,
              close: () => {
                if (!isOpen) return
                end(stream)
                try {
                  controller.close()
                } catch {
                  // The reader has gone already.
                }
              },
            }
            open.add(stream)
            heartbeat = setInterval(() => write(heartbeatFrame), heartbeatMs)
            heartbeat.unref()
            write(heartbeatFrame)
            onEnd = onOpen(stream)
          },
          cancel: () => end(stream),
        },
        new ByteLengthQueuingStrategy({highWaterMark: 64 * 1024}),
      )
      return new Response(body, {
        headers: {
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-cache, no-transform',
          'x-accel-buffering': 'no',
        },
      })
    },
  }
}
