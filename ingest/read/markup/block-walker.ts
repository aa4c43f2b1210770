import type {Finding} from '../../model/finding.ts'
import type {Association} from '../../model/news-item.ts'
import {BlockWriter} from './block-writer.ts'
import {cleanLink} from './clean-link.ts'
import type {CollectedBlock, MarkupOptions} from './collected-block.ts'
import {classesOf, isCaptionClass, isCreditClass, isHidden, styleMarks} from './element-signs.ts'
import {elementRoles} from './elements.ts'
import {embedAddress, fieldLabel, isQuotedPost, toQuotedPost} from './embed.ts'
import type {InlineText, MarkKind} from './inline-buffer.ts'
import {attributeOf, elementName, elementNode, textNode, textOf, type MarkupNode} from './markup-node.ts'
import {MediaCollector} from './media-collector.ts'
import {holdsPicture} from './picture.ts'
import {Refusals} from './refusals.ts'
import {isDataTable, TableRows} from './table.ts'

export type {CollectedBlock, MarkupOptions} from './collected-block.ts'

/**
 * Walks a tree in document order and says what each element means for the blocks. Iterative, each node is visited once, whatever the nesting.
 */
export class BlockWalker {
  #options: MarkupOptions
  #writer = new BlockWriter()
  #refusals = new Refusals()
  #media: MediaCollector
  #tables: TableRows[] = []
  #headDepth = 0
  #quotationDepth = 0

  constructor(options: MarkupOptions) {
    this.#options = options
    this.#media = new MediaCollector(this.#writer, this.#refusals, options)
  }

  get blocks(): CollectedBlock[] {
    return this.#writer.blocks
  }

  get associations(): Association[] {
    return this.#media.associations
  }

  get findings(): Finding[] {
    return this.#refusals.findings
  }

  walk(root: MarkupNode): void {
    this.#writer.start(root)
    let node: MarkupNode | null | undefined = root
    while (node) {
      const inside = this.#enter(node)
      const child: MarkupNode | null | undefined = inside ? node.firstChild : null
      if (child) {
        node = child
        continue
      }
      while (node) {
        this.#writer.leave(node)
        if (node === root) {
          node = null
          break
        }
        if (node.nextSibling) {
          node = node.nextSibling
          break
        }
        node = node.parentNode
      }
    }
    this.#writer.end()
  }

  /** The blocks in order, as they stand once every element is closed. */
  finish(): CollectedBlock[] {
    return this.#writer.finish()
  }

