import {existsSync, readdirSync} from 'node:fs'
import path from 'node:path'
import {Hono} from 'hono'
import {keepReleaseSchedule} from '../actions/release-schedule.ts'
import {openAssetFolder} from '../assets/asset-folder.ts'
import {createFaults, type Faults} from '../limits/faults.ts'
import {createLimits, type LimitsName} from '../limits/limits.ts'
import {createStreams} from '../listen/streams.ts'
import {checkRequest, type OriginRules} from '../security/check-request.ts'
import {
  checkDatasetName,
  LakeError,
  openStore,
  toDatasetFile,
  toDatasetName,
  type Store,
} from '../store/index.ts'
import {findUser, localUser, type LakeUser} from '../users.ts'
import type {LakeApp, LakeContext, LakeEnvironment} from './context.ts'
import {explainMissing} from './explain-missing.ts'
import {addActionRoutes} from './routes/actions.ts'
import {addAssetRoutes} from './routes/assets.ts'
import {addDocumentRoutes} from './routes/documents.ts'
import {addHistoryRoutes} from './routes/history.ts'
import {addListenRoutes} from './routes/listen.ts'
import {addLoadRoutes} from './routes/load.ts'
import {addMutateRoutes} from './routes/mutate.ts'
import {addProjectRoutes} from './routes/project.ts'
import {addQueryRoutes} from './routes/query.ts'
import {createStaticServer} from './serve-static.ts'

export interface LakeOptions extends OriginRules {
  /** The data folder; without one, everything is in memory and gone at the end. */
  data?: string
  /** Default `production`. */
  dataset?: string
  /** Default `local`. */
  projectId?: string
  limits?: LimitsName
  /** The folder of a built Studio to serve. */
  staticDir?: string
  users?: readonly LakeUser[]
  now?: () => Date
  newId?: () => string
  /** The longest that a query may take, in milliseconds; default 30,000. */
  maxQueryMs?: number
  /** The largest upload, in bytes; default 256 MiB. */
  maxUploadBytes?: number
}

export interface Lake {
  app: LakeApp
  /** Answers a request without a socket. */
  fetch(request: Request, environment?: object): Promise<Response>
  /** The store of the dataset that the lake was started with. */
  store: Store
  faults: Faults
  context: LakeContext
  /** Throws a `LakeError` when a request must not be answered; used for WebSockets, which no route sees. */
  checkRequest: typeof checkRequest extends (facts: infer Facts, rules: OriginRules) => infer Answer
    ? (facts: Facts) => Answer
    : never
  /** Tells the lake where it is reached, for the addresses of assets. */
  setAddress(address: string): void
  close(): void
}

const versionPattern = /^v(1|X|\d{4}-\d{2}-\d{2})$/
const defaultMaxUploadBytes = 256 * 1024 * 1024

/** A lake as a function from requests to answers. A data folder that is in use or damaged throws a `LakeError`. */
export function createLake(options: LakeOptions = {}): Lake {
  const {dataset = 'production', projectId = 'local', data, users = [localUser]} = options
  const {now = () => new Date(), newId, maxQueryMs} = options
  const stores = new Map<string, Store>()
  const schedules: (() => void)[] = []
  const streams = createStreams()
  const faults = createFaults()
  let address = 'http://localhost'

  const limits = createLimits(options.limits ?? 'none')
  const {checkDocument} = limits

  const toFile = (name: string) => (data ? toDatasetFile(data, name) : ':memory:')
  const open = (name: string): Store => {
    const store = openStore({
      path: toFile(name),
      dataset: name,
      projectId,
      now,
      newId,
      maxQueryMs,
      checkDocument,
    })
    stores.set(name, store)
    schedules.push(keepReleaseSchedule(store, now))
    return store
  }
  const storeOf = (name: string): Store => {
    const known = stores.get(name)
    if (known) return known
    if (data && toDatasetName(`${name}.sqlite`) === name && existsSync(toFile(name))) return open(name)
    throw new LakeError({
      status: 404,
      type: 'httpNotFound',
      description: `Dataset "${name.slice(0, 80)}" not found for project ID "${projectId}"`,
    })
  }
  checkDatasetName(dataset)
  const store = open(dataset)
  const context: LakeContext = {
    projectId,
    dataset,
    users,
    limits,
    streams,
    assets: openAssetFolder(data && path.join(data, 'assets')),
    maxUploadBytes: options.maxUploadBytes ?? defaultMaxUploadBytes,
    now,
    storeOf,
    datasets: () => {
      const kept = data ? readdirSync(data).flatMap((file) => toDatasetName(file) ?? []) : []
      return [...new Set([...stores.keys(), ...kept])].sort()
    },
    createDataset: (name) => {
      checkDatasetName(name)
      if (!stores.has(name)) open(name)
    },
    address: () => address,
  }

  const app = createApp(context, options, faults)
  return {
    app,
    store,
    faults,
    context,
    fetch: async (request, environment) => app.fetch(request, environment),
    checkRequest: (facts) => checkRequest(facts, options),
    setAddress: (given) => {
      address = given
      updateAssetAddresses(store, given)
    },
    close: () => {
      streams.closeAll()
      for (const stop of schedules) stop()
      for (const open of stores.values()) open.close()
    },
  }
}

