import {once} from 'node:events'
import {createWriteStream} from 'node:fs'
import {openDataset, type DatasetOptions} from '../dataset/open-dataset.ts'
import {CommandError, exitCodes} from '../exit-codes.ts'

/** `newsroom export`: every document but the lake's own, a line each, as `sanity dataset import` takes it. */
export async function exportCommand(options: DatasetOptions & {out?: string}): Promise<number> {
  const dataset = await openDataset(options)
  const out = options.out ? createWriteStream(options.out) : process.stdout
  const broken = new Promise<never>((_resolve, reject) => {
    if (options.out) out.once('error', reject)
  })
  let documents = 0
  try {
    for await (const document of dataset.exportDocuments()) {
      if (document._type.startsWith('system.')) continue
      documents++
      if (!out.write(`${JSON.stringify(document)}\n`)) await Promise.race([once(out, 'drain'), broken])
    }
    if (options.out) {
      out.end()
      await Promise.race([once(out, 'finish'), broken])
    }
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException
    throw new CommandError(
      code === 'ENOENT' && options.out
        ? `--out ${options.out}: there is no such folder; make it first.`
        : `The export stopped: ${message}`,
      exitCodes.someFailed,
    )
  } finally {
    await dataset.close()
  }
  process.stderr.write(
    `newsroom: ${documents} documents exported${options.out ? ` to ${options.out}` : ''}\n`,
  )
  return exitCodes.ok
}
