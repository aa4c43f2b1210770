import {startLake} from '../../lake/server.ts'
import type {LakeUser} from '../../lake/users.ts'

/** A lake in a process of its own, for tests that kill it. Its address is the first line on standard output. */
const [data, port, staticDir, users] = process.argv.slice(2)
const lake = await startLake({
  data,
  port: Number(port),
  staticDir: staticDir || undefined,
  users: users ? (JSON.parse(users) as LakeUser[]) : undefined,
})
process.stdout.write(`${lake.address}\n`)
const stop = () => void lake.close().then(() => process.exit())
process.once('SIGTERM', stop)
// When the test is gone, so is this.
process.stdin.resume().once('end', stop)