function createApp(context: LakeContext, options: LakeOptions, faults: Faults): LakeApp {
  const app: LakeApp = new Hono<LakeEnvironment>({
    // `@sanity/migrate` writes two slashes before the version.
    getPath: (request) => new URL(request.url).pathname.replace(/^\/+/, '/'),
  })
  const serveStudio = options.staticDir ? createStaticServer(options.staticDir) : undefined

  app.use('*', async (c, next) => {
    const url = new URL(c.req.url)
    const origin = checkRequest(
      {
        host: c.req.header('host') ?? url.host,
        origin: c.req.header('origin'),
        fetchSite: c.req.header('sec-fetch-site'),
        fetchMode: c.req.header('sec-fetch-mode'),
        referer: c.req.header('referer'),
        method: c.req.method,
      },
      options,
    )
    if (c.req.method === 'OPTIONS') return toPreflight(origin, c.req.header('access-control-request-headers'))
    const version = url.pathname.split('/')[1] ?? ''
    const isApi = versionPattern.test(version)
    c.set('apiVersion', isApi ? version.slice(1) : '1')
    c.set('user', findUser(context.users, c.req.header('authorization')))
    if (isApi) context.limits.enterCall()

    const fault = faults.take(url.pathname)
    if (fault?.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs))
    if (fault?.status) {
      const headers: Record<string, string> =
        fault.retryAfterSeconds === undefined ? {} : {'retry-after': String(fault.retryAfterSeconds)}
      return c.json(
        {statusCode: fault.status, error: 'Fault', message: 'A fault that a test asked for'},
        fault.status as 503,
        headers,
      )
    }
    await next()
    if (fault?.dropAfterCommit) {
      // With a socket the connection breaks; without one the promise does, as a caller's fetch would.
      const outgoing = (c.env as {outgoing?: {destroy(): void}} | undefined)?.outgoing
      outgoing?.destroy()
      throw new TypeError('fetch failed')
    }
    if (origin) allowOrigin(c.res.headers, origin)
    return undefined
  })

  addQueryRoutes(app, context)
  addMutateRoutes(app, context)
  addLoadRoutes(app, context)
  addActionRoutes(app, context)
  addDocumentRoutes(app, context)
  addListenRoutes(app, context)
  addHistoryRoutes(app, context)
  addAssetRoutes(app, context)
  addProjectRoutes(app, context)

  app.notFound(async (c) => {
    const url = new URL(c.req.url)
    const isPage =
      (c.req.method === 'GET' || c.req.method === 'HEAD') &&
      !versionPattern.test(url.pathname.split('/')[1] ?? '')
    const page = isPage ? await serveStudio?.(url.pathname, c.req.header('accept') ?? '') : undefined
    const message = explainMissing(c.req.method, url.pathname)
    return page ?? c.json({statusCode: 404, error: 'Not Found', message}, 404)
  })
  app.onError((error, c) => {
    if (error instanceof TypeError && error.message === 'fetch failed') throw error
    const failure =
      error instanceof LakeError
        ? error
        : new LakeError({
            status: 500,
            type: 'internalError',
            description: 'The lake failed on this request',
            cause: error,
          })
    if (failure.status === 500)
      process.stderr.write(`${c.req.method} ${c.req.path}: ${String(error.stack ?? error)}\n`)
    const response = c.json(failure.toBody(), failure.status as 400)
    if (failure.status === 429) response.headers.set('retry-after', '1')
    // The rest of a body that is too large is not waited for.
    if (failure.status === 413) response.headers.set('connection', 'close')
    const origin = c.req.header('origin')
    if (origin && failure.type !== 'corsOriginNotAllowed' && failure.type !== 'misdirectedRequest') {
      allowOrigin(response.headers, origin)
    }
    return response
  })
  return app
}

function toPreflight(origin: string | undefined, requestedHeaders: string | undefined): Response {
  const headers = new Headers({
    'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
    'access-control-allow-headers': requestedHeaders ?? '',
    'access-control-max-age': '600',
  })
  if (origin) allowOrigin(headers, origin)
  return new Response(null, {status: 204, headers})
}

function allowOrigin(headers: Headers, origin: string): void {
  headers.set('access-control-allow-origin', origin)
  headers.set('access-control-allow-credentials', 'true')
  headers.append('vary', 'origin')
}

/** Asset documents carry the address they are served at; a lake that starts at another one puts its own there. */
function updateAssetAddresses(store: Store, address: string): void {
  const assets = [
    ...store.getDocumentsOfType('sanity.imageAsset'),
    ...store.getDocumentsOfType('sanity.fileAsset'),
  ]
  const mutations = assets.flatMap((asset) => {
    const url = `${address}/${String(asset['path'])}`
    return asset['url'] === url ? [] : [{patch: {id: asset._id, set: {url}}}]
  })
  if (mutations.length > 0) store.transact(mutations, {identity: 'lake'})
}
