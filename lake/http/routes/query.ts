import {parsePerspective, type Perspective, type QueryParams} from '../../store/index.ts'
import type {LakeApp, LakeContext, LakeRequest} from '../context.ts'
import {readJson, toBadRequest} from '../read-body.ts'

const maxQueryBytes = 4 * 1024 * 1024
/** From this version on a query sees published documents unless it says otherwise, and may name releases. */
const stacksSince = '2025-02-19'

/** `GET` and `POST /data/query/:dataset`. With `explain=true` the answer is how the query would be evaluated, as `explain`: sentences. */
export function addQueryRoutes(app: LakeApp, lake: LakeContext): void {
  app.get('/:version/data/query/:dataset', (c) => {
    const address = new URL(c.req.url)
    return answer(lake, c, address.searchParams.get('query') ?? '', readParams(address.searchParams))
  })
  app.post('/:version/data/query/:dataset', async (c) => {
    const {query, params} = await readJson(c, maxQueryBytes)
    if (typeof query !== 'string') throw toBadRequest('"query" must be a string')
    return answer(lake, c, query, (params ?? {}) as QueryParams)
  })
}

async function answer(
  lake: LakeContext,
  c: LakeRequest,
  query: string,
  params: QueryParams,
): Promise<Response> {
  const started = performance.now()
  const search = new URL(c.req.url).searchParams
  const dataset = c.req.param('dataset')!
  const leave = lake.limits.enterQuery(dataset)
  let result: unknown
  try {
    const settings = {
      perspective: readPerspective(search, c.get('apiVersion')),
      identity: c.get('user').id,
    }
    if (search.get('explain') === 'true')
      return c.json({query, explain: lake.storeOf(dataset).explain(query, params, settings)})
    result = (await lake.storeOf(dataset).query(query, params, settings)) ?? null
  } finally {
    leave()
  }
  const ms = Math.round(performance.now() - started)
  return c.json({result, ms, ...(search.get('returnQuery') === 'false' ? {} : {query}), syncTags: ['s1:all']})
}

/** The parameters `$name=<JSON>` of an address; one that is not JSON throws a `LakeError` 400. */
export function readParams(search: URLSearchParams): QueryParams {
  const params: QueryParams = {}
  for (const [name, value] of search) {
    if (!name.startsWith('$')) continue
    try {
      params[name.slice(1)] = JSON.parse(value)
    } catch (cause) {
      throw toBadRequest(`The parameter "${name}" is not JSON: ${value.slice(0, 80)}`, cause)
    }
  }
  return params
}

export function readPerspective(search: URLSearchParams, apiVersion: string): Perspective {
  const named = parsePerspective(search.getAll('perspective').join(','))
  const isNew = apiVersion === 'X' || (apiVersion.length > 1 && apiVersion >= stacksSince)
  if (Array.isArray(named) && !isNew)
    throw toBadRequest(
      `Complex perspectives are not supported for this version: ${named.join(',').slice(0, 80)} needs API version v${stacksSince} or later`,
    )
  if (named) return named
  return isNew ? 'published' : 'raw'
}
