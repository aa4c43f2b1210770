import {splitCredit} from '../../captions/index.ts'
import type {Finding} from '../../model/finding.ts'
import type {Association, BodyBlock, NewsItem, ReadItem} from '../../model/news-item.ts'
import {decodeBytes} from '../encoding/decode-bytes.ts'
import {cleanLink} from '../markup/clean-link.ts'
import type {Detection, Probe, ReadContext, Reader} from '../reader.ts'
import {htmlFindingCodes} from './codes.ts'
import {collectPage, type CollectedPage} from './collect-page.ts'
import {judgePage} from './judge-page.ts'
import {tellLeftOut, type LeftOut} from './left-out.ts'
import {toPageFacts} from './page-facts.ts'
import {findShownParts} from './shown-parts.ts'

/** Saved web pages. */
export const htmlReader: Reader = {
  format: 'html',
  title: 'Saved web page (HTML)',
  detect: detectPage,
  read: (bytes, context) => [readPage(bytes, context)],
}

/** A page is told by its document type or root, a fragment by its first element. XML of another root is none. */
function detectPage({text}: Probe): Detection | null {
  const start = text
    .replace(/^\uFEFF/, '')
    .slice(0, 20_000)
    .replace(/^(?:\s+|<\?xml[^>]{0,200}\?>|<!--[^]*?-->)+/, '')
  if (/^<!doctype\s+html\b/i.test(start)) return {score: 0.95, why: 'It starts with the HTML document type.'}
  const root = /^(?:<!doctype[^>]{0,400}>\s*)?<([a-z][\w:-]*)/i.exec(start)?.[1]?.toLowerCase()
  if (root === 'html') return {score: 0.95, why: 'Its root element is html.'}
  if (root === 'head' || root === 'body') return {score: 0.8, why: `It starts with an HTML ${root} element.`}
  if (
    root &&
    /^(?:div|p|article|section|main|header|h[1-6]|span|table|center|font|ul|ol|blockquote|figure|img|meta|style|script|b|strong|em|i|a|br|hr)$/.test(
      root,
    )
  ) {
    return {score: 0.6, why: `It starts with the HTML element ${root}.`}
  }
  return null
}

/** Reads one page. Never throws on bad copy; everything the page shows is in the item. */
export function readPage(bytes: Uint8Array, context: ReadContext = {}): ReadItem {
  const decoded = decodeBytes(bytes, declaredCharset(bytes) ?? charsetOf(context.contentType))
  const page = collectPage(decoded.text, savedFrom(decoded.text))
  const findings = [...decoded.findings, ...page.findings]
  if (!page.usedLibrary)
    findings.push({
      severity: 'info',
      code: htmlFindingCodes.withoutLibrary,
      message: `The page (${bytes.byteLength} bytes) is too large or too deeply nested for the extraction library. Check the body.`,
    })
  const isStory = judgePage(page)
  const parts = findShownParts(page, isStory)
  for (const index of parts.used) isStory[index] = false
  const {blocks, associations} = toBody(page, isStory)
  const {facts, findings: factFindings} = toPageFacts(page.head)
  findings.push(...factFindings)
  const used = new Set(parts.used)
  const {leftOut, signups} = tellLeftOut(
    page.blocks,
    page.places,
    page.blocks.map((_, index) => !isStory[index] && !used.has(index)),
    page.words.headline,
  )
  leftOut.push(...captionsLeftOut(page, isStory))
  if (!blocks.some(({text}) => text))
    findings.push({
      severity: 'warning',
      code: htmlFindingCodes.noStory,
      message:
        'No part of the page reads like a story. Its words are in what was left out; check that the right page was saved.',
    })
  if (parts.headline && !parts.headlineShown)
    findings.push({
      severity: 'info',
      code: htmlFindingCodes.headlineNotShown,
      message: `The page does not show "${parts.headline.slice(0, 80)}"; it is the title the page gives of itself.`,
    })
  leadPicture(page, associations)
  const item: NewsItem = {
    format: 'html',
    itemClass: 'text',
    pubStatus: 'usable',
    signals: [],
    edNotes: [],
    subjects: [],
    genres: [],
    keywords: [],
    ...facts,
    ...(parts.headline ? {headline: parts.headline} : {}),
    ...(parts.standfirst ? {standfirst: parts.standfirst} : {}),
    ...(parts.byline ? {byline: parts.byline} : {}),
    blocks,
    leftOut,
    signups,
    associations,
    encoding: decoded.encoding,
  }
  return {item, findings: distinct(findings)}
}

