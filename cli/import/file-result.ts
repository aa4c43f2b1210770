import type {ImportPlan} from '../../ingest/plan-import.ts'
import type {ImportOptions, Waiting} from './import-options.ts'
import {addResult, type FileResult, type ImportReport} from './import-report.ts'

export function toResult({file, archive, made, format}: Waiting, plan: ImportPlan): FileResult {
  const stands = made.wireCopy.findings.filter(({part}) => part === undefined || !plan.arrived.has(part))
  const findings = [...stands, ...plan.findings]
  const failed = made.wireCopy.outcome === 'failed'
  const held =
    !failed &&
    (['held', 'waiting', 'kept', 'older'].includes(plan.outcome) ||
      made.wireCopy.outcome === 'held' ||
      made.wireCopy.outcome === 'killed')
  return {
    file,
    ...(archive === undefined ? {} : {archive}),
    outcome: failed
      ? 'failed'
      : plan.mutations.length === 0 && !held
        ? 'unchanged'
        : held
          ? 'held'
          : 'written',
    mutations: plan.mutations.length,
    articles: made.articles.map((article) => article._id),
    headlines: made.articles.flatMap((article) => article.headline ?? []),
    messages: [
      ...findings.flatMap((finding) => (finding.severity === 'info' ? [] : [finding.message])),
      ...(failed && findings.length === 0 ? [`Nothing to import was found in this ${format} copy.`] : []),
    ],
  }
}

export function toFailure(file: string, error: unknown, archive?: string): FileResult {
  return {
    file,
    ...(archive === undefined ? {} : {archive}),
    outcome: 'failed',
    mutations: 0,
    articles: [],
    headlines: [],
    messages: [(error as Error).message],
  }
}

/** The result of an archive whose slices had these; the worst of theirs is its own. */
export function toArchiveResult(archive: string, slices: readonly FileResult[]): FileResult {
  const outcomes = new Set(slices.map(({outcome}) => outcome))
  return {
    file: archive,
    outcome: (['failed', 'held', 'written'] as const).find((outcome) => outcomes.has(outcome)) ?? 'unchanged',
    mutations: slices.reduce((sum, {mutations}) => sum + mutations, 0),
    articles: slices.flatMap(({articles}) => articles),
    headlines: slices.flatMap(({headlines}) => headlines),
    messages: slices.flatMap(({file, messages}) => messages.map((message) => `${file}: ${message}`)),
  }
}

export function note(report: ImportReport, options: ImportOptions, result: FileResult, bytes: number): void {
  addResult(report, result, bytes)
  options.onFile?.(result, bytes)
}
