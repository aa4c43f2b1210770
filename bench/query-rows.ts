import type {Bound, Row} from './rows.ts'

/** What `lake-queries.ts --json` writes. */
interface QueryFigures {
  total: number
  small: number
  rows: {
    name: string
    lakeMs: number
    lakeP95Ms: number
    peer: string
    peerMs: number
    times: number
    growth: number
  }[]
}

/** What each query must reach among so many documents, by the beginning of its name; among fewer, where a scan is quicker, as much less. */
const fullCount = 400_000
const mustReach: [start: string, times: number][] = [
  ['article by slug', 1000],
  ['article by id', 1000],
  ['references($id)', 1000],
  ['latest 20', 200],
  ['quotes by a speaker’s name', 500],
  ['search headlines and bodies', 100],
]
/** Among fewer, how times grow is chance. */
const countForGrowth = 40_000

/** The rows of the table from the figures of `lake-queries.ts`: how many times the peer's speed, and how the time grows. */
export function toQueryRows({total, small, rows}: QueryFigures): Row[] {
  return rows.flatMap((figures): Row[] => {
    const {name, lakeMs, lakeP95Ms, peer, peerMs, times, growth} = figures
    const detail = `${lakeMs.toFixed(3)} ms (p95 ${lakeP95Ms.toFixed(3)}) beside ${peerMs.toFixed(0)} ms, ${total} documents`
    const must = mustReach.find(([start]) => name.startsWith(start))?.[1]
    if (must === undefined) {
      if (!name.includes('no index helps')) return []
      const bound: Bound = {atMost: 1.05}
      return [toRow(name, peer, 'time', bound, lakeMs / peerMs, detail)]
    }
    const speed = toRow(name, peer, 'speed', {atLeast: must * Math.min(1, total / fullCount)}, times, detail)
    if (Number.isNaN(growth) || total < countForGrowth) return [speed]
    const from = `itself at ${small} documents`
    return [speed, toRow(`${name}: growth to ${total} documents`, from, 'time', {atMost: 1.5}, growth, '')]
  })
}

function toRow(
  what: string,
  beside: string,
  ratioOf: Row['ratioOf'],
  bound: Bound,
  ratio: number,
  detail: string,
): Row {
  return {what, beside, ratioOf, mustReach: bound, ratio, spread: [ratio, ratio], detail}
}
