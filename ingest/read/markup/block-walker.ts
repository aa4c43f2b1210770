import type {Finding} from '../../model/finding.ts'
import type {Association, BodyBlock} from '../../model/news-item.ts'
import {cleanLink} from './clean-link.ts'
import {markupFindingCodes} from './codes.ts'
import type {CollectedBlock, Figure, ListItem, MarkupOptions} from './collected-block.ts'
import {classesOf, isCaptionClass, isCreditClass, isHidden, styleMarks} from './element-signs.ts'
import {elementRoles} from './elements.ts'
import {embedAddress, fieldLabel, isQuotedPost, mediaAddress, toQuotedPost} from './embed.ts'
import {settleFigure} from './figure.ts'
import {InlineBuffer, type InlineText, type MarkKind} from './inline-buffer.ts'
import {settleItem} from './list-item.ts'
import {attributeOf, elementName, elementNode, textNode, textOf, type MarkupNode} from './markup-node.ts'
import {holdsPicture, toPicture} from './picture.ts'
import {isDataTable, TableRows} from './table.ts'

export type {CollectedBlock, MarkupOptions} from './collected-block.ts'

/** Past this the element called a caption holds running copy. */
const maxCaptionLength = 1500

const maxFindings = 20

/**
 * Walks a tree in document order and gathers its blocks. Iterative, each node is visited once, whatever the nesting.
 */
export class BlockWalker {
  readonly blocks: CollectedBlock[] = []
  readonly associations: Association[]
  readonly findings: Finding[] = []
  #options: MarkupOptions
  #buffer = new InlineBuffer()
  #leaves: {node: MarkupNode; leave: () => void}[] = []
  #containers: MarkupNode[] = []
  #sinks: ((text: InlineText) => void)[] = []
  #headings: number[] = []
  #lists: ('bullet' | 'number')[] = []
  #items: ListItem[] = []
  #figures: Figure[] = []
  #tables: TableRows[] = []
  #quoteDepth = 0
  #preDepth = 0
  #headDepth = 0
  #quotationDepth = 0
  #pictureOnly = 0
  #sources: string[] = []
  #lastPicture: {block: CollectedBlock; blockCount: number} | null = null
  #dropped = new Set<CollectedBlock>()
  #known = new Map<string, number>()

  constructor(options: MarkupOptions) {
    this.#options = options
    this.associations = options.associations ?? []
  }

