import type {ReadItem} from '../../model/news-item.ts'
import {decodeBytes, labelOf} from '../encoding/decode-bytes.ts'
import type {Detection, Probe, ReadContext, Reader} from '../reader.ts'
import {rootElement, rootTag} from '../xml/root-tag.ts'
import {decodeStream} from './decode-stream.ts'
import {sliceArchive} from './slice-archive.ts'
import {WxrCollector} from './wxr-collector.ts'

/** Posts that wait for pictures which come later in a stream. */
const streamLimits = {waitingPosts: 5000, waitingCharacters: 24 * 1024 * 1024}

/** WordPress eXtended RSS 1.0 to 1.2, also not well-formed. One item a post or page; pictures join their post. */
export const wxrReader: Reader = {
  format: 'wxr',
  title: 'WordPress export (WXR)',
  detect,
  read,
  readStream,
  slice: sliceArchive,
}

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
  let collector: WxrCollector | undefined
  let waiting: ReadItem['findings'] = []
  const withFindings = (items: ReadItem[]): ReadItem[] => {
    items[0]?.findings.unshift(...waiting)
    if (items.length > 0) waiting = []
    return items
  }
  for await (const {text, encoding, findings} of decodeStream(chunks, context.contentType)) {
    collector ??= new WxrCollector(encoding, streamLimits)
    waiting.push(...findings)
    yield* withFindings(collector.add(text))
  }
  if (collector) yield* withFindings(collector.end())
}
