import type {Finding} from '../../model/finding.ts'
import type {BodyBlock, NewsItem} from '../../model/news-item.ts'
import {ownText, type JsonObject} from '../json/access.ts'
import {cleanLink} from '../markup/clean-link.ts'
import {bodyBlocks} from '../json/body-blocks.ts'
import {toBlocks} from '../markup/index.ts'
import {dpaFindingCodes} from './codes.ts'

const element = /<dnl-(\w{1,40})((?:\s+[\w-]{1,40}="[^"]{0,4000}")*)\s*\/?>(?:\s*<\/dnl-\1>)?/g
const attribute = /([\w-]{1,40})="([^"]{0,4000})"/g

/**
 * The words of an entry as blocks: the article, then its box. dpa's own elements stand where they stood: `dnl-image` as a
 * picture of the entry, the others as embeds. The list of links below an article is kept apart as not the story.
 */
export function readDpaBody(entry: JsonObject, news: NewsItem, findings: Finding[]): void {
  const article = ownText(entry, 'article_html')
  const box = ownText(entry, 'infobox_html')
  const blocks: BodyBlock[] = []
  for (const markup of [article, box])
    if (markup !== undefined) blocks.push(...readMarkup(markup, news, findings))
  if (article !== undefined || box !== undefined) news.blocks = blocks
  const links = ownText(entry, 'linkbox_html')
  const words =
    links === undefined
      ? []
      : toBlocks(links)
          .blocks.map((block) => block.text)
          .filter(Boolean)
  if (words.length > 0) news.leftOut = words.map((text) => ({text, reason: 'related-links'}))
}

function readMarkup(markup: string, news: NewsItem, findings: Finding[]): BodyBlock[] {
  const blocks: BodyBlock[] = []
  const append = (piece: string) => {
    if (piece.trim() === '') return
    const read = bodyBlocks(piece, news.associations)
    blocks.push(...read.blocks)
    findings.push(...read.findings)
  }
  let from = 0
  for (const match of markup.matchAll(element)) {
    append(markup.slice(from, match.index))
    blocks.push(ownElement(match[1] ?? '', attributesOf(match[2] ?? ''), news, findings))
    from = match.index + match[0].length
  }
  append(markup.slice(from))
  return blocks
}

function ownElement(
  name: string,
  attributes: ReadonlyMap<string, string>,
  news: NewsItem,
  findings: Finding[],
): BodyBlock {
  if (name === 'image') return imageBlock(attributes, news, findings)
  const url = cleanLink(attributes.get('src') ?? '')
  return {kind: 'embed', text: '', ...(url ? {url} : {})}
}

function imageBlock(attributes: ReadonlyMap<string, string>, news: NewsItem, findings: Finding[]): BodyBlock {
  const uri = attributes.get('ref')
  const caption = attributes.get('caption')?.trim()
  let index = news.associations.findIndex((part) => part.uri !== undefined && part.uri === uri)
  if (index === -1) {
    const credit = attributes.get('creditline')
    news.associations.push({
      itemClass: 'picture',
      captions: [],
      renditions: [],
      missing: true,
      ...(uri ? {uri} : {}),
      ...(credit ? {creditLine: credit} : {}),
    })
    index = news.associations.length - 1
    findings.push({
      severity: 'warning',
      code: dpaFindingCodes.partMissing,
      message: `The article shows the picture ${uri ?? ''}, which is not among the entry's parts. It is completed when the picture arrives.`,
      ...(uri ? {part: uri} : {}),
    })
  }
  const part = news.associations[index]
  if (part && caption && !part.captions.some(({text}) => text.trim() === caption))
    part.captions.push({text: caption, role: 'caption'})
  return {kind: 'image', text: '', association: index}
}

const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}

function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', value = ''] of text.matchAll(attribute)) {
    found.set(
      name.toLowerCase(),
      value.replace(
        /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,5}));/gi,
        (whole, decimal?: string, hex?: string, named?: string) => {
          const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null
          if (code !== null) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
          return entities[named?.toLowerCase() ?? ''] ?? whole
        },
      ),
    )
  }
  return found
}
