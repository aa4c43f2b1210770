/**
 * Opens a dataset's file in this process, new as it is, and asks: the time from the start of the process to the first answer, the first answers
 * after it, and the memory of the process. `lake-queries.ts --huge` runs it.
 *
 * `node bench/lake-cold.ts <file> <documents>`
 */
import {openStore} from '../lake/store/index.ts'
import {lakeQueries} from './lake-query-list.ts'
import {makeNewsroom} from './make-newsroom.ts'

const [file = '', count = '1000000'] = process.argv.slice(2)
const megabytes = () => Math.round(process.memoryUsage.rss() / 1e6)
/** Since the process was started. */
const now = () => performance.now()

const beforeOpening = now()
const store = openStore({path: file})
const opened = now()
const newsroom = makeNewsroom(Number(count))
await store.query(lakeQueries[0]!.query, lakeQueries[0]!.params(newsroom, 3, []))
const answered = now()
process.stdout.write(
  `${count} documents: process to first answer ${answered.toFixed(0)} ms, of which opening ${(opened - beforeOpening).toFixed(0)} ms and the answer ${(answered - opened).toFixed(0)} ms\n`,
)
process.stdout.write(`memory idle ${megabytes()} MB\n`)
const headlines = await store.fetch<string[]>('*[_type == "article"][0...300].headline')
for (const {name, query, params, isHelped} of lakeQueries) {
  if (!isHelped) continue
  const startedAt = now()
  await store.query(query, params(newsroom, 5, headlines))
  const first = now() - startedAt
  for (let at = 0; at < 100; at++) await store.query(query, params(newsroom, 10 + at, headlines))
  process.stdout.write(`${name}: first ${first.toFixed(1)} ms; memory after 100 ${megabytes()} MB\n`)
}
const scanned = lakeQueries.find(({isHelped}) => !isHelped)!
const scanStarted = now()
await store.query(scanned.query, scanned.params(newsroom, 1, headlines))
process.stdout.write(
  `a scan of all: ${((now() - scanStarted) / 1000).toFixed(1)} s; memory ${megabytes()} MB\n`,
)
store.close()
