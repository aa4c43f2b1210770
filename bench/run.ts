/**
 * `npm run bench`: every measurement that needs nothing but this repository, one after another, each in a process of its own. The
 * figures to read are ratios against a named peer of the same run. `npm run bench:accuracy` scores the labelled sets.
 */
import {spawnSync} from 'node:child_process'
import path from 'node:path'

const scripts = ['text-import.ts', 'captions-scale.ts', 'lake-kill.ts', 'lake-queries.ts']

/** groq-js beside the lake holds all documents in memory. */
const heap = ['--max-old-space-size=12000']

let failed = 0
for (const script of scripts) {
  process.stdout.write(`\n── bench/${script}\n`)
  const {status} = spawnSync(process.execPath, [...heap, path.join(import.meta.dirname, script)], {
    stdio: 'inherit',
  })
  if (status !== 0) failed++
}
process.exitCode = failed > 0 ? 1 : 0
