import {parseXml} from '../xml/parse-xml.ts'
import {attributeOf, childrenOf, descendantsOf, elementsIn, textOf, type XmlElement} from '../xml/xml-tree.ts'

/** A value of an XMP property with its language, where it has one. */
export interface XmpValue {
  text: string
  language?: string
}

/** Properties by local name in lower case (`description`, `creator`, `headline` …), each with its values in order. */
export type Xmp = ReadonlyMap<string, XmpValue[]>

const longestPacket = 4 * 1024 * 1024

/**
 * Reads the properties of XMP packets (ISO 16684-1): those written as attributes and those written as elements, bags,
 * sequences and alternatives. Prefixes are left out: the properties that news uses have names of their own. Never throws.
 */
export function readXmp(packets: readonly string[]): Xmp {
  const properties = new Map<string, XmpValue[]>()
  for (const packet of packets) {
    const {root} = parseXml(packet.slice(0, longestPacket))
    if (!root) continue
    const described =
      root.localName === 'description'
        ? [root]
        : descendantsOf(root, 'description').filter((element) => /^rdf:/i.test(element.name))
    for (const description of described) {
      for (const name of Object.keys(description.attribs))
        add(properties, name, [{text: description.attribs[name] ?? ''}])
      for (const child of childrenOf(description)) {
        add(properties, child.name, valuesOf(child))
        if (/:Location(?:Created|Shown)$/i.test(child.name)) addPlace(properties, child)
      }
    }
  }
  return properties
}

function add(properties: Map<string, XmpValue[]>, name: string, values: readonly XmpValue[]): void {
  if (/^(?:xmlns|rdf)(?::|$)/i.test(name)) return
  const key = name.slice(name.indexOf(':') + 1).toLowerCase()
  const known = properties.get(key) ?? []
  for (const value of values) {
    const text = value.text.replaceAll('\0', '').trim()
    if (text !== '' && !known.some((other) => other.text === text)) known.push({...value, text})
  }
  if (known.length > 0) properties.set(key, known)
}

/** A structure's fields, as `locationcreated/city`; the first place of several. */
function addPlace(properties: Map<string, XmpValue[]>, property: XmlElement): void {
  const key = property.name.slice(property.name.indexOf(':') + 1)
  for (const element of elementsIn(property)) {
    const field = /:(City|ProvinceState|CountryName|Sublocation)$/i.exec(element.name)?.[1]
    if (field !== undefined) add(properties, `${key}/${field}`, valuesOf(element))
    for (const name of Object.keys(element.attribs)) {
      const own = /:(City|ProvinceState|CountryName|Sublocation)$/i.exec(name)?.[1]
      if (own !== undefined) add(properties, `${key}/${own}`, [{text: element.attribs[name] ?? ''}])
    }
  }
}

function valuesOf(property: XmlElement): XmpValue[] {
  const items: XmpValue[] = []
  for (const element of elementsIn(property)) {
    if (element.localName !== 'li') continue
    const language = attributeOf(element, 'xml:lang')
    const value = {text: wordsOf(element), ...(language && language !== 'x-default' ? {language} : {})}
    // The default is the first one, wherever it stands (ISO 16684-1, section 8.2.2.4).
    if (language === 'x-default') items.unshift(value)
    else items.push(value)
  }
  return items.length > 0 ? items : [{text: wordsOf(property)}]
}

/** Text with its line breaks, which captions have; other white space as one space. */
function wordsOf(element: XmlElement): string {
  const lines: string[] = []
  const stack = element.children.toReversed()
  while (stack.length > 0) {
    const node = stack.pop()
    if (!node) continue
    if ('data' in node && typeof node.data === 'string') lines.push(node.data)
    else if ('children' in node) stack.push(...node.children.toReversed())
  }
  const text = lines.join('')
  return text.includes('\n')
    ? text
        .split('\n')
        .map((line) => line.trim())
        .join('\n')
        .trim()
    : textOf(element)
}
