/** What a watcher tells, one JSON object a line, for a log collector. */
export interface WatchLog {
  event(name: string, facts?: Record<string, unknown>): void
  /** Adds up what was done; `flush` writes the metrics line. */
  count(outcome: string, bytes: number): void
  flush(): void
}

export function createWatchLog(
  write: (line: string) => void,
  now: () => Date,
  elapsedMs: () => number,
): WatchLog {
  let totals: Record<string, number> = {files: 0, bytes: 0}
  const startedAt = elapsedMs()
  const event: WatchLog['event'] = (name, facts = {}) =>
    write(`${JSON.stringify({time: now().toISOString(), event: name, ...facts})}\n`)
  return {
    event,
    count(outcome, bytes) {
      totals = {
        ...totals,
        files: (totals.files ?? 0) + 1,
        bytes: (totals.bytes ?? 0) + bytes,
        [outcome]: (totals[outcome] ?? 0) + 1,
      }
    },
    flush() {
      event('metrics', {upSeconds: Math.round((elapsedMs() - startedAt) / 1000), ...totals})
    },
  }
}
