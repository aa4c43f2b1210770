import type {ReadItem} from '../model/news-item.ts'

/** The beginning of a piece of copy, for telling its format by its content. */
export interface Probe {
  /** The first bytes (up to 64 KiB) as received. */
  head: Uint8Array
  /** The same decoded for looking at: byte-order mark honoured, else as UTF-8 with Latin-1 for what is not. */
  text: string
  size: number
  /** What the sender says; a hint that never outweighs the content. */
  fileName?: string
  contentType?: string
}

/** How sure a reader is that copy is in its format: 1 certain (a signature), 0.5 likely; and the evidence in words. */
export interface Detection {
  score: number
  why: string
}

/** What a reader may be told about the copy besides its bytes. */
export interface ReadContext {
  fileName?: string
  contentType?: string
  /** Reads copy of any format: for containers (zip, e-mail attachments). Depth is capped by the caller. */
  readNested?: (bytes: Uint8Array, hints: {fileName?: string; contentType?: string}) => Promise<ReadItem[]>
}

/**
 * One format. A reader never throws on bad copy: what cannot be read is an `error` finding on an item that holds what
 * could be. A file of several items gives several; one bad item leaves the others alone.
 */
export interface Reader {
  /** The folder's name. */
  format: string
  /** One line for `docs/formats.md`. */
  title: string
  detect(probe: Probe): Detection | null
  read(bytes: Uint8Array, context: ReadContext): ReadItem[] | Promise<ReadItem[]>
  /** For formats whose files are large: items one by one, in bounded memory. */
  readStream?(chunks: AsyncIterable<Uint8Array>, context: ReadContext): AsyncIterable<ReadItem>
  /**
   * For formats whose files are archives: cuts a large one into copies of the same format, each with a few of its items and all that
   * they need of the rest, so that each is imported and kept on record by itself. `open` reads the file from its beginning, each time.
   */
  slice?(open: () => AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>
}
