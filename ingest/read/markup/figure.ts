import type {Association, BodyBlock} from '../../model/news-item.ts'
import type {CollectedBlock, Figure} from './collected-block.ts'
import type {MarkupNode} from './markup-node.ts'
import {headTable} from './table.ts'

/** A figure is looked through for what it shows this far. */
const maxFigureBlocks = 40

/** Where what a figure shows is written to. */
interface Page {
  blocks: CollectedBlock[]
  associations: Association[]
}

/** What a figure shows goes together: caption and credit to its picture, its frame or, failing both, a picture of no address. */
export function settleFigure(
  figure: Figure,
  node: MarkupNode,
  page: Page,
  dropped: Set<CollectedBlock>,
): void {
  const blocks = page.blocks.slice(figure.start, figure.start + maxFigureBlocks)
  if (figure.pictures.length) wordsOfFigure(figure, blocks, dropped)
  if (!figure.captions.length && !figure.credits.length) return
  const holds = (kind: BodyBlock['kind']) => blocks.find(({block}) => block.kind === kind)
  const embed = holds('embed')
  let index = figure.pictures[0]
  const table = holds('table')
  if (index === undefined && !embed && table) {
    headTable(table.block, [...figure.captions, ...figure.credits].join('\n'))
    table.nodes.push(...figure.nodes)
    return
  }
  if (index === undefined && !embed && (holds('blockQuote') || holds('preformatted'))) {
    for (const text of [...figure.captions, ...figure.credits])
      emit(page, {kind: 'paragraph', text}, node, figure.nodes)
    return
  }
  if (index === undefined) {
    const association: Association = {itemClass: embed ? 'video' : 'picture', captions: [], renditions: []}
    if (embed?.block.url) association.renditions.push({href: embed.block.url})
    index = page.associations.push(association) - 1
    if (embed) embed.block.association = index
    else figure.imageBlock = emit(page, {kind: 'image', text: '', association: index}, node)
  }
  const association = page.associations[index]!
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
function wordsOfFigure(figure: Figure, blocks: CollectedBlock[], dropped: Set<CollectedBlock>): void {
  const texts = blocks.filter((block) => block.block.kind !== 'image' && !dropped.has(block))
  const length = texts.reduce((sum, {block}) => sum + block.text.length, 0)
  const maxLength = figure.captions.length ? 160 : 600
  if (!texts.length || texts.length > 3 || length > maxLength) return
  if (texts.some(({block}) => block.kind !== 'paragraph')) return
  const words = figure.captions.length ? figure.credits : figure.captions
  for (const text of texts) {
    words.push(text.block.text)
    figure.nodes.push(...text.nodes)
    dropped.add(text)
  }
}

function emit(page: Page, block: BodyBlock, container: MarkupNode, nodes: MarkupNode[] = []): CollectedBlock {
  const collected = {block, container, nodes: [...nodes], linkLength: 0}
  page.blocks.push(collected)
  return collected
}
