import type {WrittenImport} from './write-import.ts'

/** One line of the report: what became of one piece of copy. */
export interface ReportLine extends WrittenImport {
  id: string
  /** ISO 8601, UTC. */
  at: string
  fileName?: string
}

const storageKey = 'newsroom.import.report'
/** Lines that are kept; the dataset has the record of every copy. */
const maxLines = 200

/** The report of earlier imports in this tab: it stays when the editor goes to look at an article and comes back. */
export function readReport(): ReportLine[] {
  try {
    const lines: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(lines) ? (lines as ReportLine[]) : []
  } catch {
    return []
  }
}

export function storeReport(lines: ReportLine[]): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(lines.slice(0, maxLines)))
  } catch {
    // A browser that keeps nothing shows the report until the tab is closed.
  }
}
