import {objectsOf, ownText, textOf, type JsonObject} from '../json/access.ts'

/** A text with its role and type, as `headlines`, `descriptions` and `bodies` of ninjs 2 and 3 hold them. */
export interface RoledText {
  value: string
  role?: string
  contentType?: string
  language?: string
}

/**
 * The texts of one kind: the list of ninjs 2 and 3 (`plural`), then `singular` and `singular_role` of ninjs 1. The item's
 * keys are in lower case.
 */
export function roledTexts(item: JsonObject, singular: string, plural: string): RoledText[] {
  const texts: RoledText[] = []
  for (const entry of objectsOf(item[plural])) {
    const value = ownText(entry, 'value')
    if (value === undefined) continue
    const role = ownText(entry, 'role')
    const contentType = ownText(entry, 'contentType', 'contenttype')
    const language = ownText(entry, 'language', 'lang')
    texts.push({
      value,
      ...(role ? {role} : {}),
      ...(contentType ? {contentType} : {}),
      ...(language ? {language} : {}),
    })
  }
  const plain = typeof item[singular] === 'string' ? textOf(item[singular]) : undefined
  if (plain !== undefined) texts.push({value: plain})
  for (const key of Object.keys(item)) {
    if (!key.startsWith(`${singular}_`) || typeof item[key] !== 'string') continue
    const value = textOf(item[key])
    if (value !== undefined) texts.push({value, role: key.slice(singular.length + 1)})
  }
  return texts
}

/** True for a text that holds markup, by its type or role. */
export function isMarkup({contentType, role, value}: RoledText): boolean {
  if (contentType !== undefined) return /html|xml/i.test(contentType)
  if (role !== undefined) return /html|xml/i.test(role)
  return /<(?:p|div|br|h[1-6]|ul|ol|table|section)\b/i.test(value.slice(0, 2000))
}
