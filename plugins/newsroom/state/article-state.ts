/** What the plugin looks at of an article, draft or published. */
export interface ArticleLike {
  wire?: {
    pubStatus?: string
    embargoedUntil?: string
    expires?: string
    provider?: string
    version?: string
    copy?: {_ref?: string}
  }
  waitingUpdate?: unknown
}

/** Why an article must not be published now. */
export type Blocker =
  | {kind: 'killed'}
  | {kind: 'held'}
  | {kind: 'embargoed'; until: Date}
  | {kind: 'embargo-unreadable'; value: string}

/** Date and time with a zone: an embargo without one does not say when it ends. */
const zonedTime = /T.*(?:Z|[+-]\d{2}:?\d{2})$/

/**
 * What keeps an article from being published, the gravest first; empty when nothing does. An embargo that cannot be read as a time
 * holds the story: better late than broken.
 */
export function findBlockers(article: ArticleLike | null | undefined, now: Date): Blocker[] {
  const blockers: Blocker[] = []
  const {pubStatus, embargoedUntil} = article?.wire ?? {}
  if (pubStatus === 'canceled') blockers.push({kind: 'killed'})
  if (pubStatus === 'withheld') blockers.push({kind: 'held'})
  if (embargoedUntil) {
    const until = new Date(embargoedUntil)
    if (!zonedTime.test(embargoedUntil) || Number.isNaN(until.getTime()))
      blockers.push({kind: 'embargo-unreadable', value: embargoedUntil})
    else if (until > now) blockers.push({kind: 'embargoed', until})
  }
  return blockers
}

/** When the article was to be taken down, if that time has passed: the queries of a site no longer give it. */
export function findExpiry(article: ArticleLike | null | undefined, now: Date): Date | null {
  const expires = article?.wire?.expires
  if (!expires || !zonedTime.test(expires)) return null
  const time = new Date(expires)
  return time <= now ? time : null
}
