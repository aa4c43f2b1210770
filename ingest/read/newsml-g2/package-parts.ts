import type {Finding} from '../../model/finding.ts'
import {attributeOf, childrenOf, descendantsOf, localName, type XmlElement, xpathOf} from '../xml/xml-tree.ts'
import {newsmlG2FindingCodes} from './codes.ts'

/** A part that a package names, in the order of its groups. */
export interface PackagePart {
  reference: XmlElement
  uri: string
  /** Role of the group it stands in, without the alias. */
  group: string
}

/** Follows the groups of a package from the root; a group that names itself is followed once. */
export function packageParts(element: XmlElement, findings: Finding[]): PackagePart[] {
  const set = localName(element) === 'groupset' ? element : childrenOf(element, 'groupset')[0]
  if (!set) return referencesIn(element, '')
  const groups = new Map(childrenOf(set, 'group').map((group) => [attributeOf(group, 'id') ?? '', group]))
  const root = attributeOf(set, 'root')
  const first = (root !== undefined ? groups.get(root) : undefined) ?? groups.values().next().value
  const parts: PackagePart[] = []
  const visited = new Set<XmlElement>()
  const waiting: XmlElement[] = first ? [first] : []
  while (waiting.length) {
    const group = waiting.pop()!
    if (visited.has(group)) {
      findings.push(badGroup(group, `Group "${attributeOf(group, 'id')}" is named more than once.`))
      continue
    }
    visited.add(group)
    const role = attributeOf(group, 'role') ?? ''
    parts.push(...referencesIn(group, role.slice(role.indexOf(':') + 1)))
    for (const reference of childrenOf(group, 'groupref').toReversed()) {
      const next = groups.get(attributeOf(reference, 'idref') ?? '')
      if (next) waiting.push(next)
      else findings.push(badGroup(reference, `There is no group "${attributeOf(reference, 'idref') ?? ''}".`))
    }
  }
  // A group that no other names still holds parts of the package.
  for (const group of groups.values()) {
    if (!visited.has(group))
      parts.push(...referencesIn(group, attributeOf(group, 'role')?.replace(/^.*:/, '') ?? ''))
  }
  return parts
}

function referencesIn(holder: XmlElement, group: string): PackagePart[] {
  return childrenOf(holder, 'itemref').flatMap((reference) => {
    const uri = attributeOf(reference, 'residref') ?? attributeOf(reference, 'href')
    return uri ? [{reference, uri, group}] : []
  })
}

function badGroup(element: XmlElement, message: string): Finding {
  return {severity: 'warning', code: newsmlG2FindingCodes.badGroup, message, at: {xpath: xpathOf(element)}}
}

/** Conceptual items inside a message, for the finding that they were passed over. */
export function skippedItems(root: XmlElement): XmlElement[] {
  const names = ['conceptitem', 'knowledgeitem', 'planningitem', 'catalogitem']
  return names.includes(localName(root)) ? [root] : descendantsOf(root, ...names)
}
