import {existsSync} from 'node:fs'
import sparticuz from '@sparticuz/chromium'
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
