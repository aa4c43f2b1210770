import {spawn, type ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {createServer, type AddressInfo} from 'node:net'
import path from 'node:path'
import type {Browser, Page} from 'playwright-core'
import {publint} from 'publint'
import {formatMessage} from 'publint/utils'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {launchBrowser} from '../studio/browser.ts'
import {sampleCopy} from '../studio/newsroom-documents.ts'
import {findPackages} from './built-graph.ts'
import {installStudio, type InstalledStudio} from './installed-studio.ts'
import {usesOfTypes} from './uses-of-types.ts'

let studio: InstalledStudio
let browser: Browser
const running: ChildProcess[] = []

beforeAll(async () => {
  studio = await installStudio()
  browser = await launchBrowser()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  for (const child of running) await end(child)
  studio?.remove()
})

describe('the package', () => {
  test('is in order for publishing', async () => {
    const {messages, pkg} = await publint({pack: {tarball: toArrayBuffer(studio.tarball)}, strict: true})
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
  })

  test('brings the packages of the importer with ./ingest and no React, and none of Node', () => {
    const {packages, nodeModules} = findPackages(studio.packageFolder, './ingest')
    expect(packages).toContain('htmlparser2')
    expect([...packages, ...nodeModules].filter((name) => !isNeutral(name))).toEqual([])
  })

  test('brings no React and no Studio with ./lake and ./queries, and no Node with ./lake/client', () => {
    const lake = findPackages(studio.packageFolder, './lake')
    expect(lake.packages).toContain('groq-js')
    expect(lake.packages.filter(isOfStudio)).toEqual([])
    expect(findPackages(studio.packageFolder, './queries').packages).toEqual(['groq'])
    expect(findPackages(studio.packageFolder, './lake/client')).toEqual({
      packages: ['@sanity/client'],
      nodeModules: [],
    })
  })

  test.for(['bundler', 'node16'])(
    'has types that hold with moduleResolution %s',
    async (moduleResolution) => {
      writeFileSync(path.join(studio.folder, 'uses.mts'), usesOfTypes)
      const config = {
        compilerOptions: {
          strict: true,
          target: 'es2022',
          lib: ['es2024', 'dom'],
          jsx: 'react-jsx',
          module: moduleResolution === 'node16' ? 'node16' : 'esnext',
          moduleResolution,
          types: ['node'],
          noEmit: true,
          skipLibCheck: true,
        },
        files:
          moduleResolution === 'node16'
            ? ['uses.mts']
            : ['uses.mts', 'sanity.config.ts', ...writeMigrations()],
      }
      writeFileSync(path.join(studio.folder, 'tsconfig.json'), JSON.stringify(config))
      expect(await studio.run('tsc', [])).toBe('')
    },
  )

  test('parses, imports, queries and exports with its command', async () => {
    const copy = path.join(studio.folder, 'copy.txt')
    writeFileSync(copy, sampleCopy)
    expect(await studio.run('newsroom', ['parse', 'copy.txt'])).toContain('Harbour must not be sold twice')
    const report = JSON.parse(
      await studio.run('newsroom', ['import', '--json', '--data', 'desk', 'copy.txt']),
    )
    expect(report).toMatchObject({failed: 0})
    const query = ['query', '--data', 'desk', 'count(*[_type == "article"])']
    expect(await studio.run('newsroom', query)).toBe('1\n')
    const lines = (await studio.run('newsroom', ['export', '--data', 'desk'])).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line)._type)).toContain('article')
  })
})

describe('the Studio that it is installed in', () => {
  test('is built and served on the local lake by `newsroom start`, and imports an article', async () => {
    const address = await open(['start', '--data', 'built', '--port', '0', 'copy.txt'], /Studio: +(\S+)/)
    await importArticle(address, sampleCopy.replaceAll('Kilbrannan', 'Ardmore'))
    expect(await studio.run('newsroom', ['query', '--data', 'built', 'count(*[_type == "article"])'])).toBe(
      '2\n',
    )
    expect((await fetch(`${address}/v1/users/me`)).status).toBe(200)
    await end(running.pop()!)
  })

  test('works with hot reload in `newsroom dev`, worker and all, with no configuration of Vite', async () => {
    const address = await open(
      ['dev', '--data', 'hot', '--port', String(await findFreePort())],
      /Studio: +(\S+)/,
    )
    await importArticle(address, sampleCopy)
    expect(await studio.run('newsroom', ['query', '--data', 'hot', 'count(*[_type == "article"])'])).toBe(
      '1\n',
    )
    await end(running.pop()!)
  })
})

const isOfStudio = (name: string) => /^(react|react-dom|sanity|styled-components|@sanity\/ui)$/.test(name)
const isNeutral = (name: string) => !isOfStudio(name) && !name.startsWith('node:')

/** The migrations that the page on datasets that exist has its readers write; gives their names. */
function writeMigrations(): string[] {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/existing-datasets.md'), 'utf8')
  return [...page.matchAll(/```ts\n\/\/ (migrations\/\S+)\n(.*?)```/gs)].map(([, name, code]) => {
    mkdirSync(path.dirname(path.join(studio.folder, name!)), {recursive: true})
    writeFileSync(path.join(studio.folder, name!), code!)
    return name!
  })
}

function toArrayBuffer(file: string): ArrayBuffer {
  const bytes = readFileSync(file)
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
}

/** Runs a command that goes on, and gives the address that it prints. */
async function open(args: string[], printed: RegExp): Promise<string> {
  const command = path.join(studio.folder, 'node_modules/.bin/newsroom')
  const child = spawn(process.execPath, [command, ...args], {
    cwd: studio.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let output = ''
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const address = printed.exec(output)?.[1]
      if (address) resolve(address)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`newsroom ${args[0]} ended with ${code}:\n${output}`)))
  })
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

/**
 * Pastes copy into the Import tool and imports it; an uncaught error of the page fails the test. A Studio in development may load its page
 * anew once it knows what it is made of: the copy that was pasted is still there then.
 */
async function importArticle(address: string, copy: string): Promise<void> {
  const page = await browser.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  await visit(page, `${address}/import`)
  const box = page.getByTestId('import-paste')
  await box.waitFor({timeout: 90_000})
  await box.fill(copy)
  await box.blur()
  await page
    .getByTestId('made-documents')
    .waitFor({timeout: 60_000})
    .catch(async (cause: unknown) => {
      const shown = await page.locator('body').innerText()
      throw new Error(`The page shows:\n${shown}\nIts errors: ${errors.join('\n')}`, {cause})
    })
  await page.getByTestId('import-submit').click()
  const line = page.getByTestId('report-line').first()
  await line.waitFor({timeout: 30_000})
  expect(await line.getAttribute('data-outcome')).toBe('created')
  expect(errors).toEqual([])
  await page.close()
}

/** `sanity dev` prints its address a moment before it answers there. */
async function visit(page: Page, address: string): Promise<void> {
  await expect
    .poll(
      () =>
        page.goto(address).then(
          (answer) => answer?.ok() ?? false,
          () => false,
        ),
      {timeout: 60_000},
    )
    .toBe(true)
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const {port} = server.address() as AddressInfo
  server.close()
  return port
}
