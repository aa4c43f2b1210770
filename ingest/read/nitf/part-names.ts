import {elementsIn, isElement, localName, XmlText, type XmlElement} from '../xml/xml-tree.ts'

/** Parts of a name or a place that NITF writes one after the other, often without white space. */
const parts = new Set([
  'name.given',
  'name.family',
  'function',
  'sublocation',
  'city',
  'state',
  'region',
  'country',
])

/** Sets the parts of names and places apart: `<name.given>Bo</name.given><name.family>Skar</name.family>` is Bo Skar. */
export function partNames(root: XmlElement): void {
  for (const element of elementsIn(root)) {
    if (parts.has(localName(element)) && isElement(element.prev) && parts.has(localName(element.prev)))
      partFrom(element)
  }
}

/** Puts a space before an element that stands right after another's words. */
export function partFrom(element: XmlElement): void {
  let before: unknown = element.prev
  while (isElement(before)) before = before.children.at(-1)
  if (before instanceof XmlText) before.data += ' '
}
