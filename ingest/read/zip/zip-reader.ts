import type {Finding} from '../../model/finding.ts'
import type {ReadItem} from '../../model/news-item.ts'
import type {Probe, ReadContext, Reader} from '../reader.ts'
import {newItem} from '../wire-text/new-item.ts'
import {zipFindingCodes} from './codes.ts'
import {joinPictures, type ReadFile} from './join-pictures.ts'
import {packedBytes, readDirectory, type ZipEntry} from './read-directory.ts'
import {unpack} from './unpack.ts'

const maxFiles = 10_000
const maxFileBytes = 128 * 1024 * 1024
const maxTotalBytes = 512 * 1024 * 1024

/** Archives of copy of any format. Nothing is ever written; what comes out is limited, whatever the archive claims. */
export const zipReader: Reader = {
  format: 'zip',
  title: 'Zip archives of any of these',
  detect: detectZip,
  read: readZip,
}

function detectZip({head, text}: Probe): {score: number; why: string} | null {
  const isZip =
    head[0] === 0x50 &&
    head[1] === 0x4b &&
    ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6))
  if (!isZip) return null
  // Office documents are zip archives as well; their own reader knows them better.
  if (/\[Content_Types\]\.xml|word\/document\.xml|mimetypeapplication\//.test(text))
    return {score: 0.3, why: 'a zip archive that looks like an Office document'}
  return {score: 0.9, why: 'the first bytes of a zip archive'}
}

async function readZip(bytes: Uint8Array, context: ReadContext): Promise<ReadItem[]> {
  const findings: Finding[] = []
  const report = (severity: Finding['severity'], code: string, message: string) => {
    if (findings.length < 50) findings.push({severity, code, message})
  }
  const entries = readDirectory(bytes)
  if (entries === null) {
    report(
      'error',
      zipFindingCodes.unreadable,
      'The archive has no directory at its end: it is cut or damaged. Send it again.',
    )
    return [{item: newItem('zip', {used: 'binary'}), findings}]
  }
  const wanted = entries.filter(({path}) => isCopy(path))
  if (wanted.length > maxFiles)
    report(
      'warning',
      zipFindingCodes.tooMany,
      `The archive has ${wanted.length} files; the first ${maxFiles} were read. Split it.`,
    )
  const files: ReadFile[] = []
  let left = maxTotalBytes
  for (const entry of wanted.slice(0, maxFiles)) {
    if (left <= 0) {
      report(
        'error',
        zipFindingCodes.tooLarge,
        `The archive unpacks to more than ${maxTotalBytes / 1024 / 1024} MB; the rest was left out. Split it.`,
      )
      break
    }
    const content = readEntry(bytes, entry, Math.min(maxFileBytes, left), report)
    if (content === null) continue
    left -= Math.max(content.length, 256)
    files.push({path: entry.path, items: await readContent(content, entry, context, report)})
  }
  const items = joinPictures(files)
  if (items.length === 0) {
    if (findings.length === 0)
      report('warning', zipFindingCodes.empty, 'The archive holds no file with copy.')
    return [{item: newItem('zip', {used: 'binary'}), findings}]
  }
  items[0]?.findings.unshift(...findings)
  return items
}

type Report = (severity: Finding['severity'], code: string, message: string) => void

/** Folders and what file systems leave behind are no copy. */
function isCopy(path: string): boolean {
  return (
    !path.endsWith('/') && !/(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i.test(path)
  )
}

function readEntry(bytes: Uint8Array, entry: ZipEntry, maxBytes: number, report: Report): Uint8Array | null {
  const name = shortName(entry.path)
  if (/(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|\0/.test(entry.path)) {
    report(
      'warning',
      zipFindingCodes.unsafePath,
      `The path ${JSON.stringify(entry.path.slice(0, 80))} leads out of the archive; the file was read as "${name}".`,
    )
  }
  const packed = packedBytes(bytes, entry)
  if (packed === null || entry.encrypted || (entry.method !== 0 && entry.method !== 8)) {
    const why = entry.encrypted
      ? 'it is encrypted'
      : packed === null
        ? 'its bytes are not in the archive'
        : `its packing method ${entry.method} is not known`
    report('warning', zipFindingCodes.entryUnreadable, `"${name}" was not read: ${why}.`)
    return null
  }
  const content =
    entry.method === 0 ? (packed.length > maxBytes ? 'too-large' : packed) : unpack(packed, maxBytes)
  if (content === 'damaged') {
    report('warning', zipFindingCodes.entryUnreadable, `"${name}" was not read: its bytes are damaged.`)
    return null
  }
  if (content === 'too-large') {
    report(
      'error',
      zipFindingCodes.tooLarge,
      `"${name}" unpacks to more than ${Math.floor(maxBytes / 1024 / 1024)} MB and was left out.`,
    )
    return null
  }
  return content
}

async function readContent(
  content: Uint8Array,
  entry: ZipEntry,
  context: ReadContext,
  report: Report,
): Promise<ReadItem[]> {
  if (!context.readNested) return []
  const fileName = shortName(entry.path)
  try {
    return await context.readNested(content, {fileName})
  } catch (error) {
    const code = error instanceof RangeError ? zipFindingCodes.tooDeep : zipFindingCodes.entryUnreadable
    report('warning', code, `"${fileName}" was not read: ${(error as Error).message}`)
    return []
  }
}

function shortName(path: string): string {
  return path
    .replace(/^.*[/\\]/, '')
    .replaceAll('\0', '')
    .slice(0, 120)
}
