import {anpa1312Reader} from '../../../ingest/read/anpa1312/anpa1312-reader.ts'
import {apReader} from '../../../ingest/read/ap/ap-reader.ts'
import {detect} from '../../../ingest/read/detect.ts'
import {dpaReader} from '../../../ingest/read/dpa/dpa-reader.ts'
import {emailReader} from '../../../ingest/read/email/email-reader.ts'
import {iptc7901Reader} from '../../../ingest/read/iptc7901/iptc7901-reader.ts'
import {ninjsReader} from '../../../ingest/read/ninjs/ninjs-reader.ts'
import {paReader} from '../../../ingest/read/pa/pa-reader.ts'
import {photoReader} from '../../../ingest/read/photo/photo-reader.ts'
import {pressReleaseReader} from '../../../ingest/read/press-release/press-release-reader.ts'
import type {Reader} from '../../../ingest/read/reader.ts'
import {textReader} from '../../../ingest/read/text/index.ts'
import {zczcReader} from '../../../ingest/read/zczc/zczc-reader.ts'
import {zipReader} from '../../../ingest/read/zip/zip-reader.ts'
import type {ReadItem} from '../../../ingest/model/news-item.ts'

/** The readers that are tested here, and plain text for what is none of theirs. */
export const wireReaders: readonly Reader[] = [
  ninjsReader,
  apReader,
  dpaReader,
  paReader,
  anpa1312Reader,
  iptc7901Reader,
  zczcReader,
  pressReleaseReader,
  emailReader,
  photoReader,
  zipReader,
  textReader,
]

/** Reads copy as the importer does: by content, with copy in copy up to three deep. */
export async function readWire(
  bytes: Uint8Array,
  hints: {fileName?: string; contentType?: string} = {},
  depth = 0,
): Promise<{format: string; items: ReadItem[]}> {
  const format = detect(bytes, wireReaders, hints)?.format ?? 'text'
  const reader = wireReaders.find((candidate) => candidate.format === format) ?? textReader
  const items = await reader.read(bytes, {
    ...hints,
    readNested: async (nested, nestedHints) => {
      if (depth >= 3) throw new RangeError('Copy is packed in copy more than 3 deep.')
      return (await readWire(nested, nestedHints, depth + 1)).items
    },
  })
  return {format, items}
}