  walk(root: MarkupNode): void {
    this.#containers.push(root)
    let node: MarkupNode | null | undefined = root
    while (node) {
      const inside = this.#enter(node)
      const child: MarkupNode | null | undefined = inside ? node.firstChild : null
      if (child) {
        node = child
        continue
      }
      while (node) {
        while (this.#leaves.at(-1)?.node === node) this.#leaves.pop()!.leave()
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
    this.#flush()
    this.#containers.pop()
  }

  /** The blocks in order, as they stand once every element is closed. */
  finish(): CollectedBlock[] {
    this.#flush()
    return this.#dropped.size ? this.blocks.filter((block) => !this.#dropped.has(block)) : this.blocks
  }

  #enter(node: MarkupNode): boolean {
    if (node.nodeType === textNode) {
      if (!this.#pictureOnly) this.#buffer.add(textOf(node), node, this.#preDepth > 0)
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
        this.#block(node)
        return true
      case 'block':
        return this.#enterBlock(node, name)
      case 'crosshead':
        this.#block(node)
        this.#headings.push(Math.max(2, Number(/^h([1-6])$/.exec(name)?.[1] ?? 2)))
        this.#onBlockLeave(node, () => this.#headings.pop())
        return true
      case 'blockQuote':
        return this.#enterQuote(node)
      case 'preformatted':
        this.#block(node)
        this.#preDepth++
        this.#onBlockLeave(node, () => this.#preDepth--)
        return true
      case 'inline':
        return this.#enterInline(node, name)
      default:
        this.#mark(node, role)
        this.#pictureWords(node)
        return true
    }
  }

  #enterInline(node: MarkupNode, name: string): boolean {
    switch (name) {
      case 'br':
        if (this.#preDepth) this.#buffer.add('\n', null, true)
        else if (this.#buffer.endsWithBreak) this.#flush()
        else this.#buffer.lineBreak()
        return false
      case 'hr':
        this.#flush()
        if (!this.#sinks.length) this.#emit({kind: 'separator', text: ''}, node)
        return false
      case 'a':
        this.#link(node)
        return true
      case 'img':
      case 'amp-img':
        this.#picture(node)
        return name === 'amp-img'
      case 'picture':
        this.#sources = []
        return true
      case 'source':
        this.#sources.push(attributeOf(node, 'srcset') || attributeOf(node, 'data-srcset'))
        return false
      case 'video':
      case 'audio':
        return this.#media(node, name)
      case 'q':
        this.#quotation(node)
        return true
      case 'noscript':
        this.#pictureOnly++
        this.#onLeave(node, () => this.#pictureOnly--)
        return true
      case 'input':
        if (this.#options.controls === 'blocks') this.#field(node)
        return false
      case 'span':
      case 'font':
        this.#styled(node)
        break
      default: {
        const address = embedAddress(node)
        if (address !== null) {
          this.#embed(node, address)
          return false
        }
      }
    }
    this.#pictureWords(node)
    return true
  }

  /** Captions and credits that are marked by their class alone. */
  #pictureWords(node: MarkupNode): void {
    const atPicture = this.#lastPicture?.blockCount === this.blocks.length
    if (!this.#figures.length && !atPicture) return
    const className = classesOf(node)
    if (!className) return
    if (this.#figures.length && isCreditClass(className)) this.#credit(node)
    else if (isCaptionClass(className)) this.#caption(node)
  }

  #enterBlock(node: MarkupNode, name: string): boolean {
    switch (name) {
      case 'table':
        this.#block(node)
        if (!this.#tables.length && !this.#sinks.length && isDataTable(node)) this.#table(node)
        return true
      case 'thead':
        this.#headDepth++
        this.#onLeave(node, () => this.#headDepth--)
        return true
      case 'tr':
        this.#block(node)
        this.#tables.at(-1)?.startRow(this.#headDepth > 0)
        return true
      case 'caption':
      case 'td':
      case 'th': {
        this.#block(node)
        const table = this.#tables.at(-1)
        if (!table) return true
        table.startCell(node)
        this.#sink(
          node,
          (text) => table.addText(text.text),
          () => table.endCell(),
        )
        return true
      }
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
        this.#block(node)
        this.#lists.push(name === 'ol' ? 'number' : 'bullet')
        this.#onBlockLeave(node, () => this.#lists.pop())
        return true
      case 'li':
        this.#listItem(node)
        return true
      case 'figure':
        this.#figure(node)
        return true
      case 'figcaption':
        this.#caption(node)
        return true
      default: {
        const className = classesOf(node)
        if (this.#figures.length && isCreditClass(className)) this.#credit(node)
        else if (isCaptionClass(className)) {
          if (holdsPicture(node)) this.#figure(node)
          else this.#caption(node)
        } else this.#block(node)
        return true
      }
    }
  }

  #block(node: MarkupNode): void {
    this.#flush()
    this.#containers.push(node)
    this.#onBlockLeave(node, () => this.#containers.pop())
  }

  #onLeave(node: MarkupNode, leave: () => void): void {
    this.#leaves.push({node, leave})
  }

  /** What is left last-in first-out; the text so far still belongs to what is being left. */
  #onBlockLeave(node: MarkupNode, leave: () => void): void {
    this.#onLeave(node, () => {
      this.#flush()
      leave()
    })
  }

  #sink(node: MarkupNode, receive: (text: InlineText) => void, done: () => void): void {
    this.#sinks.push(receive)
    this.#onBlockLeave(node, () => {
      this.#sinks.pop()
      done()
    })
  }

  #flush(): void {
    const text = this.#buffer.take(this.#preDepth > 0)
    if (!text) return
    const sink = this.#sinks.at(-1)
    if (sink) sink(text)
    else this.#emitText(text)
  }

  #emitText(text: InlineText): void {
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

  #emit(block: BodyBlock, container: MarkupNode, nodes: MarkupNode[] = []): CollectedBlock {
    const collected = {block, container, nodes, linkLength: 0}
    this.blocks.push(collected)
    return collected
  }

  #mark(node: MarkupNode, kind: MarkKind): void {
    this.#buffer.openMark(kind)
    this.#onLeave(node, () => this.#buffer.closeMark(kind))
  }

  #styled(node: MarkupNode): void {
    for (const kind of styleMarks(node)) this.#mark(node, kind)
  }

  #link(node: MarkupNode): void {
    const address = attributeOf(node, 'href')
    const href = cleanLink(address, this.#options.base)
    if (href === null) this.#refuse('linkRefused', address)
    this.#buffer.openLink(href && !href.startsWith('#') ? href : '')
    this.#onLeave(node, () => this.#buffer.closeLink())
  }

  #quotation(node: MarkupNode): void {
    const [open, close] = this.#quotationDepth % 2 ? ['‘', '’'] : ['“', '”']
    this.#quotationDepth++
    this.#buffer.add(open, null, false)
    this.#onLeave(node, () => {
      this.#quotationDepth--
      this.#buffer.add(close, null, false)
    })
  }

  #listItem(node: MarkupNode): void {
    this.#block(node)
    const item: ListItem = {own: []}
    this.#items.push(item)
    this.#onBlockLeave(node, () => {
      this.#items.pop()
      settleItem(item, this.blocks, this.#dropped)
    })
  }

  #enterQuote(node: MarkupNode): boolean {
    this.#block(node)
    if (!isQuotedPost(node)) {
      this.#quoteDepth++
      this.#onBlockLeave(node, () => this.#quoteDepth--)
      return true
    }
    const pieces: InlineText[] = []
    this.#sink(
      node,
      (text) => pieces.push(text),
      () => {
        const block = toQuotedPost(node, pieces, this.#options.base)
        const nodes = pieces.flatMap((piece) => piece.nodes)
        if (block) this.#emit(block, node, nodes)
      },
    )
    return true
  }

  #table(node: MarkupNode): void {
    const table = new TableRows()
    const around: InlineText[] = []
    const nodes: MarkupNode[] = []
    this.#tables.push(table)
    this.#sink(
      node,
      (text) => around.push(text),
      () => {
        this.#tables.pop()
        for (const text of around) this.#emitText(text)
        const block = table.take()
        if (block) this.#emit(block, node, nodes)
      },
    )
  }

  #figure(node: MarkupNode): void {
    this.#block(node)
    const figure: Figure = {
      pictures: [],
      captions: [],
      credits: [],
      nodes: [],
      start: this.blocks.length,
      imageBlock: null,
    }
    this.#figures.push(figure)
    this.#onBlockLeave(node, () => {
      this.#figures.pop()
      settleFigure(figure, node, this, this.#dropped)
    })
  }

  #caption(node: MarkupNode): void {
    this.#block(node)
    const pieces: InlineText[] = []
    // A caption outside any figure belongs to the picture right before it.
    const loose = !this.#figures.length
    const before = this.#lastPicture?.blockCount === this.blocks.length ? this.#lastPicture.block : null
    const figure: Figure = this.#figures.at(-1) ?? {
      pictures: before?.block.association === undefined ? [] : [before.block.association],
      captions: [],
      credits: [],
      nodes: [],
      start: this.blocks.length,
      imageBlock: before,
    }
    if (loose) this.#figures.push(figure)
    this.#sink(
      node,
      (text) => pieces.push(text),
      () => {
        if (loose) this.#figures.pop()
        const length = pieces.reduce((sum, {text}) => sum + text.length, 0)
        if (length > maxCaptionLength) {
          for (const piece of pieces) this.#emitText(piece)
          return
        }
        figure.captions.push(...pieces.map(({text}) => text))
        figure.nodes.push(...pieces.flatMap(({nodes}) => nodes))
        if (loose) settleFigure(figure, node, this, this.#dropped)
      },
    )
  }

  #credit(node: MarkupNode): void {
    this.#flush()
    const figure = this.#figures.at(-1)!
    this.#sink(
      node,
      ({text, nodes}) => {
        figure.credits.push(text)
        figure.nodes.push(...nodes)
      },
      () => {},
    )
  }

  #picture(node: MarkupNode): void {
    const picture = toPicture(node, this.#options.base, this.#sources)
    this.#sources = []
    if (!picture) return
    const {association, refused} = picture
    if (refused) this.#refuse('pictureRefused', attributeOf(node, 'src'))
    const figure = this.#figures.at(-1)
    if (this.#pictureOnly && (!figure || figure.pictures.length)) return
    const key = association.renditions[0]?.href ?? ''
    let index = key ? this.#known.get(key) : undefined
    if (index === undefined) {
      index = this.associations.push(association) - 1
      if (key) this.#known.set(key, index)
    }
    const block = this.#emit({kind: 'image', text: '', association: index}, node)
    figure?.pictures.push(index)
    if (figure) figure.imageBlock ??= block
    this.#lastPicture = {block, blockCount: this.blocks.length}
  }

  #media(node: MarkupNode, name: 'video' | 'audio'): boolean {
    const address = mediaAddress(node)
    this.#flush()
    const url = cleanLink(address, this.#options.base)
    if (url === null) this.#refuse('pictureRefused', address)
    if (url && !this.#pictureOnly) {
      const index = this.associations.push({itemClass: name, captions: [], renditions: [{href: url}]}) - 1
      this.#emit({kind: 'embed', text: '', url, association: index}, node)
    }
    return false
  }

  #embed(node: MarkupNode, address: string): void {
    if (!address || this.#pictureOnly) return
    const url = cleanLink(address, this.#options.base)
    if (url === null) this.#refuse('linkRefused', address)
    if (!url) return
    this.#flush()
    this.#emit({kind: 'embed', text: '', url}, node)
  }

  #field(node: MarkupNode): void {
    const value = fieldLabel(node)
    if (!value) return
    this.#block(node)
    this.#buffer.add(value, null, false)
  }

  #refuse(kind: 'linkRefused' | 'pictureRefused', address: string): void {
    if (this.findings.length >= maxFindings) return
    const what = kind === 'linkRefused' ? 'A link' : 'A picture'
    const message = `${what} to "${address.slice(0, 60)}" was dropped, its words kept; allowed are http, https, mailto, tel and addresses of the site itself.`
    this.findings.push({severity: 'warning', code: markupFindingCodes[kind], message})
  }
}
