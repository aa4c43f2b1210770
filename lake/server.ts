import {rmSync, writeFileSync} from 'node:fs'
import type {IncomingMessage, Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import path from 'node:path'
import type {Duplex} from 'node:stream'
import {createAdaptorServer} from '@hono/node-server'
import {WebSocketServer, type WebSocket} from 'ws'
import {createLake, type Lake, type LakeOptions} from './http/create-lake.ts'
import {openTunnel} from './listen/tunnel.ts'
import {createPresenceRoom, type PresenceRoom} from './presence/presence.ts'
import {LakeError, toStorageError} from './store/index.ts'
import {findUser} from './users.ts'

export interface ServerOptions extends LakeOptions {
  /** Default any free one. */
  port?: number
  /** Default 127.0.0.1: nothing outside this machine reaches it. */
  host?: string
}

export interface RunningLake {
  /** Such as `http://localhost:3333`. */
  address: string
  lake: Lake
  close(): Promise<void>
}

const maxMessageBytes = 1024 * 1024
const socketPath = /^\/v[^/]+\/socket\/([^/]+)$/

/**
 * Serves a lake. A port in use rejects with the system's `EADDRINUSE`; a data folder in use or damaged with a `LakeError`.
 * While it runs, `<data>/lake.json` holds its address, so that the command line can go through it.
 */
export async function startLake(options: ServerOptions = {}): Promise<RunningLake> {
  const host = options.host ?? '127.0.0.1'
  const lake = createLake(options)
  const server = createAdaptorServer({
    fetch: (request, environment) => lake.fetch(request, environment),
    hostname: host,
    // Slow bodies are cut off; event streams are answers and have no such limit.
    serverOptions: {headersTimeout: 30_000, requestTimeout: 300_000, keepAliveTimeout: 10_000},
  }) as Server
  const sockets = attachSockets(server, lake)
  const note = options.data ? path.join(options.data, 'lake.json') : undefined
  let address: string
  try {
    await listenOn(server, options.port ?? 0, host)
    const {port} = server.address() as AddressInfo
    address = `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`
    lake.setAddress(address)
    if (note) {
      const text = JSON.stringify({address, pid: process.pid, dataset: options.dataset ?? 'production'})
      writeFileSync(note, `${text}\n`)
    }
  } catch (error) {
    server.close()
    lake.close()
    throw note ? toStorageError(error, note) : error
  }
  return {
    address,
    lake,
    close: async () => {
      lake.context.streams.closeAll()
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
      lake.close()
      if (note) rmSync(note, {force: true})
    },
  }
}

function listenOn(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function attachSockets(server: Server, lake: Lake): WebSocketServer {
  const sockets = new WebSocketServer({noServer: true, maxPayload: maxMessageBytes})
  // Who looks at one dataset is told to those who look at the same.
  const rooms = new Map<string, PresenceRoom>()
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    let dataset: string | undefined
    try {
      const pathname = toPathname(request.url ?? '/')
      dataset = socketPath.exec(pathname)?.[1]
      if (dataset === undefined && pathname !== '/lake/streams') {
        throw new LakeError({
          status: 404,
          type: 'httpNotFound',
          description: `There is no WebSocket at ${pathname.slice(0, 100)}`,
        })
      }
      const {host, origin} = request.headers
      lake.checkRequest({host, origin, fetchSite: undefined, fetchMode: undefined, method: 'GET'})
      if (dataset !== undefined) lake.context.storeOf(dataset)
    } catch (error) {
      // An error that is not handled here would end the lake.
      const {status, description} =
        error instanceof LakeError ? error : {status: 500, description: 'The lake failed on this request'}
      const length = Buffer.byteLength(description)
      socket.end(
        `HTTP/1.1 ${status} Refused\r\ncontent-type: text/plain\r\ncontent-length: ${length}\r\nconnection: close\r\n\r\n${description}`,
      )
      return
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      if (dataset === undefined) return carryStreams(client, request, lake)
      const room = rooms.get(dataset) ?? createPresenceRoom()
      rooms.set(dataset, room)
      joinRoom(client, request, lake, room)
    })
  })
  return sockets
}

function toPathname(target: string): string {
  const url = URL.parse(target, 'http://localhost')
  if (url) return url.pathname
  throw new LakeError({
    status: 400,
    type: 'httpBadRequest',
    description: `${JSON.stringify(target.slice(0, 100))} is not a path`,
  })
}

function joinRoom(client: WebSocket, request: IncomingMessage, lake: Lake, room: PresenceRoom): void {
  const user = findUser(lake.context.users, request.headers.authorization)
  const member = room.join({send: (text) => client.send(text)}, user.id)
  const heartbeat = setInterval(() => client.send('♥'), 15_000)
  client.on('message', (data) => member.receive(String(data)))
  client.on('error', () => client.terminate())
  client.on('close', () => {
    clearInterval(heartbeat)
    member.leave()
  })
}

function carryStreams(client: WebSocket, request: IncomingMessage, lake: Lake): void {
  const send = (text: string) => {
    if (client.readyState === client.OPEN) client.send(text)
  }
  const {host, authorization} = request.headers
  const headers: Record<string, string> = authorization ? {authorization} : {}
  const tunnel = openTunnel({send}, lake.fetch, `http://${host}`, headers)
  client.on('message', (data) => tunnel.receive(String(data)))
  client.on('error', () => client.terminate())
  client.on('close', () => tunnel.closeAll())
}
