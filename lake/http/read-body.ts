import {LakeError} from '../store/index.ts'

/** The body of a request, refused with a `LakeError` 413 as soon as it is known to be larger than `maxBytes`. */
export async function readBody(request: Request, maxBytes: number): Promise<Buffer> {
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > maxBytes) throw toTooLarge(maxBytes)
  if (!request.body) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxBytes) throw toTooLarge(maxBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}

/** The body as a JSON object; anything else throws a `LakeError` 400. */
export async function readJson(request: Request, maxBytes: number): Promise<Record<string, unknown>> {
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
