import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {Agent, request} from 'node:http'
import {tmpdir} from 'node:os'
import path from 'node:path'

const serve = path.join(import.meta.dirname, '../test/studio/serve.ts')

/** A lake in a process of its own on a new folder, which goes with it. */
export async function startLakeProcess(data = mkdtempSync(path.join(tmpdir(), 'newsroom-bench-'))): Promise<{
  address: string
  data: string
  close(): Promise<void>
}> {
  const child = spawn(process.execPath, [serve, data, '0'], {stdio: ['pipe', 'pipe', 'inherit']})
  const [line] = (await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`The lake ended with ${code} before it was up`)
    }),
  ])) as [Buffer]
  return {
    address: line.toString().trim(),
    data,
    close: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
      rmSync(data, {recursive: true, force: true})
    },
  }
}

/** Posts JSON over kept connections with as little work of its own as `node:http` allows; an answer that is no success throws. */
export function openPoster(
  address: string,
  connections: number,
): {post(path: string, body: string): Promise<string>; close(): void} {
  const {hostname, port} = new URL(address)
  const agent = new Agent({keepAlive: true, maxSockets: connections})
  return {
    post: (target, body) =>
      new Promise((resolve, reject) => {
        const sent = request(
          {
            agent,
            host: hostname,
            port,
            path: target,
            method: 'POST',
            headers: {'content-type': 'application/json', 'content-length': Buffer.byteLength(body)},
          },
          (answer) => {
            let text = ''
            answer.setEncoding('utf8')
            answer.on('data', (chunk: string) => (text += chunk))
            answer.on('end', () =>
              answer.statusCode === 200 ? resolve(text) : reject(new Error(`${answer.statusCode} ${text}`)),
            )
            answer.on('error', reject)
          },
        )
        sent.on('error', reject)
        sent.end(body)
      }),
    close: () => agent.destroy(),
  }
}
