import {toWords} from '../../text/words.ts'
import type {PageBlock} from './page-block.ts'
import type {PageHead} from './page-head.ts'
import type {PageWords} from './block-features.ts'

/** What the page says of its article, as words, and which block shows the headline. */
export function toPageWords(head: PageHead, blocks: readonly PageBlock[]): PageWords {
  const first = (name: string) => head.meta.get(name)?.[0] ?? ''
  const titles = titlesOf(head).map(joined)
  const headlineIndex = findHeadline(blocks, titles)
  return {
    headline: headlineIndex >= 0 ? blocks[headlineIndex]!.words : (titles.find(Boolean) ?? ''),
    headlineIndex,
    summary: joined(head.structured?.description || first('og:description') || first('description')),
    authors: authorsOf(head)
      .map(joined)
      .filter((author) => author.length > 3),
    declaredBody: declaredBody(head),
  }
}

/** Every title the page declares, the likeliest to be the headline first. */
export function titlesOf(head: PageHead): string[] {
  const first = (name: string) => head.meta.get(name)?.[0] ?? ''
  return [
    head.structured?.headline ?? '',
    first('og:title'),
    first('twitter:title'),
    first('headline'),
    first('title'),
    head.title,
  ].filter(Boolean)
}

/** The writers the page declares. */
export function authorsOf(head: PageHead): string[] {
  const declared = head.structured?.authors ?? []
  if (declared.length) return declared
  for (const name of ['author', 'article:author', 'byl', 'dc.creator', 'parsely-author', 'sailthru.author']) {
    const values = (head.meta.get(name) ?? []).filter((value) => !/^https?:|^@|facebook\.com/i.test(value))
    if (values.length) return values
  }
  return []
}

/**
 * The block that shows the headline: a heading (or a line) whose words are a declared title's or a declared title's
 * beginning (titles have the site's name after them); failing that the page's first `h1` with a sentence's worth of words.
 */
function findHeadline(blocks: readonly PageBlock[], titles: readonly string[]): number {
  let best = -1
  let bestScore = 0
  let firstTop = -1
  for (let index = 0; index < blocks.length; index++) {
    const {block, words, wordCount, container} = blocks[index]!
    const isTop = block.kind === 'crosshead' && isHeadingOne(container)
    if (wordCount < (isTop ? 1 : 2) || wordCount > 60) continue
    if (isTop && firstTop < 0 && wordCount > 2) firstTop = index
    let score = 0
    for (const [rank, title] of titles.entries()) {
      if (!title) continue
      if (title === words) score = Math.max(score, 10 - rank)
      else if (wordCount >= 4 && (title.startsWith(`${words} `) || words.startsWith(`${title} `)))
        score = Math.max(score, 6 - rank)
    }
    if (!score && !isTop) continue
    if (isTop) score += 8
    else if (block.kind === 'crosshead') score += 4
    if (blocks[index]!.linkLength > block.text.length / 2) score -= 5
    if (isTop && score === 8) score = overlap(words, titles) > 0.5 ? 8 : 2
    if (score > bestScore) [best, bestScore] = [index, score]
  }
  return best >= 0 ? best : firstTop
}

function isHeadingOne(container: unknown): boolean {
  const {localName, name} = container as {localName?: string; name?: string}
  return (localName ?? name ?? '').toLowerCase() === 'h1'
}

/** The largest share of the words of `words` that one of the titles has. */
function overlap(words: string, titles: readonly string[]): number {
  const own = words.split(' ')
  let best = 0
  for (const title of titles) {
    const other = new Set(title.split(' '))
    best = Math.max(best, own.filter((word) => other.has(word)).length / own.length)
  }
  return best
}

/** Structured bodies are plain text, now and then with markup in it. */
function declaredBody(head: PageHead): string {
  const body = head.structured?.body ?? ''
  if (body.length < 100 || body.length > 300_000) return ''
  return joined(body.includes('<') ? body.replaceAll(/<[^<>]{1,500}>/g, ' ') : body)
}

function joined(text: string): string {
  return toWords(text).join(' ')
}
