import type {BodyBlock} from '../../model/news-item.ts'
import type {CollectedBlock, ListItem} from './collected-block.ts'
import {InlineBuffer, type InlineText} from './inline-buffer.ts'
import {settleItem} from './list-item.ts'
import type {MarkupNode} from './markup-node.ts'

/**
 * Gathers the blocks of a walk through markup: words come in as they are met and become a block, of the kind that the elements around them
 * say, where a block element begins or ends. What is entered is left last-in first-out.
 */
export class BlockWriter {
  readonly blocks: CollectedBlock[] = []
  readonly buffer = new InlineBuffer()
  /** Blocks that went into another one. */
  readonly dropped = new Set<CollectedBlock>()
  #leaves: {node: MarkupNode; leave: () => void}[] = []
  #containers: MarkupNode[] = []
  #sinks: ((text: InlineText) => void)[] = []
  #headings: number[] = []
  #lists: ('bullet' | 'number')[] = []
  #items: ListItem[] = []
  #quoteDepth = 0
  #preDepth = 0

  get isPreformatted(): boolean {
    return this.#preDepth > 0
  }

  /** Whether words go to a cell, a caption or the like, not into a block of their own. */
  get isDiverted(): boolean {
    return this.#sinks.length > 0
  }

  start(root: MarkupNode): void {
    this.#containers.push(root)
  }

  end(): void {
    this.flush()
    this.#containers.pop()
  }

  /** The blocks in order, as they stand once every element is closed. */
  finish(): CollectedBlock[] {
    this.flush()
    return this.dropped.size ? this.blocks.filter((block) => !this.dropped.has(block)) : this.blocks
  }

  onLeave(node: MarkupNode, leave: () => void): void {
    this.#leaves.push({node, leave})
  }

  /** The text so far still belongs to what is being left. */
  onBlockLeave(node: MarkupNode, leave: () => void): void {
    this.onLeave(node, () => {
      this.flush()
      leave()
    })
  }

  leave(node: MarkupNode): void {
    while (this.#leaves.at(-1)?.node === node) this.#leaves.pop()!.leave()
  }

  block(node: MarkupNode): void {
    this.flush()
    this.#containers.push(node)
    this.onBlockLeave(node, () => this.#containers.pop())
  }

  crosshead(node: MarkupNode, level: number): void {
    this.block(node)
    this.#headings.push(level)
    this.onBlockLeave(node, () => this.#headings.pop())
  }

  list(node: MarkupNode, kind: 'bullet' | 'number'): void {
    this.block(node)
    this.#lists.push(kind)
    this.onBlockLeave(node, () => this.#lists.pop())
  }

  listItem(node: MarkupNode): void {
    this.block(node)
    const item: ListItem = {own: []}
    this.#items.push(item)
    this.onBlockLeave(node, () => {
      this.#items.pop()
      settleItem(item, this.blocks, this.dropped)
    })
  }

  blockQuote(node: MarkupNode): void {
    this.block(node)
    this.#quoteDepth++
    this.onBlockLeave(node, () => this.#quoteDepth--)
  }

  preformatted(node: MarkupNode): void {
    this.block(node)
    this.#preDepth++
    this.onBlockLeave(node, () => this.#preDepth--)
  }

  /** Gives the words within an element to `receive`; `done` is called when it is left. */
  divert(node: MarkupNode, receive: (text: InlineText) => void, done: () => void): void {
    this.#sinks.push(receive)
    this.onBlockLeave(node, () => {
      this.#sinks.pop()
      done()
    })
  }

  /** Makes a block of the words that wait. */
  flush(): void {
    const text = this.buffer.take(this.#preDepth > 0)
    if (!text) return
    const sink = this.#sinks.at(-1)
    if (sink) sink(text)
    else this.emitText(text)
  }

  emitText(text: InlineText): void {
    const block: BodyBlock = {kind: 'paragraph', text: text.text}
    if (text.marks.length) block.marks = text.marks
    const heading = this.#headings.at(-1)
    const item = this.#items.at(-1)
    if (this.#preDepth) block.kind = 'preformatted'
    else if (heading) Object.assign(block, {kind: 'crosshead', level: heading})
    else if (item) {
      Object.assign(block, {
        kind: 'listItem',
        level: Math.max(1, this.#lists.length),
        list: this.#lists.at(-1) ?? 'bullet',
      })
      item.own.push(this.blocks.length)
    } else if (this.#quoteDepth) block.kind = 'blockQuote'
    const container = this.#containers.at(-1)!
    this.blocks.push({block, container, nodes: text.nodes, linkLength: text.linkLength})
  }

  emit(block: BodyBlock, container: MarkupNode, nodes: MarkupNode[] = []): CollectedBlock {
    const collected = {block, container, nodes, linkLength: 0}
    this.blocks.push(collected)
    return collected
  }
}
