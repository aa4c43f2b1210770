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
 * Copy that names itself is known by provider and uri over all its versions; other copy by its headline and body words. A NewsML 1
 * PublicIdentifier ends in the revision and an update letter (`…:3U`), which are no part of the story's name.
 */
export function toArticleId(of: {
  provider?: string
  uri?: string
  version?: string
  headline?: string
  body: string[]
}): string {
  if (of.uri) return `article-${hashText(['uri', of.provider ?? '', withoutRevision(of.uri, of.version)])}`
  const words = toWords([of.headline ?? '', ...of.body].join(' '))
  return `article-${hashText(['words', words.join(' ')])}`
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
