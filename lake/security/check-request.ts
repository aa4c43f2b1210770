import {LakeError} from '../store/index.ts'

export interface OriginRules {
  /** Host names (with port where it matters) that the lake answers to, beside the names of this machine itself. */
  hosts?: readonly string[]
  /** Origins of pages that may call the lake, beside the lake's own pages; default Studio's development server. */
  origins?: readonly string[]
}

export const defaultOrigins = ['http://localhost:3333', 'http://127.0.0.1:3333']

/** What a request says about where it comes from. */
export interface RequestFacts {
  /** The `Host` header. */
  host: string | undefined
  origin: string | undefined
  /** `Sec-Fetch-Site` and `Sec-Fetch-Mode`, which browsers send where no `Origin` is sent. */
  fetchSite: string | undefined
  fetchMode: string | undefined
  /** The `Referer` header: what a page of another origin shows (a picture) carries no `Origin`, but this. */
  referer?: string | undefined
  method: string
}

/**
 * Refuses (throws a `LakeError` 403 or 421) what must not reach a server on a person's machine: a request for another
 * host name, which is how a rebound DNS name reaches 127.0.0.1, and one that a page of another origin makes.
 * Programs that are not browsers send no `Origin` and pass. Returns the origin to allow in the answer.
 */
export function checkRequest(facts: RequestFacts, rules: OriginRules): string | undefined {
  const host = (facts.host ?? '').toLowerCase()
  if (!isOwnHost(host, rules)) {
    throw new LakeError({
      status: 421,
      type: 'misdirectedRequest',
      description: `This lake does not answer for the host "${host.slice(0, 100)}". Use localhost or 127.0.0.1.`,
    })
  }
  if (facts.origin === undefined) {
    const isForeign = facts.fetchSite === 'cross-site' || facts.fetchSite === 'same-site'
    const isLink = facts.fetchMode === 'navigate' && facts.method === 'GET'
    const isShown = facts.method === 'GET' && isAllowed(toOrigin(facts.referer), rules)
    if (isForeign && !isLink && !isShown) throw toForeignOrigin(facts.fetchSite ?? '')
    return undefined
  }
  const isOwnPage = facts.origin === `http://${host}`
  if (isOwnPage || isAllowed(facts.origin, rules)) return facts.origin
  throw toForeignOrigin(facts.origin)
}

function isAllowed(origin: string | undefined, rules: OriginRules): boolean {
  return origin !== undefined && (rules.origins ?? defaultOrigins).includes(origin)
}

function toOrigin(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).origin : undefined
}

function isOwnHost(host: string, rules: OriginRules): boolean {
  if (rules.hosts?.includes(host)) return true
  const name = host.startsWith('[') ? host.slice(0, host.indexOf(']') + 1) : host.split(':')[0]!
  // RFC 6761, section 6.3: names under .localhost are this machine's and never asked of DNS.
  return name === 'localhost' || name.endsWith('.localhost') || name === '127.0.0.1' || name === '[::1]'
}

function toForeignOrigin(origin: string): LakeError {
  return new LakeError({
    status: 403,
    type: 'corsOriginNotAllowed',
    description: `Pages from "${origin.slice(0, 100)}" may not use this lake. When it is yours, allow it with --allow-origin, or with the option "origins".`,
  })
}
