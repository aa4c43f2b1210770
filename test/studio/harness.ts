import {spawn, type ChildProcess} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {buildStudio} from '../../cli/studio/build-studio.ts'
import type {LakeUser} from '../../lake/users.ts'
import {launchBrowser} from './browser.ts'

export interface StudioDesk {
  address: string
  /** The folder of the lake's data. */
  data: string
  /** Sees everything, drafts as they are (`raw`). */
  client: SanityClient
  browser: Browser
  /** All tabs of it share cookies and storage, as one person's do. */
  context: BrowserContext
  /** Opens a tab at a path of Studio, `/structure` by default. Errors of the page are kept in `errors`. */
  openTab(pathname?: string): Promise<Page>
  /** Uncaught errors and refused requests of all tabs, other than to the outside, which the page's policy stops. */
  errors: string[]
  /** What the pages' consoles said as an error or a warning, other than of what Studio does by itself. */
  complaints: string[]
  /** Ends the lake at once, as a power cut does; `start` brings it back at the same address. */
  kill(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

const root = path.resolve(import.meta.dirname, '../..')
const buildFolder = path.join(root, 'node_modules/.cache/newsroom')

/**
 * The real Studio in a real browser on a lake of its own, which runs in a process of its own. The first call builds Studio, and again
 * only when its sources have changed. `documents` are there when it opens. Studio is used by the first of `users`, by default the lake's own
 * administrator; `client` is the last of them.
 */
export async function openDesk(
  documents: readonly {_id: string; _type: string}[] = [],
  users?: readonly LakeUser[],
): Promise<StudioDesk> {
  // A build to use as it is, while a test is being written.
  const staticDir =
    process.env['NEWSROOM_STUDIO'] ??
    (await buildStudio(buildFolder, 'production', () => process.stdout.write('Building Studio …\n')))
  const data = mkdtempSync(path.join(tmpdir(), 'desk-'))
  let running = await startLakeProcess(data, 0, staticDir, users)
  const address = running.address
  const client = createClient({
    projectId: 'local',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost: address,
    useProjectHostname: false,
    useCdn: false,
    perspective: 'raw',
    token: users?.at(-1)?.id,
  })
  if (documents.length > 0) await client.mutate(documents.map((document) => ({createOrReplace: document})))
  const browser = await launchBrowser()
  const context = await browser.newContext({viewport: {width: 1400, height: 900}})
  const errors: string[] = []
  const complaints: string[] = []
  return {
    address,
    data,
    client,
    browser,
    context,
    errors,
    complaints,
    openTab: async (pathname = '/structure') => {
      const page = await context.newPage()
      page.on('pageerror', (error) => errors.push(String(error)))
      page.on('console', (message) => {
        if (isComplaint(message.type()) && !isOfStudio(message.text()))
          complaints.push(`${message.type()}: ${message.text()}`)
      })
      page.on('response', (response) => {
        if (response.status() >= 400 && response.url().startsWith(address)) {
          errors.push(`${response.status()} ${response.request().method()} ${response.url()}`)
        }
      })
      await page.goto(address + pathname)
      return page
    },
    kill: () => end(running.child, 'SIGKILL'),
    start: async () => {
      running = await startLakeProcess(data, Number(new URL(address).port), staticDir, users)
    },
    close: async () => {
      await browser.close()
      await end(running.child, 'SIGTERM')
      rmSync(data, {recursive: true, force: true})
    },
  }
}

const isComplaint = (type: string) => type === 'error' || type === 'warning'

/** Studio's own calls to Sanity's servers, which the lake's page policy stops, and what Studio itself says of every paste. */
function isOfStudio(text: string): boolean {
  return /Content Security Policy|Fetch API cannot load|Failed to fetch version for package|^Clipboard contains both text and HTML/.test(
    text,
  )
}

async function startLakeProcess(data: string, port: number, staticDir: string, users?: readonly LakeUser[]) {
  const child = spawn(
    process.execPath,
    [
      path.join(import.meta.dirname, 'serve.ts'),
      data,
      String(port),
      staticDir,
      users ? JSON.stringify(users) : '',
    ],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()))
    child.once('exit', (code) => reject(new Error(`The lake ended with ${code} before it was up`)))
  })
  return {child, address}
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}
