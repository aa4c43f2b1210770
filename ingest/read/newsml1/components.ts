import {attributeOf, childOf, childrenOf, textOf, type XmlElement} from '../xml/xml-tree.ts'
import {contentClassOf} from './content-item.ts'
import {formalName} from './formal-name.ts'

/** A leaf of the component tree, with the component whose headline it stands under. */
export interface Leaf {
  component: XmlElement
  role: string
  kind: 'words' | 'media' | 'reference'
  /** Components from the leaf to the root. */
  chain: XmlElement[]
  unit: XmlElement
  language: string | undefined
}

const mediaRoles =
  /^(?:photo|picture|image|logo|thumbnail|preview|quicklook|clip|video|audio|graphic|sketch|caption|hires|highres|lowres|squared\d*|ipad|webview)/

/**
 * The leaves of a news item's components in order. A unit, what becomes one story, is the nearest component with a
 * headline of its own that is no mere picture (NewsML 1 lets agencies nest as they like; the headline is what they share).
 */
export function leavesOf(newsItem: XmlElement): Leaf[] {
  const leaves: Leaf[] = []
  const visit = (
    component: XmlElement,
    chain: XmlElement[],
    unit: XmlElement | null,
    language: string | undefined,
    inMedia = false,
  ): void => {
    const role = formalName(childOf(component, 'role'))?.toLowerCase() ?? ''
    const own = [component, ...chain]
    const media = inMedia || isMedia(component, role)
    const ownLanguage = languageOf(component) ?? language
    const ownUnit = !unit || (!media && headlineOf(component) && !isPartRole(role)) ? component : unit
    const contents = childrenOf(component, 'contentitem')
    const leaf = {component, role, chain: own, unit: ownUnit, language: ownLanguage}
    if (contents.length && role !== 'stylesheet') leaves.push({...leaf, kind: media ? 'media' : 'words'})
    if (childrenOf(component, 'newsitemref').length) leaves.push({...leaf, kind: 'reference'})
    for (const child of childrenOf(component, 'newscomponent')) visit(child, own, ownUnit, ownLanguage, media)
  }
  const language = attributeOf(newsItem, 'lang')
  for (const component of childrenOf(newsItem, 'newscomponent')) visit(component, [], null, language)
  return leaves
}

/** Roles of parts of one story; a headline inside such a part is the part's. */
export function isPartRole(role: string): boolean {
  return /^(?:title|headline|subheadline|lead|teaser|abstract|summary|body|contact|stylesheet)$/.test(role)
}

function isMedia(component: XmlElement, role: string): boolean {
  const contents = childrenOf(component, 'contentitem')
  if (contents.some((content) => contentClassOf(content) === 'text' && role !== 'caption'))
    return mediaRoles.test(role) && role === 'caption'
  if (contents.length) {
    return (
      contents.some((content) =>
        ['picture', 'video', 'audio', 'graphic'].includes(contentClassOf(content)),
      ) || role === 'caption'
    )
  }
  const inside = childrenOf(component, 'newscomponent')
  // A picture with its words in parts of roles that stories have as well.
  if (/^(?:photo|picture|image|graphic)$/.test(role)) {
    return inside.some((child) => isMedia(child, formalName(childOf(child, 'role'))?.toLowerCase() ?? ''))
  }
  // A picture with its caption and its sizes in components of their own.
  return (
    inside.length > 0 &&
    inside.every((child) => isMedia(child, formalName(childOf(child, 'role'))?.toLowerCase() ?? ''))
  )
}

function languageOf(component: XmlElement): string | undefined {
  const declared =
    attributeOf(component, 'lang') ??
    formalName(childOf(childOf(component, 'descriptivemetadata'), 'language'))
  return declared && /^[A-Za-z]{2}$/.test(declared) ? declared.toLowerCase() : declared
}

/** The headline among a component's own lines. */
export function headlineOf(component: XmlElement): string | undefined {
  for (const lines of childrenOf(component, 'newslines')) {
    const headline = childrenOf(lines, 'headline').map(textOf).find(Boolean)
    if (headline) return headline
  }
  return undefined
}
