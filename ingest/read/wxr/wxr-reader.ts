import type {ReadItem} from '../../model/news-item.ts'
import {decodeBytes, labelOf} from '../encoding/decode-bytes.ts'
import type {Detection, Probe, ReadContext, Reader} from '../reader.ts'
import {rootElement, rootTag} from '../xml/root-tag.ts'
import {WxrCollector} from './wxr-collector.ts'

/** What is looked at to tell the encoding of a stream. */
const sampleBytes = 256 * 1024

/** A large chunk is taken in pieces, so that few posts are in memory at a time. */
const pieceBytes = 64 * 1024

/** Posts that wait for pictures which come later in a stream. */
const streamLimits = {waitingPosts: 5000, waitingCharacters: 24 * 1024 * 1024}

/** WordPress eXtended RSS 1.0 to 1.2, also not well-formed. One item a post or page; pictures join their post. */
export const wxrReader: Reader = {format: 'wxr', title: 'WordPress export (WXR)', detect, read, readStream}

function detect(probe: Probe): Detection | null {
  if (rootTag(probe.text) !== 'rss') return null
  const tag = rootElement(probe.text)?.tag ?? ''
  if (/wordpress\.org\/export/.test(tag))
    return {score: 1, why: 'rss with the namespace of WordPress exports'}
  if (/<wp:(?:wxr_version|post_type|post_id)>/.test(probe.text))
    return {score: 1, why: 'rss with wp: elements'}
  return null
}

function read(bytes: Uint8Array, context: ReadContext): ReadItem[] {
  const decoded = decodeBytes(bytes, labelOf(bytes.subarray(0, 1024), context.contentType))
  const collector = new WxrCollector(decoded.encoding, {
    waitingPosts: Infinity,
    waitingCharacters: Infinity,
    inOrder: true,
  })
  const items = [...collector.add(decoded.text), ...collector.end()]
  items[0]?.findings.unshift(...decoded.findings)
  return items
}

async function* readStream(chunks: AsyncIterable<Uint8Array>, context: ReadContext): AsyncIterable<ReadItem> {
  let sample: Uint8Array[] = []
  let length = 0
  let collector: WxrCollector | null = null
  let decoder: TextDecoder | null = null
  let isFirst = true
  const start = (): ReadItem[] => {
    const head = joined(sample, length)
    sample = []
    const decoded = decodeBytes(head, labelOf(head.subarray(0, 1024), context.contentType))
    collector = new WxrCollector(decoded.encoding, streamLimits)
    decoder = new TextDecoder(decoded.encoding.used === 'iso-8859-1' ? 'windows-1252' : decoded.encoding.used)
    return withFindings(collector.add(decoder.decode(head, {stream: true})), decoded.findings)
  }
  const withFindings = (items: ReadItem[], findings: ReadItem['findings']): ReadItem[] => {
    if (isFirst && items[0]) {
      items[0].findings.unshift(...findings)
      isFirst = false
    }
    return items
  }
  for await (const chunk of chunks) {
    if (!collector) {
      sample.push(chunk)
      length += chunk.length
      if (length >= sampleBytes) yield* start()
      continue
    }
    for (let at = 0; at < chunk.length; at += pieceBytes) {
      const piece = chunk.subarray(at, at + pieceBytes)
      yield* (collector as WxrCollector).add((decoder as TextDecoder | null)!.decode(piece, {stream: true}))
    }
  }
  if (!collector) yield* start()
  const last = collector as WxrCollector | null
  if (last) {
    yield* last.add((decoder as TextDecoder | null)!.decode())
    yield* last.end()
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
