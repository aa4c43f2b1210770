import {parseItem, type ParsedItem} from './parse-copy.ts'
import {detect} from './read/detect.ts'
import {addDetectedLanguage} from './read/language/detect-language.ts'
import {readers} from './read/readers.ts'

/** Copy that can be read item by item, with the evidence for its format. */
export interface CopyStream {
  format: string
  why: string
  items: AsyncGenerator<ParsedItem>
}

/**
 * Parses large copy item by item in bounded memory. `head` is its first bytes (64 KiB tell the format), `chunks` all of it.
 * Null when the format is not one that streams: then the copy must be read whole, with `parseCopy`.
 */
export function parseStream(
  head: Uint8Array,
  chunks: AsyncIterable<Uint8Array>,
  hints: {fileName?: string; contentType?: string} = {},
): CopyStream | null {
  const detected = detect(head, readers, hints)
  const reader = readers.find(({format}) => format === detected?.format)
  if (!detected || !reader?.readStream) return null
  return {format: detected.format, why: detected.why, items: parseAll(reader.readStream(chunks, hints))}
}

async function* parseAll(items: ReturnType<NonNullable<(typeof readers)[number]['readStream']>>) {
  for await (const read of items) {
    addDetectedLanguage(read.item)
    yield parseItem(read)
  }
}
