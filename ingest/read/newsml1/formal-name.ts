import {attributeOf, childrenOf, textOf, type XmlElement} from '../xml/xml-tree.ts'

/** NewsML 1 writes most values as `FormalName`; undefined for none. */
export function formalName(element: XmlElement | undefined): string | undefined {
  return attributeOf(element, 'formalname')?.replaceAll(/\s+/g, ' ')
}

/** Values of `Property` elements of one name, in order. */
export function propertiesOf(parent: XmlElement | undefined, name: string): string[] {
  return childrenOf(parent, 'property').flatMap((property) => {
    if (formalName(property)?.toLowerCase() !== name.toLowerCase()) return []
    const value = attributeOf(property, 'value') || textOf(property)
    return value ? [value] : []
  })
}
