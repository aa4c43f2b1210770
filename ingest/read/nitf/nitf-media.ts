import type {Finding} from '../../model/finding.ts'
import type {Association, ItemClass, Rendition} from '../../model/news-item.ts'
import {
  attributeOf,
  childrenOf,
  descendantsOf,
  rawTextOf,
  textOf,
  type XmlElement,
  xpathOf,
} from '../xml/xml-tree.ts'
import {nitfFindingCodes} from './codes.ts'

const classes: Readonly<Record<string, ItemClass>> = {
  __proto__: null as never,
  image: 'picture',
  photo: 'picture',
  picture: 'picture',
  graphic: 'graphic',
  video: 'video',
  audio: 'audio',
  text: 'text',
}

/** A `media` element: its references as renditions, every caption, producer and credit. Null when it holds nothing. */
export function toNitfMedia(media: XmlElement, findings: Finding[]): Association | null {
  const references = childrenOf(media, 'media-reference')
  const type = attributeOf(media, 'media-type')?.toLowerCase() ?? ''
  const mimeType = attributeOf(references[0], 'mime-type') ?? ''
  const association: Association = {
    itemClass: classes[type] ?? classOfMime(mimeType),
    name: 'inline',
    captions: [],
    renditions: references.flatMap(toRendition),
  }
  for (const caption of descendantsOf(media, 'media-caption')) {
    const text = textOf(caption)
    if (text && !association.captions.some((known) => known.text === text))
      association.captions.push({text, role: 'caption'})
  }
  for (const reference of references) {
    association.altText ??= attributeOf(reference, 'alternate-text')
    association.creditLine ??= attributeOf(reference, 'source-credit')
    association.copyrightNotice ??= attributeOf(reference, 'copyright')
    const name = attributeOf(reference, 'name')
    // A name without a space is a file's or an archive's.
    if (name && /\s/.test(name)) association.headline ??= name
  }
  const producer = childrenOf(media, 'media-producer').map(textOf).find(Boolean)
  if (producer) association.byline = producer
  readMetadata(media, association)
  // "Byline of media producer" (NITF 3.6): what is printed as the credit where the copy has no other.
  association.creditLine ??= producer
  readObject(media, association, findings)
  for (const key of Object.keys(association) as (keyof Association)[]) {
    if (association[key] === undefined) delete association[key]
  }
  const holds =
    association.renditions.length || association.captions.length || association.altText || association.bytes
  return holds ? association : null
}

function classOfMime(mimeType: string): ItemClass {
  const type = mimeType.split('/')[0]!.toLowerCase()
  return classes[type] ?? (type === 'application' ? 'text' : 'picture')
}

function toRendition(reference: XmlElement): Rendition[] {
  const href = attributeOf(reference, 'source') ?? attributeOf(reference, 'data-location')
  if (!href) return []
  const rendition: Rendition = {href}
  const mimeType = attributeOf(reference, 'mime-type')
  const width = Number.parseInt(attributeOf(reference, 'width') ?? '', 10)
  const height = Number.parseInt(attributeOf(reference, 'height') ?? '', 10)
  const role = attributeOf(reference, 'id') ?? attributeOf(reference, 'class')
  if (mimeType) rendition.mimeType = mimeType
  if (width > 0) rendition.width = width
  if (height > 0) rendition.height = height
  if (role) rendition.role = role
  return [rendition]
}

/** `media-metadata name="credit" value="…"`: NITF names no values; these are the ones in use. */
function readMetadata(media: XmlElement, association: Association): void {
  for (const metadata of childrenOf(media, 'media-metadata')) {
    const name =
      attributeOf(metadata, 'name')
        ?.toLowerCase()
        .replaceAll(/[^a-z]/g, '') ?? ''
    const value = attributeOf(metadata, 'value') || textOf(metadata)
    if (!value) continue
    if (name === 'credit' || name === 'creditline' || name === 'source') association.creditLine ??= value
    else if (name === 'byline' || name === 'photographer') association.byline ??= value
    else if (name === 'copyright') association.copyrightNotice ??= value
    else if (name === 'alttext' || name === 'alternatetext') association.altText ??= value
    else if (name === 'headline' || name === 'title') association.headline ??= value
    else if (name === 'location' || name === 'city') association.located ??= value
    else if (name === 'caption' || name === 'description') {
      if (!association.captions.some(({text}) => text === value))
        association.captions.push({text: value, role: 'caption'})
    }
  }
}

function readObject(media: XmlElement, association: Association, findings: Finding[]): void {
  const object = childrenOf(media, 'media-object').find((candidate) => rawTextOf(candidate).trim())
  if (!object) return
  try {
    const binary = atob(rawTextOf(object).replaceAll(/\s/g, ''))
    association.bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
  } catch {
    findings.push({
      severity: 'warning',
      code: nitfFindingCodes.badObject,
      message: `The bytes of a ${attributeOf(media, 'media-type') ?? 'media'} object are not base64; left out.`,
      at: {xpath: xpathOf(object)},
    })
  }
}
