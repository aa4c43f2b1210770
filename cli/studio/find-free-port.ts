import {createServer} from 'node:net'

/** A port of this machine that nothing listens on: the first of `ports` that is free, else any. */
export async function findFreePort(...ports: number[]): Promise<number> {
  for (const port of [...ports, 0]) {
    const free = await tryPort(port)
    if (free !== undefined) return free
  }
  throw new Error('There is no free port on this machine')
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })
}
