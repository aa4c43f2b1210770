import type {Finding} from '../model/finding.ts'
import type {ReadItem} from '../model/news-item.ts'
import {readFindingCodes} from './codes.ts'
import {detect} from './detect.ts'
import {addDetectedLanguage} from './language/detect-language.ts'
import {readers} from './readers.ts'
import {decodeText} from './text/index.ts'

/** How deep copy may be packed in copy: a zip in an e-mail in a zip. */
const maxNesting = 3

export interface ReadHints {
  fileName?: string
  contentType?: string
  /** Reads it as this format whatever it looks like. */
  format?: string
}

/** What `readCopy` found in a piece of copy. */
export interface ReadCopy {
  format: string
  /** The evidence for the format, in words. */
  why: string
  items: ReadItem[]
  /** The decoded text, exactly; null when the copy is binary. */
  raw: string | null
  /** About the copy as a whole; each item has its own. */
  findings: Finding[]
}

/** Formats whose bytes are not text. */
const binaryFormats: ReadonlySet<string> = new Set(['photo', 'zip', 'docx'])

/**
 * Reads copy of any format this package knows. Bad copy gives findings, never an exception; a `format` that does not exist
 * throws, with the list of those that do.
 */
export async function readCopy(bytes: Uint8Array, hints: ReadHints = {}, depth = 0): Promise<ReadCopy> {
  if (hints.format && !readers.some((reader) => reader.format === hints.format))
    throw new RangeError(
      `There is no format "${hints.format}". Known formats: ${readers.map((reader) => reader.format).join(', ')}.`,
    )
  const detected = hints.format
    ? {format: hints.format, why: 'as told'}
    : (detect(bytes, readers, hints) ?? {format: 'text', why: 'nothing else claims it'})
  const reader = readers.find(({format}) => format === detected.format)
  if (!reader) throw new Error(`The reader list has no "${detected.format}".`)
  const findings: Finding[] = []
  const items: ReadItem[] = []
  try {
    items.push(
      ...(await reader.read(bytes, {
        ...(hints.fileName ? {fileName: hints.fileName} : {}),
        ...(hints.contentType ? {contentType: hints.contentType} : {}),
        readNested: async (nested, nestedHints) => {
          if (depth + 1 > maxNesting)
            throw new RangeError(`Copy is packed in copy more than ${maxNesting} deep.`)
          return (await readCopy(nested, nestedHints, depth + 1)).items
        },
      })),
    )
  } catch (error) {
    findings.push({
      severity: 'error',
      code: readFindingCodes.readerFailed,
      message: `The ${reader.title} reader failed on this copy (${(error as Error).message}). Nothing was read from it; please report it with the file.`,
    })
  }
  if (bytes.byteLength > 0 && items.length === 0 && findings.length === 0)
    findings.push({
      severity: 'error',
      code: readFindingCodes.noItem,
      message: `No news item was found in this ${reader.title} copy of ${bytes.byteLength} bytes. Check that the file is whole.`,
    })
  for (const {item} of items) addDetectedLanguage(item)
  return {...detected, items, raw: toRaw(bytes, detected.format), findings}
}

/** The text of text copy; null where the bytes are no text, or decoding them loses something. */
function toRaw(bytes: Uint8Array, format: string): string | null {
  if (binaryFormats.has(format)) return null
  const {text} = decodeText(bytes)
  return text.includes('\u0000') || text.includes('\uFFFD') || !text.isWellFormed() ? null : text
}
