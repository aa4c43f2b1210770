import type {Attachment} from 'postal-mime'
import type {Finding} from '../../model/finding.ts'
import type {Association, ItemClass, NewsItem, ReadItem} from '../../model/news-item.ts'
import type {ReadContext} from '../reader.ts'
import {emailFindingCodes} from './codes.ts'

/** Text shorter than this beside a message is a note or a signature, no story of its own. */
const shortestStory = 300

/**
 * Pictures and other media of a message become its associations, with the captions that stand inside them; other copy
 * (text, documents, zips) is read as items of its own. `inline` holds the associations that the body already shows, by content id.
 */
export async function readAttachments(
  attachments: readonly Attachment[],
  inline: ReadonlyMap<string, Association>,
  item: NewsItem,
  findings: Finding[],
  context: ReadContext,
): Promise<ReadItem[]> {
  const items: ReadItem[] = []
  for (const attachment of attachments) {
    if (isNoCopy(attachment)) {
      ;(item.leftOut ??= []).push({
        text: attachment.filename ?? attachment.mimeType,
        reason: 'outside-the-story',
      })
      continue
    }
    const bytes = toBytes(attachment.content)
    const shown =
      attachment.contentId === undefined ? undefined : inline.get(attachment.contentId.replace(/^<|>$/g, ''))
    const itemClass = classOf(attachment.mimeType, attachment.filename)
    if (itemClass === null) {
      const read = await readNested(attachment, bytes, findings, context)
      if (
        read !== null &&
        (read.some((part) => part.item.format !== 'text') || bytes.length >= shortestStory)
      ) {
        items.push(...read)
        continue
      }
    }
    const association: Association = shown ?? {itemClass: itemClass ?? 'text', captions: [], renditions: []}
    association.bytes = bytes
    if (attachment.filename) association.name = attachment.filename
    if (attachment.description) association.captions.push({text: attachment.description, role: 'description'})
    if (itemClass === 'picture') await addOwnCaptions(attachment, bytes, association, context)
    delete association.missing
    if (!shown) item.associations.push(association)
  }
  return items
}

/** Dates, visiting cards, signatures and reports of the post: they come along and are no copy. */
function isNoCopy({mimeType, filename}: Attachment): boolean {
  return (
    /^(?:text\/(?:calendar|(?:x-)?vcard|directory|rfc822-headers)|message\/(?:delivery-status|disposition-notification)|application\/(?:ics|pgp-(?:signature|keys)|(?:x-)?pkcs7-signature))$/i.test(
      mimeType,
    ) || /\.(?:ics|vcf|asc|p7s|sig)$/i.test(filename ?? '')
  )
}

/** Takes over what a picture says of itself (IPTC, XMP, Exif) where the message says nothing. */
async function addOwnCaptions(
  attachment: Attachment,
  bytes: Uint8Array,
  association: Association,
  context: ReadContext,
): Promise<void> {
  const read = await readNested(attachment, bytes, [], context)
  const own = read?.find((part) => part.item.format === 'photo')?.item.associations[0]
  if (own === undefined) return
  for (const caption of own.captions) {
    if (!association.captions.some(({text}) => text === caption.text)) association.captions.push(caption)
  }
  for (const key of [
    'headline',
    'creditLine',
    'byline',
    'copyrightNotice',
    'usageTerms',
    'located',
    'altText',
  ] as const) {
    const value = own[key]
    if (value !== undefined) association[key] ??= value
  }
}

async function readNested(
  attachment: Attachment,
  bytes: Uint8Array,
  findings: Finding[],
  context: ReadContext,
): Promise<ReadItem[] | null> {
  if (!context.readNested || bytes.length === 0) return null
  try {
    return await context.readNested(bytes, {
      ...(attachment.filename ? {fileName: attachment.filename} : {}),
      contentType: attachment.mimeType,
    })
  } catch (error) {
    findings.push({
      severity: 'warning',
      code: emailFindingCodes.attachment,
      message: `The attachment "${(attachment.filename ?? attachment.mimeType).slice(0, 80)}" was not read: ${(error as Error).message}`,
    })
    return null
  }
}

function classOf(mimeType: string, fileName: string | null): ItemClass | null {
  if (mimeType.startsWith('image/') || /\.(?:jpe?g|png|gif|webp|tiff?|heic|avif)$/i.test(fileName ?? ''))
    return 'picture'
  if (mimeType.startsWith('video/')) return 'video'
  if (mimeType.startsWith('audio/')) return 'audio'
  return null
}

function toBytes(content: Attachment['content']): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content)
  return content instanceof Uint8Array ? content : new Uint8Array(content)
}
