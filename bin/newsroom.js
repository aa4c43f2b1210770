#!/usr/bin/env node
// Node runs the TypeScript sources of a checkout directly from 22.18 on. Under an older Node this hands over to the one
// that the `node` package brings.
import {spawn} from 'node:child_process'
import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const source = new URL('../cli/main.ts', import.meta.url)
const entry = existsSync(source) ? source : new URL('../dist/cli/main.js', import.meta.url)
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major > 22 || (major === 22 && minor >= 18)) {
  await import(entry.href)
} else {
  const newer = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))
  if (!existsSync(newer)) {
    console.error(
      `newsroom: Node ${process.versions.node} is too old; 22.18 or later is needed. Run "npm ci" here (it brings one), or update Node.`,
    )
    process.exit(2)
  }
  const child = spawn(newer, [fileURLToPath(entry), ...process.argv.slice(2)], {stdio: 'inherit'})
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) =>
    process.exit(signal ? 128 + (signal === 'SIGINT' ? 2 : 15) : (code ?? 1)),
  )
}
