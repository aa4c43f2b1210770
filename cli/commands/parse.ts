import {once} from 'node:events'
import {setFlagsFromString} from 'node:v8'
import {parseStream} from '../../ingest/parse-stream.ts'
import {parseCopy, type ParsedCopy} from '../../ingest/parse-copy.ts'
import {readers} from '../../ingest/read/readers.ts'
import {CommandError, exitCodes} from '../exit-codes.ts'
import {
  findCopyFiles,
  largeFileBytes,
  readChunks,
  readCopyFile,
  readHead,
  type CopyFile,
} from '../files/copy-files.ts'
import {createPaint} from '../show/paint.ts'
import {toParsePage} from '../show/parse-page.ts'
import {toEmptyRecord, toParseRecord} from '../show/parse-record.ts'

/** `newsroom parse`: what the importer understands of each file, on standard output; complaints on standard error. */
export async function parseCommand(
  args: string[],
  options: {json?: boolean; format?: string},
): Promise<number> {
  checkFormat(options.format)
  const {files, refused} = await findCopyFiles(args, {folders: false})
  let failed = refused.length > 0
  for (const {path, reason} of refused) complain(path, reason)
  for (const file of files) {
    try {
      if (await parseLargeFile(file, options)) continue
      const copy = await parseFile(file, options.format)
      process.stdout.write(options.json ? toJsonLines(copy) : toPages(copy))
      for (const finding of copy.findings) {
        if (finding.severity !== 'error') continue
        failed = true
        if (options.json) complain(file.path, finding.message)
      }
    } catch (error) {
      failed = true
      complain(file.path, (error as Error).message)
    }
  }
  return failed ? exitCodes.someFailed : exitCodes.ok
}

function checkFormat(format: string | undefined): void {
  const formats = readers.map((reader) => reader.format)
  if (format !== undefined && !formats.includes(format))
    throw new CommandError(`--format ${format}: there is no such format. Allowed: ${formats.join(', ')}.`)
}

/** Prints the items of a large file one by one; false for a file that is small, or of a format that must be read whole. */
async function parseLargeFile(file: CopyFile, options: {json?: boolean; format?: string}): Promise<boolean> {
  if (options.format || file.size < largeFileBytes) return false
  const stream = parseStream(await readHead(file), readChunks(file), {fileName: file.path})
  if (stream === null) return false
  // The heap grows with the garbage between collections, not with what is kept: a few hundred megabytes less.
  setFlagsFromString('--optimize-for-size')
  const paint = createPaint(process.stdout)
  const about = {fileName: file.path, format: stream.format, findings: []}
  for await (const item of stream.items) {
    const text = options.json
      ? `${JSON.stringify(toParseRecord(about, item))}\n`
      : toParsePage(about, item, paint)
    if (!process.stdout.write(text)) await once(process.stdout, 'drain')
  }
  return true
}

async function parseFile(file: CopyFile, format: string | undefined): Promise<ParsedCopy> {
  const bytes = await readCopyFile(file)
  return parseCopy({bytes, ...(file.path === '-' ? {} : {fileName: file.path}), ...(format ? {format} : {})})
}

function toJsonLines(copy: ParsedCopy): string {
  const records =
    copy.items.length > 0 ? copy.items.map((item) => toParseRecord(copy, item)) : [toEmptyRecord(copy)]
  return records.map((record) => `${JSON.stringify(record)}\n`).join('')
}

function toPages(copy: ParsedCopy): string {
  const paint = createPaint(process.stdout)
  if (copy.items.length > 0) return copy.items.map((item) => toParsePage(copy, item, paint)).join('\n')
  return copy.findings.map((finding) => `${copy.fileName ?? 'standard input'}: ${finding.message}\n`).join('')
}

function complain(path: string, message: string): void {
  process.stderr.write(`newsroom: ${path}: ${message}\n`)
}
