import path from 'node:path'
import {exitCodes} from '../exit-codes.ts'
import {openDataset} from '../dataset/open-dataset.ts'
import {findCopyFiles} from '../files/copy-files.ts'
import {addResult, startReport} from '../import/import-report.ts'
import {runImport} from '../import/run-import.ts'
import {createPaint} from '../show/paint.ts'
import {showDataset} from '../show/dataset-page.ts'
import {findStudio} from '../studio/find-studio.ts'
import {showReport, untilInterrupted} from './import.ts'

const samplePath = path.join(import.meta.dirname, '../sample/harbour-plan.txt')

export interface StartOptions {
  data: string
  dataset: string
  port?: number
  studio: boolean
}

/** `newsroom start` (`npm start`): imports the sample, or the files given, shows what is there, and opens the Studio of this folder on it. */
export async function startCommand(args: string[], options: StartOptions): Promise<number> {
  const studio = options.studio ? findStudio() : undefined
  const failed = await importAndShow(args.length > 0 ? args : [samplePath], options)
  if (!studio) return failed ? exitCodes.someFailed : exitCodes.ok
  const {serveStudio} = await import('../studio/serve-studio.ts')
  return serveStudio(options, studio)
}

async function importAndShow(args: string[], options: StartOptions): Promise<boolean> {
  const {files, refused} = await findCopyFiles(args, {folders: true})
  const interruption = untilInterrupted()
  const dataset = await openDataset(options)
  try {
    const report = startReport(dataset.place, false)
    for (const {path: file, reason} of refused)
      addResult(
        report,
        {file, outcome: 'failed', mutations: 0, articles: [], headlines: [], messages: [reason]},
        0,
      )
    await runImport(files, report, {dataset, now: () => new Date(), dryRun: false, signal: interruption})
    showReport(report, false)
    process.stdout.write(await showDataset(dataset, report, createPaint(process.stdout)))
    return report.failed > 0
  } finally {
    await dataset.close()
  }
}
