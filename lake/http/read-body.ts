import type {IncomingMessage} from 'node:http'
import {LakeError} from '../store/index.ts'
import type {LakeRequest} from './context.ts'

/** The body of a request, refused with a `LakeError` 413 as soon as it is known to be larger than `maxBytes`. */
export async function readBody({req, env}: LakeRequest, maxBytes: number): Promise<Buffer> {
  const declared = Number(req.header('content-length') ?? 0)
  if (declared > maxBytes) throw toTooLarge(maxBytes)
  // Node's own stream: to make a standard one of it takes as long as to store a document.
  if (env?.incoming?.readable) return readIncoming(env.incoming, maxBytes)
  const {body} = req.raw
  if (!body) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxBytes) throw toTooLarge(maxBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}

function readIncoming(incoming: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const end = (settle: () => void) => {
      incoming.off('data', take).off('end', finish).off('error', fail).off('close', breakOff)
      settle()
    }
    const take = (chunk: Buffer) => {
      size += chunk.byteLength
      if (size > maxBytes) end(() => reject(toTooLarge(maxBytes)))
      else chunks.push(chunk)
    }
    const finish = () => end(() => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, size)))
    const fail = (error: Error) => end(() => reject(error))
    const breakOff = () => fail(toBadRequest('The body of the request broke off'))
    incoming.on('data', take).on('end', finish).on('error', fail).on('close', breakOff)
  })
}

/** The body as a JSON object; anything else throws a `LakeError` 400. */
export async function readJson(request: LakeRequest, maxBytes: number): Promise<Record<string, unknown>> {
  const body = await readBody(request, maxBytes)
  let value: unknown
  try {
    value = JSON.parse(body.toString('utf8'))
  } catch (cause) {
    throw toBadRequest(`The body is not JSON: ${cause instanceof Error ? cause.message : ''}`, cause)
  }
  if (typeof value !== 'object' || value === null) throw toBadRequest('The body must be a JSON object')
  return value as Record<string, unknown>
}

export function toBadRequest(description: string, cause?: unknown): LakeError {
  return new LakeError({status: 400, type: 'httpBadRequest', description, cause})
}

function toTooLarge(maxBytes: number): LakeError {
  return new LakeError({
    status: 413,
    type: 'httpRequestTooLarge',
    description: `The body is larger than the ${maxBytes} bytes that this lake takes. Send it in smaller parts.`,
  })
}
