import type {Finding} from '../../model/finding.ts'
import type {Association, NewsItem, ReadItem} from '../../model/news-item.ts'
import {addAssociation} from '../xml/add-association.ts'
import {attributeOf, type XmlElement, xpathOf} from '../xml/xml-tree.ts'
import {newsmlG2FindingCodes} from './codes.ts'
import {toMediaAssociation, toReferredAssociation} from './media-association.ts'
import {type PackagePart, packageParts} from './package-parts.ts'

/** An item of a message with the element it was read from. */
export interface MessageItem extends ReadItem {
  element: XmlElement
  isPackage: boolean
}

/**
 * Joins the parts of every package to it and to its story: pictures of the package become associations of the story and of
 * the package; a part that the copy does not hold is an association with `missing` and a finding. A package that says
 * nothing of its own (no headline, all parts here) is only the string around them and is left out.
 */
export function joinPackages(items: readonly MessageItem[]): ReadItem[] {
  const byUri = new Map<string, MessageItem>()
  for (const entry of items) if (entry.item.uri && !entry.isPackage) byUri.set(entry.item.uri, entry)
  const single = items.filter(({isPackage}) => !isPackage)
  const result: ReadItem[] = []
  for (const entry of items) {
    if (!entry.isPackage) {
      result.push({item: entry.item, findings: entry.findings})
      continue
    }
    const parts = packageParts(entry.element, entry.findings).map((part) => ({
      ...part,
      found: find(part, byUri, single),
    }))
    const missing = parts.filter(({found, reference}) => !found && !isAddressed(reference))
    for (const {reference, uri} of missing) entry.findings.push(missingPart(uri, reference, entry.item))
    entry.item.associations.push(...parts.map((part) => toAssociation(part, part.found)))
    const story = parts.find(({found}) => found?.item.itemClass === 'text')?.found
    if (story) {
      joinToStory(story, parts)
      if (entry.item.uri) (story.item.altIds ??= []).push({role: 'package', value: entry.item.uri})
    }
    if (entry.item.headline || missing.length || !story)
      result.push({item: entry.item, findings: entry.findings})
    else story.findings.push(...entry.findings)
  }
  return result
}

function joinToStory(
  story: MessageItem,
  parts: readonly (PackagePart & {found: MessageItem | undefined})[],
): void {
  for (const part of parts) {
    if (!part.found || part.found === story || part.found.item.itemClass === 'text') continue
    addAssociation(story.item.associations, {
      ...toMediaAssociation(part.found.element, part.found.item),
      name: part.group || 'package',
    })
  }
}

/** By its id; a message of one item and one reference means that item, however it spells the id. */
function find(
  part: PackagePart,
  byUri: ReadonlyMap<string, MessageItem>,
  single: readonly MessageItem[],
): MessageItem | undefined {
  const found = byUri.get(part.uri)
  if (found) return found
  const only = single.length === 1 ? single[0] : undefined
  return only?.item.uri?.endsWith(part.uri) && part.uri.length > 5 ? only : undefined
}

function toAssociation(part: PackagePart, found: MessageItem | undefined): Association {
  const referred = toReferredAssociation(part.reference)
  const name = part.group || 'package'
  if (!found) return {...referred, name, ...(isAddressed(part.reference) ? {} : {missing: true})}
  if (found.item.itemClass !== 'text')
    return {...referred, ...toMediaAssociation(found.element, found.item), name}
  return {
    ...referred,
    itemClass: 'text',
    name,
    ...(found.item.headline ? {headline: found.item.headline} : {}),
  }
}

/** A picture that the package names by the address of its file is as much here as any that a story shows. */
function isAddressed(reference: XmlElement): boolean {
  const {renditions} = toReferredAssociation(reference)
  return (
    attributeOf(reference, 'residref') === undefined &&
    renditions.some(({mimeType}) => /^(?:image|video|audio)\//.test(mimeType ?? ''))
  )
}

function missingPart(uri: string, reference: XmlElement, item: NewsItem): Finding {
  const version = attributeOf(reference, 'version')
  return {
    severity: 'warning',
    code: newsmlG2FindingCodes.partMissing,
    message: `${item.uri ? `Package ${item.uri}` : 'The package'} names ${uri}${version ? ` version ${version}` : ''}, which is not in this copy; it is joined when it arrives.`,
    at: {xpath: xpathOf(reference)},
    part: uri,
  }
}
