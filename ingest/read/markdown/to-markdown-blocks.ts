import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {gfm} from 'micromark-extension-gfm'
import type {Finding} from '../../model/finding.ts'
import type {Association, BodyBlock, TextMark} from '../../model/news-item.ts'
import {cleanLink} from '../markup/clean-link.ts'
import {markupFindingCodes} from '../markup/codes.ts'
import {toBlocks, type MarkupBlocks} from '../markup/index.ts'

type Tree = ReturnType<typeof fromMarkdown>
type TreeNode = Tree | Tree['children'][number] | {type: string; children?: TreeNode[]}

/** The parts of mdast's nodes that are read here (https://github.com/syntax-tree/mdast). */
interface AnyNode {
  type: string
  value?: string
  children?: AnyNode[]
  depth?: number
  ordered?: boolean | null
  url?: string
  alt?: string | null
  title?: string | null
  identifier?: string
  checked?: boolean | null
}

interface Place {
  quote: number
  lists: ('bullet' | 'number')[]
}

const markKinds: Readonly<Record<string, TextMark['kind']>> = {
  strong: 'strong',
  emphasis: 'em',
  delete: 'strike',
}

/** Markdown (CommonMark with GitHub's tables, strikethrough and bare links) as blocks. Markup inside it is read as markup. */
export function toMarkdownBlocks(text: string): MarkupBlocks {
  const tree = fromMarkdown(text, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  }) as TreeNode as AnyNode
  const writer = new Writer()
  for (const child of tree.children ?? []) writer.define(child)
  for (const child of tree.children ?? []) writer.block(child, {quote: 0, lists: []})
  return {blocks: writer.blocks, associations: writer.associations, findings: writer.findings}
}

class Writer {
  readonly blocks: BodyBlock[] = []
  readonly associations: Association[] = []
  readonly findings: Finding[] = []
  #definitions = new Map<string, AnyNode>()

  define(node: AnyNode): void {
    if (node.type === 'definition' && node.identifier) this.#definitions.set(node.identifier, node)
  }

  block(node: AnyNode, place: Place): void {
    const children = node.children ?? []
    switch (node.type) {
      case 'heading':
        this.#text(children, {kind: 'crosshead', level: Math.max(2, node.depth ?? 2)})
        break
      case 'paragraph':
        this.#text(children, this.#shape(place))
        break
      case 'blockquote':
        for (const child of children) this.block(child, {...place, quote: place.quote + 1})
        break
      case 'list':
        for (const item of children)
          this.#item(item, {...place, lists: [...place.lists, node.ordered ? 'number' : 'bullet']})
        break
      case 'code':
        if (node.value) this.blocks.push({kind: 'preformatted', text: node.value})
        break
      case 'thematicBreak':
        this.blocks.push({kind: 'separator', text: ''})
        break
      case 'table':
        this.#table(children)
        break
      case 'html':
        this.#markup(node.value ?? '')
        break
      case 'footnoteDefinition':
        for (const child of children) this.block(child, place)
        break
    }
  }

