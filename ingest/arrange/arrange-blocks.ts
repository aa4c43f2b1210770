import type {ArrangedCaption, ArrangedItem, Furniture} from '../model/arranged-item.ts'
import type {Staged} from '../model/finding.ts'
import type {Association, BodyBlock, NewsItem} from '../model/news-item.ts'

/**
 * Arranges copy whose format says what each part is: blocks pass through, those marked `furniture` and what the reader left
 * out become furniture, sign-up boxes newsletters, and the captions of the pictures that came along are joined (the same
 * wording once).
 */
export function arrangeBlocks(item: NewsItem): Staged<ArrangedItem> {
  const {text: _, blocks = [], leftOut = [], signups = [], ...rest} = item
  const body: BodyBlock[] = []
  const furniture: Furniture[] = leftOut.map((part) => ({...part}))
  for (const block of blocks) {
    if (block.furniture === undefined) body.push(block)
    else furniture.push(toFurniture(block))
  }
  const value: ArrangedItem = {
    ...rest,
    body,
    captions: joinCaptions(item.associations),
    newsletters: [...signups],
    furniture,
    lines: {},
  }
  return {value, findings: []}
}

function toFurniture(block: BodyBlock): Furniture {
  const furniture: Furniture = {text: block.text, reason: block.furniture ?? 'outside-the-story'}
  if (block.at?.line !== undefined) furniture.line = block.at.line
  return furniture
}

function joinCaptions(associations: readonly Association[]): ArrangedCaption[] {
  const captions: ArrangedCaption[] = []
  associations.forEach((association, index) => {
    const wordings = association.captions.filter(
      ({text, role}) => text.trim() !== '' && role !== 'alt' && role !== 'headline' && role !== 'title',
    )
    // Of wordings in several languages, those in the first one's.
    const own = wordings.filter(
      ({language, role}) => language === wordings[0]?.language && role === wordings[0]?.role,
    )
    const [main] = own.toSorted((a, b) => b.text.length - a.text.length)
    if (main === undefined) return
    const others = [...new Set(wordings.map(({text}) => text))].filter((text) => text !== main.text)
    const known = captions.find((caption) => caption.text === main.text)
    if (known !== undefined) {
      known.occurrences += 1
      return
    }
    captions.push({
      text: main.text,
      creditLine: association.creditLine ?? null,
      byline: association.byline ?? null,
      altText: association.altText ?? null,
      occurrences: 1,
      lines: [],
      alsoSeen: others,
      association: index,
    })
  })
  return captions
}
