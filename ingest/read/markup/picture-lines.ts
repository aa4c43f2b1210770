import type {BodyBlock, NewsItem} from '../../model/news-item.ts'

const creditInLine =
  /\b(?:photos?|pictures?|images?|fotos?|bild(?:er)?|credit|cr[ée]dits?)\s*(?::|©|\bby\b|\/)|©/i

const creditAlone =
  /^(?:photo|picture|image|foto|bild|credit|cr[ée]dits?)s?(?: credit| by)?\s*(?::|©)\s*([^.:]{2,80})$/i

/**
 * Mail and documents have no element for captions: a paragraph right below a picture that is all in italics, or gives the credit, becomes
 * the picture's caption.
 */
export function takePictureLines(item: NewsItem): void {
  const blocks = item.blocks ?? []
  item.blocks = blocks.filter((block, at) => {
    const above = blocks[at - 1]
    const picture = above?.kind === 'image' ? item.associations[above.association ?? -1] : undefined
    if (!picture || picture.captions.some(({role}) => role !== 'title') || !isPictureLine(block)) return true
    const credit = creditAlone.exec(block.text.trim())?.[1]
    if (credit !== undefined && picture.creditLine === undefined) picture.creditLine = credit
    else picture.captions.push({text: block.text, role: 'caption'})
    return false
  })
}

function isPictureLine({kind, furniture, text, marks = []}: BodyBlock): boolean {
  if (kind !== 'paragraph' || furniture !== undefined || text.length < 8 || text.length > 400) return false
  const slanted = marks
    .filter((mark) => mark.kind === 'em')
    .reduce((sum, {start, end}) => sum + end - start, 0)
  return slanted >= text.trim().length - 1 || (text.length < 250 && creditInLine.test(text))
}
