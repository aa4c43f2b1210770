import type {Finding} from '../../model/finding.ts'
import type {Association, BodyBlock} from '../../model/news-item.ts'
import {BlockWalker, type MarkupOptions} from './block-walker.ts'
import type {MarkupNode} from './markup-node.ts'
import {parseMarkup} from './parse-markup.ts'

export {parseMarkup} from './parse-markup.ts'
export {cleanLink} from './clean-link.ts'
export type {ElementRole} from './elements.ts'
export type {MarkupOptions} from './block-walker.ts'
export type {MarkupNode} from './markup-node.ts'

/** A fragment of markup as blocks; `association` of a block is an index into `associations`. */
export interface MarkupBlocks {
  blocks: BodyBlock[]
  associations: Association[]
  findings: Finding[]
}

/**
 * Running copy in HTML or XHTML (a string, a node or a list of nodes of htmlparser2's tree) as blocks with marks.
 *
 * Text is laid out as a browser lays it out: white space collapsed, `<br>` a line break (`\n`), two of them a new
 * paragraph, bare text in a `div` a paragraph. Lists keep kind and nesting, tables of data their rows, pictures become
 * associations with captions, credit and alternative text. Nothing is run or fetched: scripts and styles are dropped,
 * links with other than harmless schemes lose their address (with a finding) and keep their words. Hidden elements are left
 * out. Never throws; takes any nesting; linear in the length of the markup.
 *
 * With `xml` a string is read as XHTML (`<p/>` is closed, prefixes are dropped); otherwise as HTML.
 */
export function toBlocks(
  markup: string | MarkupNode | readonly MarkupNode[],
  options: MarkupOptions & {xml?: boolean} = {},
): MarkupBlocks {
  const walker = new BlockWalker(options)
  const roots =
    typeof markup === 'string'
      ? [parseMarkup(markup, options.xml)]
      : Array.isArray(markup)
        ? markup
        : [markup as MarkupNode]
  for (const root of roots) walker.walk(root)
  const blocks = walker.finish().map(({block}) => block)
  return {blocks, associations: walker.associations, findings: walker.findings}
}