/** The blocks of the story, with the pictures they show. */
function toBody(
  page: CollectedPage,
  isStory: readonly boolean[],
): {blocks: BodyBlock[]; associations: Association[]} {
  const associations: Association[] = []
  const numbers = new Map<number, number>()
  const blocks: BodyBlock[] = []
  for (const [index, {block}] of page.blocks.entries()) {
    if (!isStory[index]) continue
    if (block.association === undefined) {
      blocks.push(block)
      continue
    }
    let number = numbers.get(block.association)
    if (number === undefined) {
      number = associations.push(withCredit(page.associations[block.association]!)) - 1
      numbers.set(block.association, number)
    } else if (block.kind === 'image') continue
    blocks.push({...block, association: number})
  }
  return {blocks, associations}
}

/** A credit that is printed in the caption is the picture's credit as well; the caption stays as printed. */
function withCredit(association: Association): Association {
  const [caption] = association.captions
  if (association.creditLine || !caption) return association
  const {creditLine} = splitCredit(caption.text)
  return creditLine ? {...association, creditLine} : association
}

/** Captions of pictures outside the story are words of the page too. */
function captionsLeftOut(page: CollectedPage, isStory: readonly boolean[]): LeftOut[] {
  const kept = new Set(
    page.blocks.flatMap(({block}, index) =>
      isStory[index] && block.association !== undefined ? [block.association] : [],
    ),
  )
  const done = new Set<number>()
  return page.blocks.flatMap(({block}) => {
    const number = block.association
    if (number === undefined || kept.has(number) || done.has(number)) return []
    done.add(number)
    const {captions, creditLine} = page.associations[number]!
    return [...captions.map(({text}) => text), ...(creditLine ? [creditLine] : [])].map((text): LeftOut => ({
      text,
      reason: 'media-player',
    }))
  })
}

/** The picture the page names as the story's, when the page shows none (scripts put it there). */
function leadPicture(page: CollectedPage, associations: Association[]): void {
  if (associations.length) return
  const [declared] = page.head.structured?.pictures ?? []
  const address = declared?.href ?? page.head.meta.get('og:image')?.[0]
  const href = address ? cleanLink(address, page.head.canonical || undefined) : ''
  if (!href) return
  const altText = page.head.meta.get('og:image:alt')?.[0]
  associations.push({
    itemClass: 'picture',
    name: 'featuremedia',
    captions: declared?.caption ? [{text: declared.caption, role: 'caption'}] : [],
    ...(altText ? {altText} : {}),
    ...(declared?.credit ? {creditLine: declared.credit} : {}),
    renditions: [{href}],
  })
}

/** The encoding that the page's own meta element names, looked for where the HTML Standard looks (the first 1024 bytes, here more). */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  return (
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(start)?.[1] ??
    /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]{2,40})/i.exec(start)?.[1]
  )
}

function charsetOf(contentType: string | undefined): string | undefined {
  return contentType ? /charset\s*=\s*"?([\w:.-]{2,40})/i.exec(contentType)?.[1] : undefined
}

/** Browsers note the address in the first lines of a page they save. */
function savedFrom(html: string): string | undefined {
  return /<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?:\/\/[^\s>]{1,2000})/i.exec(
    html.slice(0, 4000),
  )?.[1]
}

function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>()
  return findings.filter(({code, message}) => {
    const key = `${code} ${message}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
