import type {Association} from '../../model/news-item.ts'
import type {BlockWriter} from './block-writer.ts'
import {cleanLink} from './clean-link.ts'
import type {CollectedBlock, Figure, MarkupOptions} from './collected-block.ts'
import {classesOf, isCaptionClass, isCreditClass} from './element-signs.ts'
import {mediaAddress} from './embed.ts'
import {settleFigure} from './figure.ts'
import type {InlineText} from './inline-buffer.ts'
import {attributeOf, type MarkupNode} from './markup-node.ts'
import {toPicture} from './picture.ts'
import type {Refusals} from './refusals.ts'

/** Past this the element called a caption holds running copy. */
const maxCaptionLength = 1500

/** Gathers the pictures, sound and film of a walk through markup, with what figures, captions and credits say of them. */
export class MediaCollector {
  readonly associations: Association[]
  #writer: BlockWriter
  #refusals: Refusals
  #base: string | undefined
  #figures: Figure[] = []
  #pictureOnly = 0
  #sources: string[] = []
  #lastPicture: {block: CollectedBlock; blockCount: number} | null = null
  #known = new Map<string, number>()

  constructor(writer: BlockWriter, refusals: Refusals, {associations = [], base}: MarkupOptions) {
    this.associations = associations
    this.#writer = writer
    this.#refusals = refusals
    this.#base = base
  }

  get isInFigure(): boolean {
    return this.#figures.length > 0
  }

  /** Whether this is what a page shows without scripts: a picture said once more. */
  get isPictureOnly(): boolean {
    return this.#pictureOnly > 0
  }

  pictureOnly(node: MarkupNode): void {
    this.#pictureOnly++
    this.#writer.onLeave(node, () => this.#pictureOnly--)
  }

  startPicture(): void {
    this.#sources = []
  }

  source(node: MarkupNode): void {
    this.#sources.push(attributeOf(node, 'srcset') || attributeOf(node, 'data-srcset'))
  }

  /** Captions and credits that are marked by their class alone. */
  words(node: MarkupNode): void {
    if (!this.isInFigure && !this.#pictureBefore) return
    const className = classesOf(node)
    if (!className) return
    if (this.isInFigure && isCreditClass(className)) this.credit(node)
    else if (isCaptionClass(className)) this.caption(node)
  }

  figure(node: MarkupNode): void {
    this.#writer.block(node)
    const figure = this.#toFigure()
    this.#figures.push(figure)
    this.#writer.onBlockLeave(node, () => {
      this.#figures.pop()
      this.#settle(figure, node)
    })
  }

  caption(node: MarkupNode): void {
    this.#writer.block(node)
    const pieces: InlineText[] = []
    // A caption outside any figure belongs to the picture right before it.
    const loose = !this.isInFigure
    const figure = this.#figures.at(-1) ?? this.#toFigure(this.#pictureBefore)
    if (loose) this.#figures.push(figure)
    this.#writer.divert(
      node,
      (text) => pieces.push(text),
      () => {
        if (loose) this.#figures.pop()
        const length = pieces.reduce((sum, {text}) => sum + text.length, 0)
        if (length > maxCaptionLength) {
          for (const piece of pieces) this.#writer.emitText(piece)
          return
        }
        figure.captions.push(...pieces.map(({text}) => text))
        figure.nodes.push(...pieces.flatMap(({nodes}) => nodes))
        if (loose) this.#settle(figure, node)
      },
    )
  }

  /** Only within a figure. */
  credit(node: MarkupNode): void {
    this.#writer.flush()
    const figure = this.#figures.at(-1)!
    this.#writer.divert(
      node,
      ({text, nodes}) => {
        figure.credits.push(text)
        figure.nodes.push(...nodes)
      },
      () => {},
    )
  }

  picture(node: MarkupNode): void {
    const picture = toPicture(node, this.#base, this.#sources)
    this.#sources = []
    if (!picture) return
    const {association, refused} = picture
    if (refused) this.#refusals.picture(attributeOf(node, 'src'))
    const figure = this.#figures.at(-1)
    if (this.isPictureOnly && (!figure || figure.pictures.length)) return
    const key = association.renditions[0]?.href ?? ''
    let index = key ? this.#known.get(key) : undefined
    if (index === undefined) {
      index = this.associations.push(association) - 1
      if (key) this.#known.set(key, index)
    }
    const block = this.#writer.emit({kind: 'image', text: '', association: index}, node)
    figure?.pictures.push(index)
    if (figure) figure.imageBlock ??= block
    this.#lastPicture = {block, blockCount: this.#writer.blocks.length}
  }

  media(node: MarkupNode, itemClass: 'video' | 'audio'): void {
    const address = mediaAddress(node)
    this.#writer.flush()
    const url = cleanLink(address, this.#base)
    if (url === null) this.#refusals.picture(address)
    if (!url || this.isPictureOnly) return
    const association = this.associations.push({itemClass, captions: [], renditions: [{href: url}]}) - 1
    this.#writer.emit({kind: 'embed', text: '', url, association}, node)
  }

  embed(node: MarkupNode, address: string): void {
    if (!address || this.isPictureOnly) return
    const url = cleanLink(address, this.#base)
    if (url === null) this.#refusals.link(address)
    if (!url) return
    this.#writer.flush()
    this.#writer.emit({kind: 'embed', text: '', url}, node)
  }

  get #pictureBefore(): CollectedBlock | null {
    return this.#lastPicture?.blockCount === this.#writer.blocks.length ? this.#lastPicture.block : null
  }

  #toFigure(imageBlock: CollectedBlock | null = null): Figure {
    const association = imageBlock?.block.association
    return {
      pictures: association === undefined ? [] : [association],
      captions: [],
      credits: [],
      nodes: [],
      start: this.#writer.blocks.length,
      imageBlock,
    }
  }

  #settle(figure: Figure, node: MarkupNode): void {
    settleFigure(
      figure,
      node,
      {blocks: this.#writer.blocks, associations: this.associations},
      this.#writer.dropped,
    )
  }
}
