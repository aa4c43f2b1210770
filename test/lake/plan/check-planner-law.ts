import fc from 'fast-check'
import type {StoredDocument} from '../../../lake/store/documents/document.ts'
import type {Perspective} from '../../../lake/store/query/perspective.ts'
import type {PlanLimits} from '../../../lake/store/plan/plan-limits.ts'
import {writes} from './generate-dataset.ts'
import {params, query} from './generate-query.ts'
import {openBothWays} from './open-both-ways.ts'

const perspective = fc.constantFrom<Perspective>(
  'raw',
  'raw',
  'published',
  'drafts',
  ['r1'],
  ['r2', 'drafts', 'r1'],
)
/** So small that each way of finding documents is taken. */
const limit = fc.constantFrom(0, 1, 3, 1000)
const limits: fc.Arbitrary<PlanLimits> = fc.record({
  maxSorted: limit,
  minSorted: fc.constant(0),
  maxReadAtOnce: limit,
  minProbed: limit,
  minWalked: limit,
  maxJoined: limit,
})

/**
 * The planner's law: a query gives with the planner what it gives without, order included. Throws with the smallest dataset and query that
 * break it.
 */
export function checkPlannerLaw(queries: number, seed?: number): void {
  const atOnce = 40
  const asked = fc.array(fc.tuple(query, perspective), {minLength: atOnce, maxLength: atOnce})
  fc.assert(
    fc.property(limits, writes, asked, (chosen, transactions, questions) => {
      const lake = openBothWays(chosen)
      try {
        for (const {isBulk, documents, removed} of transactions) {
          const changes = documents.map((document): [string, StoredDocument | null] => [
            document._id,
            document,
          ])
          lake.write(
            [...changes, ...removed.map(([variant, name]): [string, null] => [variant + name, null])],
            isBulk,
          )
          // The indexes are made for the first query and have to follow the transactions after it.
          lake.withPlanner('*[_type == "article"] | order(n)[0...2]', {}, 'raw')
          lake.withPlanner('*[headline match "council"]', {}, 'raw')
        }
        for (const [place, [text, from]] of questions.entries()) {
          // Half of them with the copies that the other half has asked for.
          if (place === atOnce / 2) lake.catchUp()
          const wanted = lake.withoutPlanner(text, params, from)
          const given = lake.withPlanner(text, params, from)
          if (given !== wanted)
            throw new Error(
              `${text}\n(${String(from)}) gives with the planner\n${given}\nand without\n${wanted}`,
            )
        }
      } finally {
        lake.close()
      }
    }),
    {numRuns: Math.ceil(queries / atOnce), ...(seed === undefined ? {} : {seed}), endOnFailure: false},
  )
}
