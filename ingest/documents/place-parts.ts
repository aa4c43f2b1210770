import type {StoredDocument} from '../reconcile/types.ts'
import {createKeys} from './ids.ts'
import type {CaptionedImage, JoinedPart, Keyed} from './types.ts'

/**
 * An article with the parts of its package that came in other copy: the first becomes the lead image where there is none, the others stand at the end of the body,
 * in the package's order. One that the article shows already is not shown twice. `wire.parts` says which were joined, so that the same can be made of the stored copy again.
 */
export function placeParts(article: StoredDocument, parts: Keyed<JoinedPart>[]): StoredDocument {
  if (parts.length === 0) return article
  const nextKey = createKeys('part')
  const body = Array.isArray(article.body) ? (article.body as CaptionedImage[]) : []
  const wire = article.wire as Record<string, unknown>
  let lead = article.leadImage as CaptionedImage | undefined
  const shown = new Set([lead, ...body].flatMap((image) => (image ? namesOf(image) : [])))
  const added: Keyed<CaptionedImage>[] = []
  for (const part of parts) {
    const names = namesOf(part)
    if (names.length === 0 || names.some((name) => shown.has(name))) continue
    for (const name of names) shown.add(name)
    const image = toImage(part)
    if (lead) added.push({...image, _key: nextKey(names[0]!)})
    else lead = image
  }
  return {
    ...article,
    ...(lead ? {leadImage: lead} : {}),
    body: [...body, ...added],
    wire: {...wire, parts},
  }
}

function namesOf({caption, sourceUrl}: {caption?: {_ref: string}; sourceUrl?: string}): string[] {
  return caption ? [caption._ref] : sourceUrl ? [sourceUrl] : []
}

function toImage({caption, sourceUrl}: JoinedPart): CaptionedImage {
  return {
    _type: 'captionedImage',
    ...(caption ? {caption: {_type: 'reference', _ref: caption._ref}} : {}),
    ...(sourceUrl ? {sourceUrl} : {}),
  }
}
