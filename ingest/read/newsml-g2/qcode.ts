import type {ItemClass} from '../../model/news-item.ts'
import {attributeOf, childrenOf, textOf, type XmlElement} from '../xml/xml-tree.ts'

/** The part of a QCode after its alias: `stat:usable` is `usable`. */
export function codeOf(element: XmlElement | undefined): string | undefined {
  const qcode = attributeOf(element, 'qcode')
  if (!qcode) return undefined
  return qcode.slice(qcode.indexOf(':') + 1) || undefined
}

/** The code of a term that may be named by its QCode, by its URI (`…/pubstatusg2/canceled`) or in a word. */
export function termOf(element: XmlElement | undefined): string | undefined {
  return codeOf(element) ?? uriParts(element)?.code ?? (attributeOf(element, 'literal')?.trim() || undefined)
}

/** The last two parts of the URI of a term: its scheme and its code, in lower case. */
export function uriParts(element: XmlElement | undefined): {scheme: string; code: string} | undefined {
  const [code, scheme] =
    attributeOf(element, 'uri')?.toLowerCase().replace(/\/$/, '').split(/[/#]/).reverse() ?? []
  return code && scheme ? {scheme, code} : undefined
}

/** A role without its alias, in lower case: `drol:caption` and `descRole:caption` are both `caption`. */
export function roleOf(element: XmlElement): string {
  const role = attributeOf(element, 'role') ?? ''
  return role.slice(role.indexOf(':') + 1).toLowerCase()
}

/**
 * What a person would call a concept: its name in the wanted language, else its first full name, its literal, the code, the
 * last part of its URI. Names that are mere abbreviations (`nrol:mnemonic`, `nrol:short`) come last.
 */
export function nameOf(element: XmlElement | undefined, language?: string): string | undefined {
  if (!element) return undefined
  return (
    namedOf(element, language) ??
    attributeOf(element, 'literal') ??
    codeOf(element) ??
    attributeOf(element, 'uri')
      ?.replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/\/$/, '')
  )
}

/** The name that is written in the element, none when there is only a code. */
export function namedOf(element: XmlElement, language?: string): string | undefined {
  const names = childrenOf(element, 'name').filter((name) => textOf(name))
  const full = names.filter((name) => !/:(?:mnemonic|short)$/.test(attributeOf(name, 'role') ?? ''))
  const chosen = byLanguage(full, language) ?? byLanguage(names, language)
  return (chosen && textOf(chosen)) || undefined
}

/** The element in the wanted language, or the first. */
export function byLanguage(elements: readonly XmlElement[], language?: string): XmlElement | undefined {
  const wanted = language?.toLowerCase()
  if (wanted) {
    const base = wanted.split('-', 1)[0]!
    const tagged = elements.find((element) => attributeOf(element, 'lang')?.toLowerCase() === wanted)
    const near = elements.find(
      (element) => attributeOf(element, 'lang')?.toLowerCase().split('-', 1)[0] === base,
    )
    if (tagged ?? near) return tagged ?? near
  }
  return elements[0]
}

const itemClasses: ReadonlySet<string> = new Set([
  'text',
  'picture',
  'video',
  'audio',
  'graphic',
  'composite',
])

/** `itemClass` from its QCode or a MIME type; undefined for what is neither. */
export function toItemClass(element: XmlElement | undefined, mimeType?: string): ItemClass | undefined {
  const code = termOf(element)?.toLowerCase()
  if (code && itemClasses.has(code)) return code as ItemClass
  if (code === 'photo' || code === 'image') return 'picture'
  if (code === 'animated') return 'graphic'
  const type = mimeType?.toLowerCase().split('/', 1)[0]
  if (type === 'image') return 'picture'
  if (type === 'video' || type === 'audio' || type === 'text') return type
  return undefined
}
