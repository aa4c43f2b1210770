import {readAnpaHeader} from '../anpa1312/read-header.ts'

/** What stands before the start of text: the header line and the keyword line. */
export interface Iptc7901Header {
  /** Source and message number, `eca062`. */
  message?: string
  /** 1 (flash) to 9. */
  priority?: number
  category?: string
  wordCount?: number
  /** Optional information at the end of the header line, `dpa 061`. */
  provider?: string
  /** The keyword line, without the slash that ends it. */
  keyword?: string
  /** Lines before the start of text that are neither; senders that mark it late put the heading there. */
  rest?: string[]
  /** ANPA's letter priority, in messages that mix the two headers. */
  letterPriority?: string
}

/**
 * Reads the header of IPTC 7901 (sections 2.1 to 2.4): `SOH source number priority category words options`, then the
 * keyword line. A header in ANPA 1312's form, as Kyodo sends it before a 7901 text, is read as that.
 */
export function readIptc7901Header(head: string): Iptc7901Header {
  const from = head.indexOf('\u0001')
  const lines = head
    .slice(from + 1)
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
  const first = lines[0] ?? ''
  if (/[\u0011-\u0014\u001F]/.test(head)) return fromAnpa(head)
  const header: Iptc7901Header = {}
  const found = /^\s*(?:ZCZC\s+)?(\S{2,12})\s+([1-9])\s+([a-z]{1,3})\s+(\d{1,5})?\s*(.{0,80})$/i.exec(
    first.slice(0, 140),
  )
  if (found) {
    const [, message, priority, category, words, options = ''] = found
    if (message) header.message = message
    header.priority = Number(priority)
    if (category) header.category = category
    if (words) header.wordCount = Number(words)
    const provider = /(?:^|\s)(\p{L}{2,12})\s+\d{1,5}\s*$/u.exec(options)?.[1]
    if (provider) header.provider = provider
  }
  const keyword = lines.slice(found ? 1 : 0).find((line) => /\/\s*$/.test(line)) ?? lines[found ? 1 : 0]
  if (keyword !== undefined && keyword.length < 120) header.keyword = keyword.trim().replace(/\/$/, '')
  const rest = lines.slice(found ? 1 : 0).filter((line) => line !== keyword || header.keyword === undefined)
  if (rest.length > 0) header.rest = rest
  return header
}

function fromAnpa(head: string): Iptc7901Header {
  const anpa = readAnpaHeader(head)
  const provider = /^[a-z]?\d{2,6}(\p{Lu}{2,12})$/u.exec(anpa.message ?? '')?.[1]
  return {
    ...(anpa.message ? {message: anpa.message} : {}),
    ...(anpa.category ? {category: anpa.category} : {}),
    ...(anpa.priority ? {letterPriority: anpa.priority} : {}),
    ...(anpa.keyword ? {keyword: anpa.keyword} : {}),
    ...(provider ? {provider} : {}),
  }
}
