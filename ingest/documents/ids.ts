import {hashQuickly, hashText} from '../text/hash.ts'
import {toWords} from '../text/words.ts'

/**
 * Every id is computed from what it names, never random: the same copy imported twice, or on two machines, makes the same
 * documents. No id holds a dot (a dot makes a document private on the Content Lake).
 */
export function toWireCopyId(sha256: string): string {
  return `wireCopy-${sha256.slice(0, 24)}`
}

/**
 * Copy that names itself is known by its uri over all its versions, whatever format it comes in; a name that only its provider
 * knows goes with the provider. Other copy is known by its headline and body words. A NewsML 1
 * PublicIdentifier ends in the revision and an update letter (`…:3U`), which are no part of the story's name. An `identity`
 * that the reader found to stay over all versions goes before the uri.
 */
export function toArticleId(of: {
  provider?: string
  uri?: string
  identity?: string
  version?: string
  headline?: string
  body: string[]
}): string {
  if (of.identity) return `article-${hashText(['identity', of.identity])}`
  if (of.uri) {
    const uri = withoutRevision(of.uri, of.version)
    return `article-${hashText(['uri', isGlobal(uri) ? '' : (of.provider ?? ''), uri])}`
  }
  const words = toWords([of.headline ?? '', ...of.body].join(' '))
  return `article-${hashText(['words', words.join(' ')])}`
}

/** A URN, a tag, or the address of a host of the public Internet names one thing everywhere; `20240302-7` and `localhost` do not. */
function isGlobal(uri: string): boolean {
  if (/^(?:urn:[a-z0-9-]{2,}|tag):./i.test(uri)) return true
  const host = /^https?:\/\/([^/?#:]+)/i.exec(uri)?.[1]
  return (
    host !== undefined &&
    host.includes('.') &&
    !/^[\d.]+$|\.(?:local|localhost|internal|invalid|test|lan)$/i.test(host)
  )
}

function withoutRevision(uri: string, version: string | undefined): string {
  if (!version || !/^\d+$/.test(version)) return uri
  const end = uri.lastIndexOf(':')
  return /^urn:newsml:/i.test(uri) && new RegExp(`^:${version}[ANU]?$`).test(uri.slice(end))
    ? uri.slice(0, end)
    : uri
}

/** `place` counts the same words in the same article, from 0. */
export function toQuoteId(articleId: string, paragraphs: string[], place: number): string {
  return `quote-${hashText([articleId, toWords(paragraphs.join(' ')).join(' '), String(place)])}`
}

export function toPersonId(name: string): string {
  return `person-${hashText([toWords(name).join(' ')])}`
}

export function toNewsletterBlockId(box: {title: string | null; pitch: string | null}): string {
  return `newsletterBlock-${hashText([toWords(box.title ?? '').join(' '), toWords(box.pitch ?? '').join(' ')])}`
}

/**
 * Keys of array members: a hash of the words, and of how many with the same words came before it in the array; so that the same
 * words in the same place get the same key at every import, whatever is added around them.
 */
export function createKeys(scope: string): (words: string) => string {
  const seen = new Map<string, number>()
  return (words) => {
    const count = seen.get(words) ?? 0
    seen.set(words, count + 1)
    return hashQuickly(`${scope}\n${count}\n${words}`).slice(0, 12)
  }
}
