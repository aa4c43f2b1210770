import {createHash} from 'node:crypto'
import {createRandom, makeArticle} from './make-article.ts'

/** A file of a mixed wire, and what must become of it. */
export interface WireFile {
  name: string
  content: string
  /** The record that it makes; the same for files of the same bytes. */
  copyId: string
  /** It holds nothing to import. */
  isBad: boolean
  /** Of a story that comes in versions: its uri and this file's version. */
  story?: {uri: string; version: number}
}

/**
 * `count` files as a wire brings them, the same for the same seed: pages of text, saved pages, stories in up to four versions out of order (some
 * of them killed), the same bytes under other names, and some that hold nothing.
 */
export function makeWireFiles(count: number, seed = 1): WireFile[] {
  const next = createRandom(seed)
  const files: WireFile[] = []
  const add = (name: string, content: string, more: Partial<WireFile> = {}) =>
    files.push({
      name,
      content,
      copyId: `wireCopy-${createHash('sha256').update(content).digest('hex').slice(0, 24)}`,
      isBad: false,
      ...more,
    })
  for (let index = 0; files.length < count; index++) {
    const dice = next()
    const {text} = makeArticle(seed * 1_000_000 + index, 1200 + Math.floor(next() * 2400))
    if (dice < 0.5) add(`${index}.txt`, text)
    else if (dice < 0.6) add(`${index}.html`, toPage(text))
    else if (dice < 0.66 && files.length > 0) {
      const {name, ...again} = files[Math.floor(next() * files.length)] as WireFile
      files.push({...again, name: `${index}-again-${name.slice(-20)}`})
    } else if (dice < 0.68) add(`${index}.txt`, index % 2 === 0 ? '' : '\n\n', {isBad: true})
    else {
      const uri = `urn:example:${seed}:${index}`
      const versions = 1 + Math.floor(next() * 4)
      const isKilled = next() < 0.1
      const order = Array.from({length: versions}, (_, version) => version + 1).sort(() => next() - 0.5)
      for (const version of order)
        add(`${index}-v${version}.json`, toStory(uri, version, text, isKilled && version === versions), {
          story: {uri, version},
        })
    }
  }
  return files.slice(0, count)
}

function toPage(text: string): string {
  const [headline = '', ...paragraphs] = text.split('\n\n').slice(1)
  const body = paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`).join('\n')
  return `<!doctype html><html><head><title>${escape(headline)}</title></head><body><main><article><h1>${escape(headline)}</h1>\n${body}</article></main></body></html>`
}

function toStory(uri: string, version: number, text: string, isKill: boolean): string {
  const [headline = '', ...paragraphs] = text.split('\n\n').slice(1)
  const told = isKill ? ['Kill this story.'] : [...paragraphs, `This is writethru ${version} of the story.`]
  return JSON.stringify({
    uri,
    version: String(version),
    versioncreated: `2026-05-01T0${version}:00:00Z`,
    type: 'text',
    pubstatus: isKill ? 'canceled' : 'usable',
    headline: isKill ? 'KILL' : headline,
    provider: 'Example Wire',
    body_html: told.map((paragraph) => `<p>${escape(paragraph)}</p>`).join(''),
  })
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
