import type {Finding} from '../../model/finding.ts'
import type {BodyBlock, NewsItem} from '../../model/news-item.ts'
import {childOf, childrenOf} from '../xml/xml-tree.ts'
import {attributeOf} from '../xml/xml-tree.ts'
import type {Leaf} from './components.ts'
import {contentClassOf, readWords, toRendition, wordsOf} from './content-item.ts'

/** Reads the parts of a story that are words, each by its role: titles, lead, body, contacts. */
export function readParts(leaves: readonly Leaf[], item: NewsItem, findings: Finding[]): void {
  const bodies = leaves.filter(
    ({role}) => !/^(?:title|headline|subheadline|lead|teaser|abstract|summary|contact)$/.test(role),
  )
  for (const {component, role} of leaves) {
    if (role === 'title' || role === 'headline') item.headline ??= wordsOf(component) || undefined
    else if (role === 'subheadline') addDeck(item, wordsOf(component))
    else if (/^(?:lead|teaser|abstract|summary)$/.test(role))
      item.standfirst ??= wordsOf(component) || undefined
  }
  for (const leaf of bodies) readBody(leaf, item, findings)
  for (const {component, role} of leaves) if (role === 'contact') addContact(item, wordsOf(component))
}

function readBody(leaf: Leaf, item: NewsItem, findings: Finding[]): void {
  const parent = leaf.chain[1]
  const alternatives = parent !== undefined && /^yes$/i.test(attributeOf(parent, 'equivalentslist') ?? '')
  // Equivalents say the same in another format: the first that gives words is enough.
  if (alternatives && item.blocks?.length) return
  let read = false
  for (const content of childrenOf(leaf.component, 'contentitem')) {
    if (contentClassOf(content) === 'text' && childOf(content, 'datacontent')) {
      if (read && /^yes$/i.test(attributeOf(leaf.component, 'equivalentslist') ?? '')) continue
      readWords(content, item, findings)
      read = true
      continue
    }
    const rendition = toRendition(content)
    if (rendition)
      item.associations.push({
        itemClass: classOf(content),
        name: 'attachment',
        captions: [],
        renditions: [rendition],
      })
  }
}

function classOf(content: Parameters<typeof contentClassOf>[0]): NewsItem['itemClass'] {
  const found = contentClassOf(content)
  return found === 'other' ? 'text' : found
}

function addDeck(item: NewsItem, value: string): void {
  if (!value || item.headlines?.some((known) => known.value === value)) return
  item.headlines = [
    ...(item.headlines ?? (item.headline ? [{value: item.headline}] : [])),
    {value, role: 'SubHeadLine'},
  ]
}

/** Whom to ask about a release: no part of the story. */
function addContact(item: NewsItem, text: string): void {
  if (!text) return
  const block: BodyBlock = {kind: 'paragraph', text, furniture: 'contact'}
  item.blocks = [...(item.blocks ?? []), block]
}
