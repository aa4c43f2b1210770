import {setEmbargo} from '../wire-text/set-embargo.ts'
import {zipSync} from 'fflate'
import mammoth from 'mammoth'
import type {Finding} from '../../model/finding.ts'
import type {Association, NewsItem, ReadItem} from '../../model/news-item.ts'
import {readDate} from '../dates/read-date.ts'
import {toBlocks} from '../markup/index.ts'
import {elementName, nextNode, textNode, textOf} from '../markup/markup-node.ts'
import {isMarked} from '../markup/opening-blocks.ts'
import {parseMarkup} from '../markup/parse-markup.ts'
import {takePictureLines} from '../markup/picture-lines.ts'
import {takeWrittenHead} from '../markup/written-head.ts'
import {markBehindEnd, markNotesAndContacts} from '../press-release/mark-end.ts'
import type {Detection, Probe, Reader} from '../reader.ts'
import {deriveDateline} from '../wire-text/derive-dateline.ts'
import {findEmbargo} from '../wire-text/find-notices.ts'
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
  "p[style-name='Subtitle'] => h6:fresh",
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
    // The signs that lead back from a note to its place are no words of it.
    markup = value.replaceAll(/\s*<a href="#(?:foot|end)note-ref-[\w-]+">↑<\/a>/g, '')
  } catch (error) {
    return failed({
      code: docxFindingCodes.unreadable,
      message: `The Word document could not be read (${(error as Error).message.slice(0, 120)}). Open and save it again, or send the words as text.`,
    })
  }
  const {blocks, associations, findings} = toBlocks(markup)
  for (const association of associations) takeBytes(association, pictures)
  const properties = readProperties(parts)
  const created = readDate(properties.get('created'), 'the date of creation')
  const changed = readDate(properties.get('modified'), 'the date of the last change')
  for (const date of [created, changed]) if (date?.finding) findings.push(date.finding)
  const title = properties.get('title')
  const language = properties.get('language')
  const item: NewsItem = {
    ...emptyItem(),
    ...(created ? {firstCreated: created.value} : {}),
    ...(changed ? {versionCreated: changed.value} : {}),
    ...(language && /^[a-z]{2,3}(?:-\w{2,8})*$/i.test(language) ? {language} : {}),
    keywords: (properties.get('keywords') ?? '')
      .split(/[,;]/)
      .map((word) => word.trim())
      .filter(Boolean),
    blocks,
    associations,
  }
  readMargins(parts, item)
  const {embargo, placed} = takeWrittenHead(item)
  if (item.headline === undefined && title) {
    item.headline = title
    item.derived = ['headline']
  }
  const words = embargo ?? item.edNotes.map(({text}) => findEmbargo(text)).find((text) => text !== null)
  if (words) {
    const finding: Finding = {
      severity: 'warning',
      code: docxFindingCodes.embargo,
      message: `The document says "${words.slice(0, 120)}". The time was kept as text; set it before publishing.`,
    }
    setEmbargo(item, words, finding, findings)
  }
  takePictureLines(item)
  finishBlocks(item)
  if (placed && item.dateline === undefined) {
    Object.assign(item, placed)
    item.derived = [...(item.derived ?? []), 'dateline', 'located']
  }
  if (!blocks.some(({text}) => text) && item.headline === undefined)
    findings.push({
      severity: 'warning',
      code: docxFindingCodes.unreadable,
      message: 'The Word document has no words. Check that the right file was sent.',
    })
  return {item, findings}
}

function finishBlocks(item: NewsItem): void {
  const blocks = item.blocks ?? []
  markBehindEnd(blocks)
  markNotesAndContacts(blocks)
  for (const [at, block] of blocks.entries()) {
    const isHead =
      block.kind === 'paragraph' && block.furniture === undefined && isMarked(block, 'strong', 80)
    if (!isHead || /[.!?:;,]["”’]?$/.test(block.text) || blocks[at + 1] === undefined) continue
    block.kind = 'crosshead'
    block.level = 2
  }
  deriveDateline(item)
}

/** Comments become notes; so do header and footer where they lay an embargo, else they are left out. */
function readMargins(parts: ReadonlyMap<string, Uint8Array>, item: NewsItem): void {
  for (const [path, part] of parts) {
    const kind = /^word\/(comments|header|footer)\d*\.xml$/i.exec(path)?.[1]?.toLowerCase()
    if (kind === undefined || part.length > 1_000_000) continue
    const root = parseMarkup(new TextDecoder().decode(part), true)
    for (const text of paragraphsOf(root)) {
      if (kind === 'comments') item.edNotes.push({role: 'comment', text, public: false})
      else if (findEmbargo(text) !== null) item.edNotes.push({role: 'embargo', text, public: false})
      else if (/\p{L}{2}/u.test(text) && !item.leftOut?.some((other) => other.text === text))
        (item.leftOut ??= []).push({text, reason: 'outside-the-story'})
    }
  }
}

function paragraphsOf(root: Parameters<typeof textOf>[0]): string[] {
  const paragraphs: string[] = []
  for (let node = nextNode(root, root); node; node = nextNode(node, root)) {
    const name = elementName(node)
    if (name === 'p') paragraphs.push('')
    else if (name === 'tab' || name === 'br') paragraphs.push(`${paragraphs.pop() ?? ''} `)
    else if (node.nodeType === textNode) paragraphs.push((paragraphs.pop() ?? '') + textOf(node))
  }
  return paragraphs.map((text) => text.trim()).filter(Boolean)
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
