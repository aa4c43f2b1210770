import {newsmlG2Reader} from '../../../ingest/read/newsml-g2/index.ts'
import {newsml1Reader} from '../../../ingest/read/newsml1/index.ts'
import {nitfReader} from '../../../ingest/read/nitf/index.ts'
import type {Reader} from '../../../ingest/read/reader.ts'
import {ritzauReader} from '../../../ingest/read/ritzau/index.ts'
import {rssReader} from '../../../ingest/read/rss/index.ts'
import {textReader} from '../../../ingest/read/text/index.ts'
import {wxrReader} from '../../../ingest/read/wxr/index.ts'
import type {ReadItem} from '../../../ingest/model/news-item.ts'

/** The readers of XML formats, by their format. */
export const xmlReaders: Readonly<Record<string, Reader>> = {
  nitf: nitfReader,
  'newsml-g2': newsmlG2Reader,
  newsml1: newsml1Reader,
  rss: rssReader,
  wxr: wxrReader,
  ritzau: ritzauReader,
}

/** With plain text, for what is none of theirs. */
export const readersForDetection: readonly Reader[] = [...Object.values(xmlReaders), textReader]

/** Reads copy with one reader, whatever it looks like. */
export async function readAs(format: string, copy: Uint8Array | string): Promise<ReadItem[]> {
  const reader = xmlReaders[format]
  if (!reader) throw new Error(`There is no reader "${format}".`)
  return reader.read(typeof copy === 'string' ? new TextEncoder().encode(copy) : copy, {})
}
