import {createHash, randomUUID, timingSafeEqual} from 'node:crypto'
import {mkdir, open, readdir, rename, rm} from 'node:fs/promises'
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import path from 'node:path'

/** The largest copy taken, in bytes. */
const maxCopyBytes = 64 * 1024 * 1024

export interface ReceiveOptions {
  spool: string
  /** What senders must give as `Authorization: Bearer …`. */
  token: string
}

/**
 * Takes copy at `POST /wire`. It is answered 202 once it is on the disk of the spool folder, so a sender that gets no answer sends again
 * and nothing is lost or taken twice: the file is named after the hash of its bytes.
 */
export function createReceiveServer(options: ReceiveOptions): Server {
  return createServer((request, response) => {
    answer(request, options).then(
      ({status, body}) => reply(response, status, body),
      (error: Error) =>
        reply(response, 500, {error: `The copy could not be stored: ${error.message}. Send it again.`}),
    )
  })
}

async function answer(
  request: IncomingMessage,
  options: ReceiveOptions,
): Promise<{status: number; body: object}> {
  const {pathname, searchParams} = new URL(request.url ?? '/', 'http://localhost')
  if (pathname === '/health') return {status: 200, body: {ok: true}}
  if (pathname !== '/wire') return {status: 404, body: {error: 'Send copy to POST /wire.'}}
  if (request.method !== 'POST') return {status: 405, body: {error: 'Send copy with POST.'}}
  if (!isAuthorised(request.headers.authorization, options.token))
    return {status: 401, body: {error: 'Give the token as "Authorization: Bearer …".'}}
  if (Number(request.headers['content-length'] ?? 0) > maxCopyBytes) return tooLarge
  await mkdir(options.spool, {recursive: true})
  const partial = path.join(options.spool, `.${randomUUID()}.part`)
  const hash = createHash('sha256')
  let size = 0
  const file = await open(partial, 'wx')
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.byteLength
      if (size > maxCopyBytes) return tooLarge
      hash.update(chunk)
      await file.write(chunk)
    }
    if (size === 0) return {status: 400, body: {error: 'The request has no body; send the copy as its body.'}}
    await file.sync()
    const sha256 = hash.digest('hex')
    await rename(partial, path.join(options.spool, toFileName(sha256, searchParams.get('name'))))
    await syncFolder(options.spool)
    return {status: 202, body: {sha256, bytes: size}}
  } finally {
    await file.close()
    await rm(partial, {force: true})
  }
}

/** A new name is on the disk only once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Removes what a receiver that was killed had begun to write: its senders had no answer and send it again. */
export async function removePartials(spool: string): Promise<void> {
  for (const name of await readdir(spool))
    if (/^\.[0-9a-f-]{36}\.part$/.test(name)) await rm(path.join(spool, name), {force: true})
}

const tooLarge = {status: 413, body: {error: `Copy may have at most ${maxCopyBytes} bytes.`}}

function isAuthorised(header: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`))
}

/** The hash, and of the name that the sender gives only what is harmless. */
function toFileName(sha256: string, name: string | null): string {
  const base = path
    .basename(name ?? '')
    .replaceAll(/[^\w.-]+/g, '_')
    .replace(/^\.+/, '')
    .slice(-80)
  return base ? `${sha256.slice(0, 16)}-${base}` : `${sha256.slice(0, 16)}.copy`
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(status === 413 ? {connection: 'close'} : {}),
  })
  response.end(`${JSON.stringify(body)}\n`)
}
