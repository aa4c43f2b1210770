import type {FileResult, ImportReport} from '../import/import-report.ts'
import {count, cut, type Paint} from './paint.ts'

/** Lines of a kind listed in full; the rest is counted. */
const listed = 5

/** The closing report of an import, for people. */
export function toImportPage(report: ImportReport, paint: Paint): string {
  const verb = report.dryRun ? 'would be ' : ''
  const lines = [
    '',
    paint.style('bold', `${report.dryRun ? 'Dry run' : 'Imported'} into ${report.place}`),
    `  ${count(report.files, 'file')}: ${report.written} ${verb}written, ${report.unchanged} unchanged, ${report.held} held, ${report.failed} failed`,
    `  ${count(report.mutations, 'mutation')}${report.dryRun ? ' (none sent)' : ''} in ${report.seconds.toFixed(1)} s`,
  ]
  for (const outcome of ['written', 'held', 'failed'] as const) {
    const results = report.results.filter((result) => result.outcome === outcome)
    const shown = results.slice(0, listed)
    for (const result of shown) lines.push(...showResult(result, paint))
    // Not all that were written may be among the results.
    const more = report[outcome] - shown.length
    const kind = `more ${outcome}`
    if (more > 0) lines.push(paint.style('dim', `  …and ${count(more, kind, kind)}`))
  }
  if (report.interrupted)
    lines.push(
      '',
      paint.style(
        'yellow',
        'Interrupted. What is reported above is stored; run the same command again for the rest.',
      ),
    )
  return `${lines.join('\n')}\n`
}

function showResult(result: FileResult, paint: Paint): string[] {
  const colour = result.outcome === 'failed' ? 'red' : result.outcome === 'held' ? 'yellow' : 'green'
  const title = result.headlines[0] ?? (result.outcome === 'written' ? '(no headline)' : '')
  const more =
    result.headlines.length > 1 ? paint.style('dim', ` and ${result.headlines.length - 1} more`) : ''
  return [
    `  ${paint.style(colour, result.outcome.padEnd(8))} ${result.file}${title ? `  ${paint.style('bold', cut(title, 60))}` : ''}${more}`,
    ...result.messages.slice(0, listed).map((message) => `           ${cut(message, paint.columns * 2)}`),
    ...(result.messages.length > listed ? [`           …and ${result.messages.length - listed} more`] : []),
  ]
}
