/** What became of one file. */
export interface FileResult {
  file: string
  /** Of a slice: the archive that it was cut from. */
  archive?: string
  outcome: 'written' | 'unchanged' | 'held' | 'failed'
  /** Mutations sent. */
  mutations: number
  /** Article ids that the copy makes. */
  articles: string[]
  headlines: string[]
  /** Why it was held or failed, and warnings, in words. */
  messages: string[]
}

/** The closing report of an import. */
export interface ImportReport {
  dryRun: boolean
  place: string
  files: number
  written: number
  unchanged: number
  held: number
  failed: number
  mutations: number
  bytes: number
  seconds: number
  interrupted: boolean
  /** Of each file; of a very large import, those that failed or were held and the first ten thousand others (thousand slices). */
  results: FileResult[]
}

const maxPlainResults = 10_000
/** A slice of an archive has many articles. */
const maxPlainSlices = 1000

/** An empty report to add results to. */
export function startReport(place: string, dryRun: boolean): ImportReport {
  return {
    dryRun,
    place,
    files: 0,
    written: 0,
    unchanged: 0,
    held: 0,
    failed: 0,
    mutations: 0,
    bytes: 0,
    seconds: 0,
    interrupted: false,
    results: [],
  }
}

export function addResult(report: ImportReport, result: FileResult, bytes: number): void {
  report.files++
  report[result.outcome]++
  report.mutations += result.mutations
  report.bytes += bytes
  const needsLook = result.outcome === 'failed' || result.outcome === 'held'
  const most = result.archive === undefined ? maxPlainResults : maxPlainSlices
  if (needsLook || report.results.length < most) report.results.push(result)
}
