import type {Association, BodyBlock} from '../../model/news-item.ts'
import type {Finding} from '../../model/finding.ts'
import {cleanLink} from './clean-link.ts'
import {markupFindingCodes} from './codes.ts'
import {elementRoles, type ElementRole} from './elements.ts'
import {embedAddress, isQuotedPost, quotedPostAddress} from './embed.ts'
import {InlineBuffer, type InlineText, type MarkKind} from './inline-buffer.ts'
import {attributeOf, elementName, elementNode, textNode, textOf, type MarkupNode} from './markup-node.ts'
import {holdsPicture, largestOfSet, toPicture} from './picture.ts'
import {isDataTable, TableRows} from './table.ts'

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

interface ListItem {
  own: number[]
}

interface Figure {
  pictures: number[]
  captions: string[]
  credits: string[]
  nodes: MarkupNode[]
  start: number
  imageBlock: CollectedBlock | null
}

const captionClass = /(?:^|[\s_-])(?:fig|image|img|photo|picture|media)?captions?(?:[\s_-]|text|$)/i
const captionInCamelCase = /[a-z]Caption(?:[^a-z]|$)/
const creditClass =
  /(?:^|[\s_-])(?:credits?|copyright|photographer|image-?source|photo-?by|image-?by|courtesy|agency|attribution)(?:[\s_-]|$)/i

/** Past this the element called a caption holds running copy. */
const maxCaptionLength = 1500

