import {readFile} from 'node:fs/promises'
import path from 'node:path'

/** How long a lake on this machine has to answer, in milliseconds. */
const answerMs = 2000

/** The address of the lake that serves this folder now, if one does: it writes `lake.json` when it starts. */
export async function findRunningLake(data: string, dataset: string): Promise<string | undefined> {
  let address: unknown
  try {
    const written = JSON.parse(await readFile(path.join(data, 'lake.json'), 'utf8')) as {
      address?: unknown
      dataset?: unknown
    }
    if (written.dataset !== undefined && written.dataset !== dataset) return undefined
    address = written.address
  } catch {
    return undefined
  }
  if (typeof address !== 'string') return undefined
  try {
    const answer = await fetch(`${address}/v1/ping`, {signal: AbortSignal.timeout(answerMs)})
    return answer.ok ? address : undefined
  } catch {
    return undefined
  }
}
