/** A member of a body, as far as it is compared. */
export interface ComparedElement {
  _key: string
  _type: string
  children?: {text?: string}[]
  [field: string]: unknown
}

/** One place where article and copy differ. `after` is the key of the article's element that it stands behind; null is the start. */
export type BodyDifference =
  | {kind: 'edited'; key: string; before: string; now: string; base: ComparedElement}
  | {kind: 'removed'; key: string; before: string; base: ComparedElement; after: string | null}
  | {kind: 'added'; key: string; now: string}

/**
 * Where an article's body differs from the one its copy makes: blocks are known by their keys, which are the same at every import.
 * Only words count; a picture or a newsletter block counts as there or not there.
 */
export function compareBodies(base: ComparedElement[], now: ComparedElement[]): BodyDifference[] {
  const nowByKey = new Map(now.map((element) => [element._key, element]))
  const baseKeys = new Set(base.map((element) => element._key))
  const differences: BodyDifference[] = []
  let after: string | null = null
  for (const element of base) {
    const here = nowByKey.get(element._key)
    const before = toPlainText(element)
    if (!here) differences.push({kind: 'removed', key: element._key, before, base: element, after})
    else {
      const text = toPlainText(here)
      if (text !== before)
        differences.push({kind: 'edited', key: element._key, before, now: text, base: element})
      after = element._key
    }
  }
  for (const element of now)
    if (!baseKeys.has(element._key) && toPlainText(element).trim() !== '')
      differences.push({kind: 'added', key: element._key, now: toPlainText(element)})
  return differences
}

/** The words of a text block; empty for every other element. */
export function toPlainText(element: ComparedElement): string {
  if (element._type !== 'block' || !Array.isArray(element.children)) return ''
  return element.children.map((span) => span.text ?? '').join('')
}