/** A figure is looked through for what it shows this far. */
const maxFigureBlocks = 40

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
    const className = classes(node)
    if (!className) return
    if (this.#figures.length && creditClass.test(className)) this.#credit(node)
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
        const className = classes(node)
        if (this.#figures.length && creditClass.test(className)) this.#credit(node)
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
    const style = attributeOf(node, 'style')
    if (!style) return
    if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) this.#mark(node, 'strong')
    if (/font-style\s*:\s*italic/i.test(style)) this.#mark(node, 'em')
  }

  #link(node: MarkupNode): void {
    const address = attributeOf(node, 'href')
    const href = cleanLink(address, this.#options.base)
    if (href === null) {
      this.#refuse(
        markupFindingCodes.linkRefused,
        `A link to "${address.slice(0, 60)}" was dropped, its words kept; allowed are http, https, mailto, tel and addresses of the site itself.`,
      )
    }
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
      this.#settleItem(item)
    })
  }

  /** An item of several short parts is one item with line breaks; one that holds running copy is not an item of a list. */
  #settleItem(item: ListItem): void {
    if (item.own.length < 2) return
    const own = item.own.map((index) => this.blocks[index]!)
    const length = own.reduce((sum, {block}) => sum + block.text.length, 0)
    const adjacent = Number(item.own.at(-1)) - Number(item.own[0]) === own.length - 1
    if (length > 500 || own.length > 4 || !adjacent) {
      for (const {block} of own) {
        block.kind = 'paragraph'
        delete block.level
        delete block.list
      }
      return
    }
    const [first, ...others] = own as [CollectedBlock, ...CollectedBlock[]]
    for (const other of others) {
      const shift = first.block.text.length + 1
      first.block.text += `\n${other.block.text}`
      const marks = other.block.marks?.map((mark) => ({
        ...mark,
        start: mark.start + shift,
        end: mark.end + shift,
      }))
      if (marks) first.block.marks = [...(first.block.marks ?? []), ...marks]
      first.nodes = [...first.nodes, ...other.nodes]
      first.linkLength += other.linkLength
      this.#dropped.add(other)
    }
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
        const links = pieces.flatMap(({marks}) => marks).filter((mark) => mark.kind === 'link')
        const url = cleanLink(quotedPostAddress(node) || (links.at(-1)?.href ?? ''), this.#options.base)
        const block: BodyBlock = {kind: 'embed', text: pieces.map(({text}) => text).join('\n')}
        if (url) block.url = url
        if (block.text || url)
          this.#emit(
            block,
            node,
            pieces.flatMap(({nodes}) => nodes),
          )
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
      this.#settleFigure(figure, node)
    })
  }

  #settleFigure(figure: Figure, node: MarkupNode): void {
    const blocks = this.blocks.slice(figure.start, figure.start + maxFigureBlocks)
    if (figure.pictures.length) this.#wordsOfFigure(figure, blocks)
    if (!figure.captions.length && !figure.credits.length) return
    const holds = (kind: BodyBlock['kind']) => blocks.find(({block}) => block.kind === kind)
    const embed = holds('embed')
    let index = figure.pictures[0]
    if (index === undefined && !embed && (holds('table') || holds('blockQuote') || holds('preformatted'))) {
      for (const text of [...figure.captions, ...figure.credits])
        this.#emit({kind: 'paragraph', text}, node, figure.nodes)
      return
    }
    if (index === undefined) {
      const association: Association = {itemClass: embed ? 'video' : 'picture', captions: [], renditions: []}
      if (embed?.block.url) association.renditions.push({href: embed.block.url})
      index = this.associations.push(association) - 1
      if (embed) embed.block.association = index
      else figure.imageBlock = this.#emit({kind: 'image', text: '', association: index}, node)
    }
    const association = this.associations[index]!
    const text = figure.captions.join(' ').trim()
    if (text && !association.captions.some((caption) => caption.text === text)) {
      association.captions.push({text, role: 'caption'})
    }
    const credit = figure.credits.join(' ').trim()
    if (credit) association.creditLine ??= credit
    const words = figure.imageBlock ?? embed
    words?.nodes.push(...figure.nodes)
  }

  /** A few plain words in a figure with a picture are its caption or, when it has one, the credit. */
  #wordsOfFigure(figure: Figure, blocks: CollectedBlock[]): void {
    const texts = blocks.filter((block) => block.block.kind !== 'image' && !this.#dropped.has(block))
    const length = texts.reduce((sum, {block}) => sum + block.text.length, 0)
    const maxLength = figure.captions.length ? 160 : 600
    if (!texts.length || texts.length > 3 || length > maxLength) return
    if (texts.some(({block}) => block.kind !== 'paragraph')) return
    const words = figure.captions.length ? figure.credits : figure.captions
    for (const text of texts) {
      words.push(text.block.text)
      figure.nodes.push(...text.nodes)
      this.#dropped.add(text)
    }
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
        if (loose) this.#settleFigure(figure, node)
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
    const picture = toPicture(node, this.#options.base)
    const largest = this.#sources.map((set) => largestOfSet(set)).find(Boolean)
    this.#sources = []
    if (!picture) return
    const {association, refused} = picture
    if (refused) {
      this.#refuse(
        markupFindingCodes.pictureRefused,
        `A picture at "${attributeOf(node, 'src').slice(0, 60)}" cannot be kept; allowed are http and https addresses.`,
      )
    }
    const offered = largest ? cleanLink(largest.href, this.#options.base) : ''
    if (offered && !association.renditions.some(({href}) => href === offered))
      association.renditions.push({...largest, href: offered})
    const figure = this.#figures.at(-1)
    if (this.#pictureOnly && (!figure || figure.pictures.length)) return
    const key = association.renditions[0]?.href ?? ''
    let index = key ? this.#known.get(key) : undefined
    if (index === undefined) {
      index = this.associations.push(association) - 1
      if (key) this.#known.set(key, index)
    }
    // A picture amid a sentence must not break it: the block follows once the sentence is done, if nothing else is in the way.
    const block = this.#emit({kind: 'image', text: '', association: index}, node)
    figure?.pictures.push(index)
    if (figure) figure.imageBlock ??= block
    this.#lastPicture = {block, blockCount: this.blocks.length}
  }

  #media(node: MarkupNode, name: 'video' | 'audio'): boolean {
    let address = attributeOf(node, 'src')
    for (let child = node.firstChild; child && !address; child = child.nextSibling) {
      if (child.nodeType === elementNode && elementName(child) === 'source')
        address = attributeOf(child, 'src')
    }
    this.#flush()
    const url = cleanLink(address, this.#options.base)
    if (url === null)
      this.#refuse(
        markupFindingCodes.pictureRefused,
        `A ${name} at "${address.slice(0, 60)}" cannot be kept.`,
      )
    if (url && !this.#pictureOnly) {
      const index = this.associations.push({itemClass: name, captions: [], renditions: [{href: url}]}) - 1
      this.#emit({kind: 'embed', text: '', url, association: index}, node)
    }
    return false
  }

  #embed(node: MarkupNode, address: string): void {
    if (!address || this.#pictureOnly) return
    const url = cleanLink(address, this.#options.base)
    if (url === null)
      this.#refuse(markupFindingCodes.linkRefused, `An embedded "${address.slice(0, 60)}" was dropped.`)
    if (!url) return
    this.#flush()
    this.#emit({kind: 'embed', text: '', url}, node)
  }

  #field(node: MarkupNode): void {
    const type = attributeOf(node, 'type').toLowerCase()
    const value = /^(?:submit|button|reset)$/.test(type)
      ? attributeOf(node, 'value')
      : type === 'hidden'
        ? ''
        : attributeOf(node, 'placeholder')
    if (!value) return
    this.#block(node)
    this.#buffer.add(value, null, false)
  }

  #refuse(code: string, message: string): void {
    if (this.findings.length < maxFindings) this.findings.push({severity: 'warning', code, message})
  }
}

function classes(node: MarkupNode): string {
  const itemprop = attributeOf(node, 'itemprop')
  const className = attributeOf(node, 'class')
  return itemprop ? `${className} ${itemprop}` : className
}

function isCaptionClass(className: string): boolean {
  return captionClass.test(className) || captionInCamelCase.test(className)
}

function isHidden(node: MarkupNode): boolean {
  const attributes = (node as {attribs?: Record<string, string>}).attribs
  if (attributes && !('style' in attributes) && !('hidden' in attributes)) return false
  const style = attributeOf(node, 'style')
  if (style && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)) return true
  if (attributes) return 'hidden' in attributes
  return (node as {hasAttribute?: (name: string) => boolean}).hasAttribute?.('hidden') ?? false
}
