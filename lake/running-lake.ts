import {readFile} from 'node:fs/promises'
import path from 'node:path'

/** How long a lake on this machine has to answer, in milliseconds. */
const answerMs = 2000

/** The address of the lake that serves this folder now, if one does: it writes `lake.json` when it starts. */
export async function findRunningLake(data: string, dataset: string): Promise<string | undefined> {
  try {
    const note = JSON.parse(await readFile(path.join(data, 'lake.json'), 'utf8')) as {
      address: string
      dataset: string
    }
    if (note.dataset !== dataset) return undefined
    const answer = await fetch(`${note.address}/v1/ping`, {signal: AbortSignal.timeout(answerMs)})
    return answer.ok ? note.address : undefined
  } catch {
    return undefined
  }
}
