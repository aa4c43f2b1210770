import type {MarkKind} from './inline-buffer.ts'
import {attributeOf, type MarkupNode} from './markup-node.ts'

const captionClass = /(?:^|[\s_-])(?:fig|image|img|photo|picture|media)?captions?(?:[\s_-]|text|$)/i
const captionInCamelCase = /[a-z]Caption(?:[^a-z]|$)/
const creditClass =
  /(?:^|[\s_-])(?:credits?|copyright|photographer|image-?source|photo-?by|image-?by|courtesy|agency|attribution)(?:[\s_-]|$)/i

/** The class names of an element and its microdata property. */
export function classesOf(node: MarkupNode): string {
  const itemprop = attributeOf(node, 'itemprop')
  const className = attributeOf(node, 'class')
  return itemprop ? `${className} ${itemprop}` : className
}

/** True for names that publishing systems give to captions. */
export function isCaptionClass(className: string): boolean {
  return captionClass.test(className) || captionInCamelCase.test(className)
}

/** True for names that publishing systems give to picture credits. */
export function isCreditClass(className: string): boolean {
  return creditClass.test(className)
}

/** True for an element that its own attributes hide. */
export function isHidden(node: MarkupNode): boolean {
  const attributes = (node as {attribs?: Record<string, string>}).attribs
  if (attributes && !('style' in attributes) && !('hidden' in attributes)) return false
  const style = attributeOf(node, 'style')
  if (style && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)) return true
  if (attributes) return 'hidden' in attributes
  return (node as {hasAttribute?: (name: string) => boolean}).hasAttribute?.('hidden') ?? false
}

/** The marks that an element's own style sets, as word processors and mail programs write them. */
export function styleMarks(node: MarkupNode): MarkKind[] {
  const style = attributeOf(node, 'style')
  if (!style) return []
  const marks: MarkKind[] = []
  if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) marks.push('strong')
  if (/font-style\s*:\s*italic/i.test(style)) marks.push('em')
  return marks
}
