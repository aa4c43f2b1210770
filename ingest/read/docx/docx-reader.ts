import {zipSync} from 'fflate'
import mammoth from 'mammoth'
import type {Finding} from '../../model/finding.ts'
import type {Association, NewsItem, ReadItem} from '../../model/news-item.ts'
import {readDate} from '../dates/read-date.ts'
import {toBlocks} from '../markup/index.ts'
import {elementName, nextNode, textNode, textOf} from '../markup/markup-node.ts'
import {takeOpening} from '../markup/opening-blocks.ts'
import {parseMarkup} from '../markup/parse-markup.ts'
import type {Detection, Probe, Reader} from '../reader.ts'
import {docxFindingCodes} from './codes.ts'
import {unpackDocument, type UnpackedDocument} from './unpack-document.ts'

/** Word documents. */
export const docxReader: Reader = {
  format: 'docx',
  title: 'Word document (.docx)',
  detect: detectDocument,
  read: async (bytes) => [await readDocument(bytes)],
}

/** A zip archive with Word's folder in it; the folder's name may stand past the first bytes, then its content types do. */
function detectDocument({head, text, fileName}: Probe): Detection | null {
  if (head[0] !== 0x50 || head[1] !== 0x4b) return null
  if (/word\/(?:document|_rels|styles|media|theme)/.test(text))
    return {score: 0.98, why: 'A zip archive with the parts of a Word document.'}
  if (/\[Content_Types\]\.xml/.test(text) && /\.docx$/i.test(fileName ?? ''))
    return {score: 0.9, why: 'An Office archive named as a Word document.'}
  return null
}

/** Word's own style names by what they are in copy; headings and lists are known to the library. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p.standfirst:fresh",
  "p[style-name='Caption'] => p.caption:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  'u => u',
  'strike => s',
]

/** Pictures are taken out of the markup under names that no address has. */
const pictureName = (index: number) => `document-picture-${index}`

async function readDocument(bytes: Uint8Array): Promise<ReadItem> {
  const parts = unpackDocument(bytes)
  if (typeof parts === 'string') return failed(whyNot(parts))
  const main = [...parts.keys()].some((path) => /^word\/document\d*\.xml$/i.test(path))
  if (!main)
    return failed({
      code: docxFindingCodes.unreadable,
      message: 'The archive has no word/document.xml; it is no Word document, or it is cut.',
    })
  const pictures: {bytes: Uint8Array<ArrayBuffer>; mimeType: string}[] = []
  let markup: string
  try {
    // Only what was unpacked within bounds goes on to the library, as it was counted.
    const counted = zipSync(Object.fromEntries(parts), {level: 0})
    const {value} = await mammoth.convertToHtml(
      {buffer: counted, arrayBuffer: counted.buffer} as unknown as {arrayBuffer: ArrayBuffer},
      {
        styleMap,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async (image) => {
          const content = new Uint8Array(await image.readAsArrayBuffer())
          return {src: pictureName(pictures.push({bytes: content, mimeType: image.contentType}) - 1)}
        }),
      },
    )
    markup = value
  } catch (error) {
    return failed({
      code: docxFindingCodes.unreadable,
      message: `The Word document could not be read (${(error as Error).message.slice(0, 120)}). Open and save it again, or send the words as text.`,
    })
  }
  const {blocks, associations, findings} = toBlocks(markup)
  for (const association of associations) takeBytes(association, pictures)
  const properties = readProperties(parts)
  const opening = takeOpening(blocks)
  const created = readDate(properties.get('created'), 'the date of creation')
  const changed = readDate(properties.get('modified'), 'the date of the last change')
  for (const date of [created, changed]) if (date?.finding) findings.push(date.finding)
  const title = properties.get('title')
  const language = properties.get('language')
  const item: NewsItem = {
    ...emptyItem(),
    ...(opening.headline
      ? {headline: opening.headline}
      : title
        ? {headline: title, derived: ['headline']}
        : {}),
    ...(opening.byline ? {byline: opening.byline} : {}),
    ...(created ? {firstCreated: created.value} : {}),
    ...(changed ? {versionCreated: changed.value} : {}),
    ...(language && /^[a-z]{2,3}(?:-\w{2,8})*$/i.test(language) ? {language} : {}),
    keywords: (properties.get('keywords') ?? '')
      .split(/[,;]/)
      .map((word) => word.trim())
      .filter(Boolean),
    blocks: opening.blocks,
    associations,
  }
  if (!blocks.some(({text}) => text))
    findings.push({
      severity: 'warning',
      code: docxFindingCodes.unreadable,
      message: 'The Word document has no words. Check that the right file was sent.',
    })
  return {item, findings}
}

function takeBytes(
  association: Association,
  pictures: readonly {bytes: Uint8Array; mimeType: string}[],
): void {
  const named = association.renditions.find(({href}) => href.startsWith('document-picture-'))
  const picture = named && pictures[Number(named.href.slice('document-picture-'.length))]
  if (!picture) return
  association.renditions = association.renditions.filter((rendition) => rendition !== named)
  association.bytes = picture.bytes
}

/** The document's core properties (ECMA-376 part 2, section 11) by local name. */
function readProperties(parts: ReadonlyMap<string, Uint8Array>): Map<string, string> {
  const properties = new Map<string, string>()
  const part = parts.get('docProps/core.xml')
  if (!part || part.length > 1_000_000) return properties
  const root = parseMarkup(new TextDecoder().decode(part), true)
  for (let node = nextNode(root, root); node; node = nextNode(node, root)) {
    if (node.nodeType !== textNode || !node.parentNode) continue
    const text = textOf(node).trim()
    if (text) properties.set(elementName(node.parentNode), text)
  }
  return properties
}

function whyNot(reason: Extract<UnpackedDocument, string>): {code: string; message: string} {
  if (reason === 'too-large')
    return {
      code: docxFindingCodes.tooLarge,
      message:
        'The Word document unpacks to more than 192 MB (24 MB of text); nothing was read. Send the words without the pictures.',
    }
  if (reason === 'encrypted')
    return {
      code: docxFindingCodes.encrypted,
      message: 'The Word document is encrypted; nothing was read. Save it without a password.',
    }
  return {
    code: docxFindingCodes.unreadable,
    message: 'The Word document is damaged or cut; nothing was read. Send it again.',
  }
}

function failed({code, message}: {code: string; message: string}): ReadItem {
  const findings: Finding[] = [{severity: 'error', code, message}]
  return {item: {...emptyItem(), blocks: []}, findings}
}

function emptyItem(): NewsItem {
  return {
    format: 'docx',
    itemClass: 'text',
    pubStatus: 'usable',
    signals: [],
    edNotes: [],
    subjects: [],
    genres: [],
    keywords: [],
    associations: [],
    encoding: {used: 'utf-8'},
  }
}
