import type {Association} from '../../model/news-item.ts'

/** Adds a picture unless it is there already (by its id or one of its addresses); then the two become one. Gives its index. */
export function addAssociation(associations: Association[], association: Association): number {
  const addresses = new Set(association.renditions.map(({href}) => href))
  const index = associations.findIndex(
    (candidate) =>
      (candidate.uri !== undefined && candidate.uri === association.uri) ||
      candidate.renditions.some(({href}) => addresses.has(href)),
  )
  if (index < 0) return associations.push(association) - 1
  mergeInto(associations[index]!, association)
  return index
}

/** Adds to `known` what `association` has beside it; what both have stays as `known` has it. */
export function mergeInto(known: Association, association: Association): void {
  known.uri ??= association.uri
  for (const caption of association.captions) {
    if (!known.captions.some(({text}) => text === caption.text)) known.captions.push(caption)
  }
  for (const rendition of association.renditions) {
    const same = known.renditions.find(({href}) => href === rendition.href)
    if (same) Object.assign(same, {...rendition, ...same})
    else known.renditions.push(rendition)
  }
  const fields = [
    'headline',
    'altText',
    'creditLine',
    'byline',
    'copyrightNotice',
    'usageTerms',
    'located',
    'name',
  ] as const
  for (const field of fields) {
    const value = association[field]
    if (value !== undefined) known[field] ??= value
  }
  if (known.uri === undefined) delete known.uri
}
