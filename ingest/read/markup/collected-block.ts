import type {Association, BodyBlock} from '../../model/news-item.ts'
import type {ElementRole} from './elements.ts'
import type {MarkupNode} from './markup-node.ts'

/** How markup is read. */
export interface MarkupOptions {
  /** Relative addresses are resolved against it. */
  base?: string
  /** What further elements do, by local name in lower case (`{hl2: 'crosshead', 'media': 'skip'}`); outweighs HTML's. */
  roles?: Readonly<Record<string, ElementRole>>
  /** Pictures are appended to this list, so that a block's `association` is an index into it. */
  associations?: Association[]
  /** Buttons, fields and the like: their words are dropped (as in a copy of the page) or given as blocks of their own. */
  controls?: 'skip' | 'blocks'
  /** Elements for which this gives true are passed over with all they hold. */
  skip?: (node: MarkupNode) => boolean
}

/** A block with where in the tree it came from. */
export interface CollectedBlock {
  block: BodyBlock
  /** The nearest block element around it, or the picture or embedding element itself. */
  container: MarkupNode
  nodes: MarkupNode[]
  linkLength: number
}

/** A list item being read: its own blocks, by index. */
export interface ListItem {
  own: number[]
}

/** A figure being read: what it has shown so far. */
export interface Figure {
  pictures: number[]
  captions: string[]
  credits: string[]
  nodes: MarkupNode[]
  start: number
  imageBlock: CollectedBlock | null
}
