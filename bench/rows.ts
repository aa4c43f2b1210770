import {appendFileSync} from 'node:fs'

/** What a figure must reach: so many times the peer at least, or at most. */
export type Bound = {atLeast: number} | {atMost: number}

/** One line of the table of `npm run bench`. */
export interface Row {
  what: string
  /** The peer, measured in turns with it in the same run. */
  beside: string
  /** What is divided by what: `speed` is better the larger it is, `time` and `size` the smaller. */
  ratioOf: 'speed' | 'time' | 'size'
  mustReach: Bound
  aim?: Bound
  /** Median over the rounds. */
  ratio: number
  /** Smallest and largest of the rounds. */
  spread: [number, number]
  /** Figures in units, for reading only. */
  detail: string
}

/** A short run, for machines that check every change: small data, wide margins. */
export const isShort = process.env.NEWSROOM_BENCH === 'short'

/** A row from the ratios of several rounds. */
export function toRow(row: Omit<Row, 'ratio' | 'spread'> & {ratios: number[]}): Row {
  const {ratios, ...rest} = row
  const sorted = ratios.toSorted((one, other) => one - other)
  if (sorted.length === 0 || sorted.some(Number.isNaN)) throw new Error(`"${row.what}" was not measured.`)
  return {...rest, ratio: median(sorted), spread: [sorted[0]!, sorted.at(-1)!]}
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

/** How many times a bound a ratio misses by; 1 or less reaches it. */
export function missOf(ratio: number, bound: Bound): number {
  return 'atLeast' in bound ? bound.atLeast / ratio : ratio / bound.atMost
}

/** Prints rows, or hands them to `bench/run.ts` when that is asking. */
export function reportRows(rows: readonly Row[]): void {
  const file = process.env.NEWSROOM_BENCH_ROWS
  if (file) for (const row of rows) appendFileSync(file, `${JSON.stringify(row)}\n`)
  else printRows(rows)
}

export function printRows(rows: readonly Row[]): void {
  console.table(
    rows.map((row) => ({
      what: row.what,
      beside: row.beside,
      [`ratio`]: `${format(row.ratio)} (${format(row.spread[0])}–${format(row.spread[1])}) of ${row.ratioOf}`,
      must: `${toText(row.mustReach)} ${missOf(row.ratio, row.mustReach) <= 1 ? '✓' : '✗'}`,
      aim: row.aim ? `${toText(row.aim)} ${missOf(row.ratio, row.aim) <= 1 ? '✓' : '✗'}` : '',
      detail: row.detail,
    })),
  )
}

function toText(bound: Bound): string {
  return 'atLeast' in bound ? `≥ ${format(bound.atLeast)}` : `≤ ${format(bound.atMost)}`
}

function format(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}
