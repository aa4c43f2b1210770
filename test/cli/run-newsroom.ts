import {spawn} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

const entry = path.resolve(import.meta.dirname, '../../bin/newsroom.js')

export interface CommandResult {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the real command in a process of its own. `folder` is its working folder. */
export function runNewsroom(
  args: string[],
  options: {
    folder: string
    input?: string | Uint8Array
    env?: NodeJS.ProcessEnv
    onStart?: (kill: (signal: NodeJS.Signals) => void) => void
  },
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry, ...args], {
      cwd: options.folder,
      env: {...process.env, NO_COLOR: '1', ...options.env},
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({code, stdout, stderr}))
    child.stdin.on('error', () => {})
    child.stdin.end(options.input ?? '')
    options.onStart?.((signal) => child.kill(signal))
  })
}

/** A folder of its own for a test; call `remove` when done. */
export function makeFolder(): {folder: string; remove: () => void} {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-test-'))
  return {folder, remove: () => rmSync(folder, {recursive: true, force: true})}
}
