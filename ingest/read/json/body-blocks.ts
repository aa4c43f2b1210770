import type {Association, BodyBlock} from '../../model/news-item.ts'
import type {Finding} from '../../model/finding.ts'
import {toBlocks, type MarkupOptions} from '../markup/index.ts'

/** NITF's own elements, which stand in bodies that are sent as HTML. */
const nitfRoles: MarkupOptions['roles'] = {hl1: 'crosshead', hl2: 'crosshead', block: 'block'}

/**
 * Running copy in HTML as blocks. A picture that stands in the copy and among the item's parts (one address, or one
 * caption) is one association: the block points at the part, which takes over what the copy adds.
 */
export function bodyBlocks(
  markup: string,
  associations: Association[],
): {blocks: BodyBlock[]; findings: Finding[]} {
  const known = associations.length
  const {blocks, findings} = toBlocks(markup, {associations, roles: nitfRoles})
  if (known === 0 || associations.length === known) return {blocks, findings}
  const shown = associations.splice(known)
  const places = shown.map((picture) => {
    const same = associations.slice(0, known).findIndex((part) => isSame(part, picture))
    if (same === -1) return associations.push(picture) - 1
    complete(associations[same]!, picture)
    return same
  })
  for (const block of blocks) {
    if (block.association !== undefined && block.association >= known)
      block.association = places[block.association - known] ?? block.association
  }
  return {blocks, findings}
}

function isSame(part: Association, picture: Association): boolean {
  if (part.renditions.some(({href}) => picture.renditions.some((other) => other.href === href))) return true
  return part.captions.some(({text}) =>
    picture.captions.some((other) => other.text.length > 20 && squeeze(other.text) === squeeze(text)),
  )
}

function complete(part: Association, picture: Association): void {
  for (const caption of picture.captions) {
    if (!part.captions.some(({text}) => squeeze(text) === squeeze(caption.text))) part.captions.push(caption)
  }
  for (const rendition of picture.renditions) {
    if (!part.renditions.some(({href}) => href === rendition.href)) part.renditions.push(rendition)
  }
  if (picture.altText !== undefined) part.altText ??= picture.altText
  if (picture.creditLine !== undefined) part.creditLine ??= picture.creditLine
  if (part.renditions.length > 0) delete part.missing
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase()
}