  #enter(node: MarkupNode): boolean {
    const writer = this.#writer
    if (node.nodeType === textNode) {
      if (!this.#media.isPictureOnly) writer.buffer.add(textOf(node), node, writer.isPreformatted)
      return false
    }
    if (node.nodeType !== elementNode) return true
    if (isHidden(node) || this.#options.skip?.(node)) return false
    const name = elementName(node)
    const role =
      (this.#options.roles && Object.hasOwn(this.#options.roles, name)
        ? this.#options.roles[name]
        : elementRoles.get(name)) ?? 'inline'
    switch (role) {
      case 'skip':
        return false
      case 'control':
        if (this.#options.controls !== 'blocks') return false
        writer.block(node)
        return true
      case 'block':
        this.#enterBlock(node, name)
        return true
      case 'crosshead':
        writer.crosshead(node, Math.max(2, Number(/^h([1-6])$/.exec(name)?.[1] ?? 2)))
        return true
      case 'blockQuote':
        this.#quote(node)
        return true
      case 'preformatted':
        writer.preformatted(node)
        return true
      case 'inline':
        return this.#enterInline(node, name)
      default:
        this.#mark(node, role)
        this.#media.words(node)
        return true
    }
  }

  /** Whether what is inside is to be walked as well. */
  #enterInline(node: MarkupNode, name: string): boolean {
    const writer = this.#writer
    switch (name) {
      case 'br':
        if (writer.isPreformatted) writer.buffer.add('\n', null, true)
        else if (writer.buffer.endsWithBreak) writer.flush()
        else writer.buffer.lineBreak()
        return false
      case 'hr':
        writer.flush()
        if (!writer.isDiverted) writer.emit({kind: 'separator', text: ''}, node)
        return false
      case 'a':
        this.#link(node)
        return true
      case 'img':
      case 'amp-img':
        this.#media.picture(node)
        return name === 'amp-img'
      case 'picture':
        this.#media.startPicture()
        return true
      case 'source':
        this.#media.source(node)
        return false
      case 'video':
      case 'audio':
        this.#media.media(node, name)
        return false
      case 'q':
        this.#quotation(node)
        return true
      case 'noscript':
        this.#media.pictureOnly(node)
        return true
      case 'input':
        if (this.#options.controls === 'blocks') this.#field(node)
        return false
      case 'span':
      case 'font':
        for (const kind of styleMarks(node)) this.#mark(node, kind)
        break
      default: {
        const address = embedAddress(node)
        if (address !== null) {
          this.#media.embed(node, address)
          return false
        }
      }
    }
    this.#media.words(node)
    return true
  }

  #enterBlock(node: MarkupNode, name: string): void {
    const writer = this.#writer
    switch (name) {
      case 'table':
        writer.block(node)
        if (!this.#tables.length && !writer.isDiverted && isDataTable(node)) this.#table(node)
        return
      case 'thead':
        this.#headDepth++
        writer.onLeave(node, () => this.#headDepth--)
        return
      case 'tr':
        writer.block(node)
        this.#tables.at(-1)?.startRow(this.#headDepth > 0)
        return
      case 'caption':
      case 'td':
      case 'th':
        this.#cell(node)
        return
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
        writer.list(node, name === 'ol' ? 'number' : 'bullet')
        return
      case 'li':
        writer.listItem(node)
        return
      case 'figure':
        this.#media.figure(node)
        return
      case 'figcaption':
        this.#media.caption(node)
        return
      default: {
        const className = classesOf(node)
        if (this.#media.isInFigure && isCreditClass(className)) this.#media.credit(node)
        else if (!isCaptionClass(className)) writer.block(node)
        else if (holdsPicture(node)) this.#media.figure(node)
        else this.#media.caption(node)
      }
    }
  }

  #mark(node: MarkupNode, kind: MarkKind): void {
    this.#writer.buffer.openMark(kind)
    this.#writer.onLeave(node, () => this.#writer.buffer.closeMark(kind))
  }

  #link(node: MarkupNode): void {
    const address = attributeOf(node, 'href')
    const href = cleanLink(address, this.#options.base)
    if (href === null) this.#refusals.link(address)
    this.#writer.buffer.openLink(href && !href.startsWith('#') ? href : '')
    this.#writer.onLeave(node, () => this.#writer.buffer.closeLink())
  }

  #quotation(node: MarkupNode): void {
    const [open, close] = this.#quotationDepth % 2 ? ['‘', '’'] : ['“', '”']
    this.#quotationDepth++
    this.#writer.buffer.add(open, null, false)
    this.#writer.onLeave(node, () => {
      this.#quotationDepth--
      this.#writer.buffer.add(close, null, false)
    })
  }

  #quote(node: MarkupNode): void {
    const writer = this.#writer
    if (!isQuotedPost(node)) {
      writer.blockQuote(node)
      return
    }
    writer.block(node)
    const pieces: InlineText[] = []
    writer.divert(
      node,
      (text) => pieces.push(text),
      () => {
        const block = toQuotedPost(node, pieces, this.#options.base)
        const nodes = pieces.flatMap((piece) => piece.nodes)
        if (block) writer.emit(block, node, nodes)
      },
    )
  }

  #table(node: MarkupNode): void {
    const writer = this.#writer
    const table = new TableRows()
    const around: InlineText[] = []
    this.#tables.push(table)
    writer.divert(
      node,
      (text) => around.push(text),
      () => {
        this.#tables.pop()
        for (const text of around) writer.emitText(text)
        const block = table.take()
        if (block) writer.emit(block, node)
      },
    )
  }

  #cell(node: MarkupNode): void {
    this.#writer.block(node)
    const table = this.#tables.at(-1)
    if (!table) return
    table.startCell(node)
    this.#writer.divert(
      node,
      (text) => table.addText(text.text),
      () => table.endCell(),
    )
  }

  #field(node: MarkupNode): void {
    const value = fieldLabel(node)
    if (!value) return
    this.#writer.block(node)
    this.#writer.buffer.add(value, null, false)
  }
}
