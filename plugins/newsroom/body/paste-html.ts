import {htmlToPortableText, type HtmlToPortableTextOptions} from '@portabletext/html'
import {newKey} from '../state/new-key.ts'

type PastedBlock = ReturnType<typeof htmlToPortableText>[number]
type Rule = NonNullable<HtmlToPortableTextOptions['rules']>[number]

/** Addresses that a link of the body may have; `schemas/objects/link.ts` warns of every other. */
const safeAddress = /^(?:https?:|mailto:|tel:|ftp:|[/#?]|[^:]*$)/i
const webAddress = /^https?:\/\//i
const copiedPicture = /^(?:data:image\/|file:|blob:)/i

/**
 * What was copied from Word, Google Docs or a web page as elements of an article's body. The library knows paragraphs, headings, lists and
 * marks, and the habits of Word and Google Docs; here is what it would flatten or drop: the top heading, tables, lines as they came,
 * rules, pictures with their captions, embeds. A link that would run a script loses the link and keeps its words.
 */
export function pasteHtml(html: string, schema: HtmlToPortableTextOptions['schema']): PastedBlock[] {
  const blocks = htmlToPortableText(html, {
    ...(schema ? {schema} : {}),
    keyGenerator: newKey,
    rules: [topHeading, tableRule, preformatted, rule, picture, embed, unsafeLink],
  })
  return blocks.filter((block) => !isEmptyText(block))
}

/** A body has no level 1: that is the article's own headline. */
const topHeading: Rule = {
  deserialize: (node, next) =>
    toName(node) === 'h1' ? toTextBlock('h2', next(node.childNodes) as never) : undefined,
}

const tableRule: Rule = {
  deserialize: (node, _next, createBlock) => {
    if (toName(node) !== 'table') return undefined
    const table = node as HTMLTableElement
    const rows = [...table.rows].map((row, index) => ({
      _type: 'tableRow',
      _key: newKey(),
      header: isHeaderRow(row) || (index === 0 && isSetOff(table)),
      cells: [...row.cells].map(toPlainText),
    }))
    if (!rows.some(({cells}) => cells.some((cell) => cell !== ''))) return []
    // A table of one cell lays out a page; its content is the story.
    if (rows.length === 1 && rows[0]?.cells.length === 1) return undefined
    return createBlock({_type: 'table', _key: newKey(), rows})
  },
}

const preformatted: Rule = {
  deserialize: (node) =>
    toName(node) === 'pre'
      ? toTextBlock('preformatted', [
          {_type: 'span', marks: [], text: (node.textContent ?? '').replace(/^\n|\s+$/g, '')},
        ])
      : undefined,
}

const rule: Rule = {
  deserialize: (node, _next, createBlock) =>
    toName(node) === 'hr' ? createBlock({_type: 'separator', _key: newKey(), style: 'rule'}) : undefined,
}

const picture: Rule = {
  deserialize: (node, next, createBlock) => {
    const name = toName(node)
    if (name !== 'figure' && name !== 'img') return undefined
    const element = node as HTMLElement
    const image = name === 'img' ? element : element.querySelector('img')
    // A figure may hold a table, a quotation or a video.
    if (!image) return next([...node.childNodes])
    const address = image.getAttribute('src') ?? ''
    const alt = image.getAttribute('alt')?.trim() ?? ''
    const isCopied = copiedPicture.test(address) && !isPixel(image)
    const caption =
      toPlainText(name === 'figure' ? element.querySelector('figcaption') : null) || (isCopied ? alt : '')
    // A picture that came along as bytes, or lies on somebody's disk, leaves its place: an editor puts it there.
    if (caption === '' && !webAddress.test(address) && !isCopied) return []
    return createBlock({
      _type: 'captionedImage',
      _key: newKey(),
      ...(caption ? {override: caption} : {}),
      ...(webAddress.test(address) ? {sourceUrl: address} : {}),
    })
  },
}

const embed: Rule = {
  deserialize: (node, _next, createBlock) => {
    if (toName(node) !== 'iframe') return undefined
    const address = (node as HTMLElement).getAttribute('src') ?? ''
    return webAddress.test(address) ? createBlock({_type: 'embed', _key: newKey(), url: address}) : []
  },
}

const unsafeLink: Rule = {
  deserialize: (node, next) => {
    if (toName(node) !== 'a') return undefined
    const address = ((node as HTMLElement).getAttribute('href') ?? '').trim()
    return address === '' || !safeAddress.test(address) ? next([...node.childNodes]) : undefined
  },
}

function isHeaderRow(row: HTMLTableRowElement): boolean {
  const cells = [...row.cells]
  return (
    toName(row.parentNode) === 'thead' || (cells.length > 0 && cells.every((cell) => toName(cell) === 'th'))
  )
}

/** Whether the first row, and no other, is all bold: how word processors show a header. */
function isSetOff({rows}: HTMLTableElement): boolean {
  const [first, ...others] = [...rows].map((row) => [...row.cells].every(isBold))
  return first === true && others.length > 0 && others.every((bold) => !bold)
}

function isBold(cell: HTMLTableCellElement): boolean {
  const words = toPlainText(cell)
  const bold = [...cell.querySelectorAll<HTMLElement>('b, strong, [style*="font-weight"]')].filter(
    (part) => !/font-weight:\s*(?:normal|[1-5]00)/i.test(part.getAttribute('style') ?? ''),
  )
  return words !== '' && bold.some((part) => toPlainText(part) === words)
}

/** What counts visitors is no picture. */
function isPixel(image: Element): boolean {
  return ['width', 'height'].some((side) => Number.parseInt(image.getAttribute(side) ?? '100', 10) < 10)
}

function toTextBlock(style: string, children: object[]) {
  return {_type: 'block', style, markDefs: [], children}
}

function toName(node: Node | null): string {
  return node?.nodeName.toLowerCase() ?? ''
}

function toPlainText(element: Element | null): string {
  return (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
}

function isEmptyText(block: PastedBlock): boolean {
  if (block._type !== 'block' || !('children' in block)) return false
  return (block.children as {text?: string}[]).every(({text}) => (text ?? '').trim() === '')
}
