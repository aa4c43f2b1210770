/** What the hosted project has and the local lake does not, by the path behind the version, and what does instead. */
const hostedOnly: [path: RegExp, explanation: string][] = [
  [
    /^\/projects\/[^/]+\/cors\b/,
    'The local lake keeps no list of CORS origins. Start it with --allow-origin for a page of yours that asks it, or give createLake the option "origins".',
  ],
  [
    /^\/(?:invitations\/|projects\/[^/]+\/(?:members|roles|invitations)\b|access\/(?!requests\/me))/,
    'The local lake has no members, invitations, roles or tokens to manage: its people are those that createLake is given as "users", and nobody else reaches it.',
  ],
  [
    /^\/projects\/[^/]+\/datasets\/[^/]+\/(?:backups|settings\/backups)\b/,
    'The local lake makes no backups. Copy its folder while it is stopped, or write the documents out with "newsroom export".',
  ],
  [
    /^\/projects\/[^/]+\/datasets\/(?:copy\b|[^/]+\/copy\b)/,
    'The local lake copies no datasets. Use "newsroom export" and "newsroom load".',
  ],
  [
    /^\/projects\/[^/]+\/(?:datasets\/[^/]+\/)?schemas\b/,
    'The local lake stores no schemas: Studio brings its own. "sanity schema extract" writes it into a file.',
  ],
  [/^\/hooks\b/, 'The local lake calls no webhooks. Listen to it (client.listen, client.live) instead.'],
  [/^\/(?:apis\/)?graphql\b/, 'The local lake has no GraphQL API. Ask it with GROQ.'],
  [
    /^\/(?:auth|user-applications|organizations|jobs|vX\/agent|agent)\b/,
    'That is part of a Sanity account, which the local lake does without.',
  ],
]

/** What to answer where there is nothing: what was asked for and, where the hosted lake has it, what to do here. */
export function explainMissing(method: string, pathname: string): string {
  const path = pathname.replace(/^\/v[^/]+/, '')
  const asked = `There is no ${method} ${pathname.slice(0, 200)}`
  const known = hostedOnly.find(([pattern]) => pattern.test(path))
  return known ? `${known[1]} (${asked}.)` : `${asked} on the local lake.`
}
