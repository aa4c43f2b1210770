/**
 * Asks generated queries over generated datasets with the planner and without; says the first that differs, made as small as it gets.
 *
 * `node bench/planner-law.ts [queries, default 100000] [seed]`
 */
import {checkPlannerLaw} from '../test/lake/plan/check-planner-law.ts'

const queries = Number(process.argv[2] ?? 100_000)
const seed = process.argv[3] === undefined ? Date.now() & 0x7fffffff : Number(process.argv[3])

const started = performance.now()
checkPlannerLaw(queries, seed)
const seconds = Math.round((performance.now() - started) / 1000)
process.stdout.write(
  `${queries} generated queries (seed ${seed}): the same answers with the planner and without, ${seconds} s\n`,
)
