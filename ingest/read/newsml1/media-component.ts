import type {Association, ItemClass} from '../../model/news-item.ts'
import {attributeOf, childOf, childrenOf, textOf, type XmlElement} from '../xml/xml-tree.ts'
import {headlineOf, type Leaf} from './components.ts'
import {contentClassOf, toRendition, wordsOf} from './content-item.ts'
import {formalName} from './formal-name.ts'

/** The pictures, videos and the like among some leaves: sizes of one picture are its renditions, captions its captions. */
export function toAssociations(leaves: readonly Leaf[], hasWords: boolean): Association[] {
  const groups = new Map<unknown, Leaf[]>()
  for (const leaf of leaves) {
    const key = groupOf(leaf, hasWords)
    groups.set(key, [...(groups.get(key) ?? []), leaf])
  }
  return [...groups.values()].map(toAssociation)
}

/** Roles of the sizes of one picture and of its words. */
const sizeRoles =
  /^(?:main|caption|preview|thumbnail|quicklook|hires|highres|lowres|webview|squared\d*|ipad)$/

/**
 * Sizes and captions belong to the picture that their parent component is, or whose `Duid` they name as their `Euid`; a
 * picture right below its story stands for itself.
 */
function groupOf(leaf: Leaf, hasWords: boolean): unknown {
  const parent = leaf.chain[1]
  if (parent && parent === leaf.unit && !hasWords && sizeRoles.test(leaf.role)) return parent
  const id = attributeOf(leaf.component, 'euid') ?? attributeOf(leaf.component, 'duid')
  if (parent && parent !== leaf.unit) return parent
  return id ?? leaf.component
}

function toAssociation(leaves: readonly Leaf[]): Association {
  const classes = leaves.flatMap(({component}) => childrenOf(component, 'contentitem').map(contentClassOf))
  const itemClass: ItemClass =
    classes.find((found): found is ItemClass => found !== 'other' && found !== 'text') ?? 'picture'
  const association: Association = {itemClass, captions: [], renditions: []}
  const components = [
    ...new Set(leaves.flatMap(({chain, unit}) => chain.slice(0, Math.max(1, chain.indexOf(unit))))),
  ]
  for (const {component, role} of leaves) {
    if (role === 'caption') {
      addCaption(association, wordsOf(component))
      continue
    }
    for (const content of childrenOf(component, 'contentitem')) {
      if (contentClassOf(content) === 'text') addCaption(association, wordsOf(component))
      const rendition = toRendition(content, role || undefined)
      if (rendition) association.renditions.push(rendition)
    }
    association.name ??= role || undefined
  }
  for (const component of components) readLines(component, association)
  const headline = association.headline
  if (!association.captions.length && headline) association.captions.push({text: headline, role: 'caption'})
  for (const key of Object.keys(association) as (keyof Association)[])
    if (association[key] === undefined) delete association[key]
  return association
}

function readLines(component: XmlElement, association: Association): void {
  association.headline ??= headlineOf(component)
  for (const lines of childrenOf(component, 'newslines')) {
    const first = (name: string) => childrenOf(lines, name).map(textOf).find(Boolean)
    association.byline ??= first('byline')
    association.creditLine ??= first('creditline')
    association.copyrightNotice ??= first('copyrightline')
    for (const line of childrenOf(lines, 'newsline')) {
      if (/caption/i.test(formalName(childOf(line, 'newslinetype')) ?? '')) {
        for (const text of childrenOf(line, 'newslinetext')) addCaption(association, textOf(text))
      }
    }
  }
  const administrative = childOf(component, 'administrativemetadata')
  const creator = childrenOf(childOf(administrative, 'creator'), 'party').map(formalName).find(Boolean)
  const source = childrenOf(childOf(administrative, 'source'), 'party').map(formalName).find(Boolean)
  association.byline ??= creator
  association.creditLine ??= source
}

function addCaption(association: Association, text: string): void {
  if (text && !association.captions.some((known) => known.text === text))
    association.captions.push({text, role: 'caption'})
}