  #shape(place: Place): Partial<BodyBlock> {
    const list = place.lists.at(-1)
    if (list) return {kind: 'listItem', level: place.lists.length, list}
    return {kind: place.quote ? 'blockQuote' : 'paragraph'}
  }

  /** The first paragraph of an item is the item; further ones go on in it as lines. */
  #item(node: AnyNode, place: Place): void {
    let own: BodyBlock | null = null
    for (const child of node.children ?? []) {
      const count = this.blocks.length
      this.block(child, place)
      if (child.type !== 'paragraph') continue
      const added = this.blocks.slice(count).find(({kind}) => kind === 'listItem')
      if (own && added && this.blocks.at(-1) === added && this.blocks.at(-2) === own) {
        const shift = own.text.length + 1
        own.text += `\n${added.text}`
        const marks = added.marks?.map((mark) => ({
          ...mark,
          start: mark.start + shift,
          end: mark.end + shift,
        }))
        if (marks) own.marks = [...(own.marks ?? []), ...marks]
        this.blocks.pop()
      } else own ??= added ?? null
    }
  }

  #table(rows: AnyNode[]): void {
    const cells = rows.map((row, index) => ({
      header: index === 0 && rows.length > 1,
      cells: (row.children ?? []).map((cell) =>
        this.#inline(cell.children ?? []).text.replaceAll(/[\t\n]/g, ' '),
      ),
    }))
    const text = cells.map((row) => row.cells.join('\t')).join('\n')
    if (text.trim()) this.blocks.push({kind: 'table', text, rows: cells})
  }

  #markup(markup: string): void {
    const read = toBlocks(markup, {associations: this.associations})
    this.blocks.push(...read.blocks)
    this.findings.push(...read.findings)
  }

  #text(children: AnyNode[], shape: Partial<BodyBlock>): void {
    const {text, marks, pictures} = this.#inline(children)
    for (const picture of pictures)
      this.blocks.push({kind: 'image', text: '', association: this.associations.push(picture) - 1})
    const trimmed = text.trim()
    if (!trimmed) return
    const shift = text.length - text.trimStart().length
    const fitted = marks
      .map((mark) => ({
        ...mark,
        start: Math.max(0, mark.start - shift),
        end: Math.min(trimmed.length, mark.end - shift),
      }))
      .filter(({start, end}) => start < end)
    this.blocks.push({kind: 'paragraph', ...shape, text: trimmed, ...(fitted.length ? {marks: fitted} : {})})
  }

  #inline(nodes: readonly AnyNode[]): {text: string; marks: TextMark[]; pictures: Association[]} {
    const marks: TextMark[] = []
    const pictures: Association[] = []
    let text = ''
    const write = (node: AnyNode): void => {
      const start = text.length
      switch (node.type) {
        case 'text':
          text += (node.value ?? '').replaceAll(/[ \t]*\r?\n[ \t]*/g, ' ')
          return
        case 'inlineCode':
          text += node.value ?? ''
          marks.push({start, end: text.length, kind: 'code'})
          return
        case 'break':
          text += '\n'
          return
        case 'html':
          if (/^<br\b/i.test(node.value ?? '')) text += '\n'
          return
        case 'image':
        case 'imageReference': {
          const target = node.type === 'image' ? node : this.#definitions.get(node.identifier ?? '')
          const href = this.#address(target?.url ?? '')
          const alt = node.alt ?? ''
          const title = target?.title ?? ''
          if (href) {
            pictures.push({
              itemClass: 'picture',
              captions: title ? [{text: title, role: 'title'}] : [],
              ...(alt ? {altText: alt} : {}),
              renditions: [{href}],
            })
          } else text += alt
          return
        }
      }
      for (const child of node.children ?? []) write(child)
      const kind = markKinds[node.type]
      if (text.length === start) return
      if (kind) marks.push({start, end: text.length, kind})
      else if (node.type === 'link' || node.type === 'linkReference') {
        const url = node.type === 'link' ? node.url : this.#definitions.get(node.identifier ?? '')?.url
        const href = this.#address(url ?? '')
        if (href && !href.startsWith('#')) marks.push({start, end: text.length, kind: 'link', href})
      }
    }
    for (const node of nodes) write(node)
    marks.sort((a, b) => a.start - b.start || b.end - a.end)
    return {text, marks, pictures}
  }

  #address(url: string): string {
    const href = cleanLink(url)
    if (href === null && this.findings.length < 20) {
      this.findings.push({
        severity: 'warning',
        code: markupFindingCodes.linkRefused,
        message: `A link to "${url.slice(0, 60)}" was dropped, its words kept; allowed are http, https, mailto, tel and addresses of the site itself.`,
      })
    }
    return href ?? ''
  }
}
