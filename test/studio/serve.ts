import {startLake} from '../../lake/server.ts'

/** A lake in a process of its own, for tests that kill it. Its address is the first line on standard output. */
const [data, port, staticDir] = process.argv.slice(2)
const lake = await startLake({data, port: Number(port), staticDir})
process.stdout.write(`${lake.address}\n`)
process.once('SIGTERM', () => void lake.close())
// When the test is gone, so is this.
process.stdin.resume().once('end', () => process.exit())
