/** The transmission header of a message: what stands before its start of text. */
export interface AnpaHeader {
  /** Service letter and message number, `W2870`. */
  message?: string
  /** Who the message is sent to, `_asian`. */
  selector?: string
  priority?: string
  category?: string
  /** True when the sender marks the text as set in columns. */
  tabular: boolean
  keyword?: string
  version?: string
  /** Month and day of the filing, `11-13`. */
  filed?: string
  wordCount?: number
}

const start = '\u0001'
const unitSeparator = '\u001F'
const levelMarks = /[\u0011-\u0014]/

/**
 * Reads the header lines of ANPA 1312 (sections 2 and 3): `SOH service number US selector`, then
 * `priority category format keyword version mm-dd words`. What is missing or damaged is left out.
 */
export function readAnpaHeader(head: string): AnpaHeader {
  const header: AnpaHeader = {tabular: false}
  const from = head.indexOf(start)
  const lines = head.slice(from + 1).split(/\r?\n|\r/)
  const [message, selector] = (from === -1 ? '' : (lines[0] ?? '')).split(unitSeparator)
  if (message?.trim()) header.message = message.trim().slice(0, 40)
  if (selector?.trim()) header.selector = selector.trim().slice(0, 40)
  const line =
    lines.find((text) => levelMarks.test(text)) ?? lines.slice(1).find((text) => /^[a-z] [a-z]\b/.test(text))
  if (line === undefined) return header
  const codes = /^\s*([a-z])\s+([a-z]{1,3})/i.exec(line)
  if (codes?.[1]) header.priority = codes[1].toLowerCase()
  if (codes?.[2]) header.category = codes[2].toLowerCase()
  header.tabular = line.includes('\u0014') || line.includes('\u0012')
  const marks = line.search(levelMarks)
  const afterMarks = marks === -1 ? line.slice(codes?.[0].length ?? 0) : line.slice(marks + 1)
  const words = afterMarks
    .split(/[\u0011-\u0014\s]+/)
    .filter((word) => word !== '')
    .slice(0, 12)
  const count = words[words.length - 1]
  if (count !== undefined && /^\d{3,5}$/.test(count)) {
    header.wordCount = Number(count)
    words.pop()
  }
  const filed = words[words.length - 1]
  if (filed !== undefined && /^\d{2}-\d{2}$/.test(filed)) {
    header.filed = filed
    words.pop()
  }
  if (words[0]) header.keyword = words[0]
  if (words.length > 1) header.version = words.slice(1).join(' ')
  return header
}
