#!/usr/bin/env node
// In a checkout the TypeScript sources run as they are, which Node does from 22.18 on; an older Node hands over to the one that the
// `node` package brings there. In the package the built command runs, from Node 22.12 on.
import {spawn} from 'node:child_process'
import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const source = new URL('../cli/main.ts', import.meta.url)
const isCheckout = existsSync(source)
const entry = isCheckout ? source : new URL('../dist/cli/main.js', import.meta.url)
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const isAtLeast = (wanted) => major > 22 || (major === 22 && minor >= wanted)

// Node says of these, until 24, that they are experimental; the tests say that what is used of them works.
const {emitWarning} = process
process.emitWarning = (warning, ...rest) =>
  /^(?:SQLite|glob|process\.execve) is an experimental feature/.test(String(warning))
    ? undefined
    : emitWarning.call(process, warning, ...rest)

// The code as compiled is kept for the next start, which is a third shorter by it.
process.getBuiltinModule?.('node:module')?.enableCompileCache?.()

if (!isAtLeast(isCheckout ? 18 : 12)) {
  const newer = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))
  if (isCheckout && existsSync(newer)) handOver(newer, [])
  else {
    console.error(
      isCheckout
        ? `newsroom: Node ${process.versions.node} is too old for a checkout; 22.18 or later is needed. Run "npm ci" here (it brings one), or update Node.`
        : `newsroom: Node ${process.versions.node} is too old; 22.12 or later is needed. Update Node (https://nodejs.org).`,
    )
    process.exitCode = 2
  }
} else if (!process.getBuiltinModule('node:sqlite')) {
  // Node 22.12 has SQLite behind a flag; the commands that want no local lake work with it.
  handOver(process.execPath, ['--experimental-sqlite'])
} else {
  const {runProcess} = await import(entry.href)
  await runProcess()
}

function handOver(node, flags) {
  const child = spawn(node, [...flags, fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) =>
    process.exit(signal ? 128 + (signal === 'SIGINT' ? 2 : 15) : (code ?? 1)),
  )
}
