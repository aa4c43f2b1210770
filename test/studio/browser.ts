import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import sparticuz, {inflate, setupLambdaEnvironment} from '@sparticuz/chromium'
import {chromium, type Browser} from 'playwright-core'

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * What the package's arguments for a function host have and a person's browser has not: one process for everything, which
 * cannot hold several tabs, and no rules about origins, under which requests carry none.
 */
const unlikeAPersons = new Set(['--single-process', '--no-zygote', '--disable-web-security'])

/**
 * A headless Chromium: the one named by CHROME_PATH; on Linux on x64 the one that the package `@sparticuz/chromium` carries, so that a bare
 * machine needs no browser; elsewhere the system's Chrome.
 */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env['CHROME_PATH']
  if (named) return chromium.launch({executablePath: named, headless: true})
  if (process.platform === 'linux' && process.arch === 'x64') {
    const executablePath = await sparticuz.executablePath()
    await provideWhatIsMissing(executablePath)
    const args = sparticuz.args.filter((arg) => !unlikeAPersons.has(arg))
    return chromium.launch({executablePath, args, headless: true})
  }
  const executablePath = installed.find((path) => existsSync(path))
  if (!executablePath) {
    throw new Error(
      'These tests drive a real browser and found none. Install Google Chrome, or set CHROME_PATH to a Chromium.',
    )
  }
  return chromium.launch({executablePath, headless: true})
}

/** A bare machine lacks the NSS libraries, or fonts; the package carries both, and unpacks the former on a function host alone. */
async function provideWhatIsMissing(executablePath: string): Promise<void> {
  const starts = spawnSync(executablePath, ['--version']).status === 0
  if (starts && existsSync('/etc/fonts')) return
  const carried = path.join(path.dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin')
  await inflate(path.join(carried, 'al2023.tar.br'))
  setupLambdaEnvironment(path.join(tmpdir(), 'al2023/lib'))
}
