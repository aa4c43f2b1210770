import {toWireCopyId} from '../../ingest/documents/ids.ts'
import {toDocuments, type MadeDocuments} from '../../ingest/documents/index.ts'
import type {Copy, ParsedCopy} from '../../ingest/parse-copy.ts'
import {findFileId} from '../../ingest/plan-import.ts'
import {DatasetUnavailable, isUnavailable, toUnavailable} from '../dataset/dataset.ts'
import type {CopyFile} from '../files/copy-files.ts'
import {note, toFailure} from './file-result.ts'
import type {ImportOptions, Waiting} from './import-options.ts'
import type {ImportReport} from './import-report.ts'
import type {ReadCopy} from './read-copy.ts'

/** A file that was read, ready to be planned; null when it failed, which is noted then. */
export async function prepareCopy(
  file: CopyFile,
  reading: Promise<ReadCopy>,
  report: ImportReport,
  options: ImportOptions,
): Promise<Waiting | null> {
  const name = file.path === '-' ? 'standard input' : file.path
  try {
    const read = await reading
    const {size, format} = read
    const made = 'made' in read ? read.made : await makeOfStored(read, options)
    return {file: name, ...(file.archive === undefined ? {} : {archive: file.archive}), size, format, made}
  } catch (error) {
    if (error instanceof DatasetUnavailable) throw error
    note(report, options, toFailure(name, error, file.archive), file.size)
    return null
  }
}

async function makeOfStored(
  {input, copy}: {input: Copy; copy: ParsedCopy},
  options: ImportOptions,
): Promise<MadeDocuments> {
  const assetId = await storeBytes(input, copy, options)
  return toDocuments(copy, {
    receivedAt: options.now().toISOString(),
    assetId,
  })
}

/** Binary and large copy goes into a file asset, once: copy that is on record already has its asset. */
async function storeBytes(input: Copy, copy: ParsedCopy, {dataset, dryRun}: ImportOptions): Promise<string> {
  try {
    const [known] = await dataset.getDocuments([toWireCopyId(copy.sha256)])
    const asset = known && findFileId(known)
    if (asset) return asset
    return dryRun
      ? `file-${copy.sha256.slice(0, 40)}-bin`
      : await dataset.uploadFile(input.bytes, input.fileName)
  } catch (error) {
    throw isUnavailable(error) ? toUnavailable(error, dataset) : error
  }
}
