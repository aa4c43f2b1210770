import type {Finding} from '../../model/finding.ts'
import type {Association, BodyBlock} from '../../model/news-item.ts'
import {BlockWalker} from '../markup/block-walker.ts'
import {type ElementRole, toBlocks} from '../markup/index.ts'
import type {MarkupNode} from '../markup/markup-node.ts'
import {paragraphsOf} from './paragraphs-of.ts'
import {type XmlElement, isElement, rawTextOf, xpathOf} from './xml-tree.ts'

/** How the markup of a body is read. */
export interface BodyOptions {
  /** What the format's own elements do. */
  roles?: Readonly<Record<string, ElementRole>>
  /** The item's associations; pictures of the body are appended. */
  associations?: Association[]
  /** Relative addresses are resolved against it. */
  base?: string
  /**
   * Called for each element in document order: true leaves it out with all it holds. What it adds by `emit` stands
   * where the element stood.
   */
  take?: (element: XmlElement, emit: (block: BodyBlock) => void) => boolean
}

/** A body as blocks. */
export interface Body {
  blocks: BodyBlock[]
  associations: Association[]
  findings: Finding[]
}

/**
 * The running copy below some elements as blocks, each with the XPath of the element it came from (`at.xpath`). HTML's and
 * XHTML's elements mean what they mean there, others what `roles` says. See `toBlocks` for how text is laid out.
 */
export function toBody(roots: readonly XmlElement[], options: BodyOptions = {}): Body {
  const {take, ...rest} = options
  const walker: BlockWalker = new BlockWalker({
    ...rest,
    ...(take
      ? {
          skip: (node: MarkupNode) =>
            isElement(node) &&
            take(node, (block) => {
              walker.blocks.push({block, container: node, nodes: [], linkLength: 0})
            }),
        }
      : {}),
  })
  for (const root of roots) walker.walk(root)
  const blocks = walker.finish().map(({block, container}) => {
    const element: unknown = container
    return isElement(element)
      ? {...keepColumns(block, element), at: {...block.at, xpath: xpathOf(element)}}
      : block
  })
  return {blocks, associations: walker.associations, findings: walker.findings}
}

/** Results and standings come as a paragraph whose columns stand by spaces: only as they were typed can they be read. */
function keepColumns(block: BodyBlock, element: XmlElement): BodyBlock {
  if (block.kind !== 'paragraph' || block.text.length < 80 || !hasLines(element)) return block
  const raw = rawTextOf(element)
  if (raw.length > 100_000 || raw.replaceAll(/\s+/g, ' ').trim() !== block.text.replaceAll('\n', ' '))
    return block
  const lines = raw.split('\n').filter((line) => line.trim())
  const columns = lines.filter((line) => /\S {2,}\S/.test(line.trim()) && line.length < 120)
  if (lines.length < 5 || columns.length < lines.length * 0.4) return block
  const {marks: _, ...rest} = block
  return {...rest, kind: 'preformatted', text: lines.map((line) => line.trimEnd()).join('\n')}
}

function hasLines(element: XmlElement): boolean {
  let lines = 0
  for (const child of element.children) {
    if (!('data' in child) || typeof child.data !== 'string') continue
    for (let at = child.data.indexOf('\n'); at >= 0 && lines < 5; at = child.data.indexOf('\n', at + 1))
      lines++
  }
  return lines >= 4
}

const blockTags = /<\/?(?:p|div|br|ul|ol|li|table|tr|h[1-6]|blockquote|pre|section|article|figure|hr)\b/i

/**
 * Markup that came as text inside an element (escaped, or in a CDATA section), read as HTML. Text without any block is laid
 * out by its lines: a blank line, or a line break where there is no blank one, ends a paragraph.
 */
export function toBodyOfText(
  markup: string,
  holder: XmlElement,
  options: Omit<BodyOptions, 'take'> = {},
): Body {
  const xpath = xpathOf(holder)
  const associations = options.associations ?? []
  if (blockTags.test(markup) || !markup.includes('\n')) {
    const {blocks, findings} = toBlocks(markup, {...options, associations})
    return {blocks: blocks.map((block) => ({...block, at: {xpath}})), associations, findings}
  }
  const pieces = paragraphsOf(markup)
  const findings: Finding[] = []
  const blocks = pieces.flatMap((piece) => {
    const read = toBlocks(piece, {...options, associations})
    findings.push(...read.findings)
    return read.blocks.map((block) => ({...block, at: {xpath}}))
  })
  return {blocks, associations, findings}
}
