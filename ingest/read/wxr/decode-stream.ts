import {decodeBytes, labelOf} from '../encoding/decode-bytes.ts'
import {joinBytes} from '../encoding/join-bytes.ts'

/** What is looked at to tell the encoding of a stream. */
const sampleBytes = 256 * 1024

/** A large chunk is taken in pieces, so that few posts are in memory at a time. */
const pieceBytes = 64 * 1024

type Decoded = ReturnType<typeof decodeBytes>

/** Text of a stream, and how it was decoded: by the evidence of its beginning. */
export interface DecodedPiece {
  text: string
  encoding: Decoded['encoding']
  /** What is to say of the encoding, with the first piece. */
  findings: Decoded['findings']
}

/** Decodes a stream as it arrives. An empty one gives one empty piece. */
export async function* decodeStream(
  chunks: AsyncIterable<Uint8Array>,
  contentType: string | undefined,
): AsyncGenerator<DecodedPiece> {
  let sample: Uint8Array[] = []
  let length = 0
  let open: {decoder: TextDecoder; encoding: Decoded['encoding']} | undefined
  const start = (): DecodedPiece => {
    const head = joinBytes(sample, length)
    sample = []
    const {encoding, findings} = decodeBytes(head, labelOf(head.subarray(0, 1024), contentType))
    const decoder = new TextDecoder(encoding.used === 'iso-8859-1' ? 'windows-1252' : encoding.used)
    open = {decoder, encoding}
    return {text: decoder.decode(head, {stream: true}), encoding, findings}
  }
  for await (const chunk of chunks) {
    if (!open) {
      sample.push(chunk)
      length += chunk.length
      if (length >= sampleBytes) yield start()
      continue
    }
    for (let at = 0; at < chunk.length; at += pieceBytes) {
      const text = open.decoder.decode(chunk.subarray(at, at + pieceBytes), {stream: true})
      yield {text, encoding: open.encoding, findings: []}
    }
  }
  if (!open) yield start()
  yield {text: open!.decoder.decode(), encoding: open!.encoding, findings: []}
}
