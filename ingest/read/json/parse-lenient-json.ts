const maxDepth = 512

interface Open {
  container: Record<string, unknown> | unknown[]
  /** The key that the next value goes under; undefined in lists and before a key. */
  key: string | undefined
  /** True for a container beyond the depth limit: read over, kept nowhere. */
  dropped: boolean
}

/** What could be read; `damagedAt` is the offset of the first thing that is not JSON, null when there is none. */
export interface LenientJson {
  values: unknown[]
  damagedAt: number | null
  tooDeep: boolean
}

/**
 * Reads every JSON value of a text, forgiving raw control characters, missing or doubled commas, unquoted keys and a
 * missing end. It keeps its own stack, so nesting cannot exhaust the machine's, and goes over the text once.
 */
export function parseLenientJson(text: string): LenientJson {
  const values: unknown[] = []
  const stack: Open[] = []
  let damagedAt: number | null = null
  let tooDeep = false
  let at = text.startsWith('\uFEFF') ? 1 : 0

  const damaged = (offset: number) => {
    damagedAt ??= offset
  }
  const put = (value: unknown, offset: number) => {
    const open = stack[stack.length - 1]
    if (!open) {
      // A bare word outside of any container is no copy.
      if (typeof value === 'object' && value !== null) values.push(value)
      else damaged(offset)
    } else if (open.dropped) {
      open.key = undefined
    } else if (Array.isArray(open.container)) {
      open.container.push(value)
    } else if (open.key === undefined) {
      damaged(offset)
    } else {
      if (open.key !== '__proto__') open.container[open.key] = value
      open.key = undefined
    }
  }

  while (at < text.length) {
    const code = text.charCodeAt(at)
    const open = stack[stack.length - 1]
    const wantsKey = open !== undefined && !Array.isArray(open.container) && open.key === undefined
    if (isSpace(code) || code === comma) {
      at++
    } else if (code === openBrace || code === openBracket) {
      const container = code === openBrace ? {} : []
      const dropped = stack.length >= maxDepth
      tooDeep ||= dropped
      if (!dropped) put(container, at)
      else if (open) open.key = undefined
      stack.push({container, key: undefined, dropped})
      at++
    } else if (code === closeBrace || code === closeBracket) {
      if (!open || Array.isArray(open.container) !== (code === closeBracket)) damaged(at)
      if (open && open.key !== undefined) damaged(at)
      stack.pop()
      at++
    } else if (code === quote) {
      const string = readString(text, at)
      if (string.damaged) damaged(at)
      at = string.end
      if (wantsKey) at = afterColon(text, at, open, string.value, damaged)
      else put(string.value, at)
    } else {
      const end = wordEnd(text, at)
      const word = text.slice(at, end)
      if (wantsKey) {
        damaged(at)
        at = afterColon(text, Math.max(end, at + 1), open, word, damaged)
      } else {
        const value = literal(word)
        if (value === undefined) damaged(at)
        else put(value, at)
        at = Math.max(end, at + 1)
      }
    }
  }
  if (stack.length > 0) damaged(text.length)
  return {values, damagedAt, tooDeep}
}

const quote = 0x22
const comma = 0x2c
const colon = 0x3a
const openBracket = 0x5b
const backslash = 0x5c
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
}

/** Sets the key that was read; returns the offset after its colon. */
function afterColon(
  text: string,
  end: number,
  open: Open,
  key: string,
  damaged: (offset: number) => void,
): number {
  let at = end
  while (at < text.length && isSpace(text.charCodeAt(at))) at++
  if (text.charCodeAt(at) === colon) {
    open.key = key
    return at + 1
  }
  damaged(at)
  return at
}

function readString(text: string, start: number): {value: string; end: number; damaged: boolean} {
  let escaped = false
  let control = false
  let at = start + 1
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === quote) break
    if (code === backslash) {
      escaped = true
      at++
    } else if (code < 0x20) {
      control = true
    }
    at++
  }
  const raw = text.slice(start + 1, Math.min(at, text.length))
  return {
    value: escaped ? unescape(raw) : raw,
    end: Math.min(at + 1, text.length),
    damaged: control || at >= text.length,
  }
}

const escapes: Record<string, string> = {b: '\b', f: '\f', n: '\n', r: '\r', t: '\t'}

function unescape(raw: string): string {
  return raw.replace(/\\(?:u([0-9a-fA-F]{4})|([^])|$)/g, (_, hex?: string, character?: string) =>
    hex ? String.fromCharCode(Number.parseInt(hex, 16)) : character ? (escapes[character] ?? character) : '',
  )
}

function wordEnd(text: string, start: number): number {
  let at = start
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (isSpace(code) || code === comma || code === colon || code === quote) break
    if (code === openBrace || code === openBracket || code === closeBrace || code === closeBracket) break
    at++
  }
  return at
}

function literal(word: string): unknown {
  if (word === 'null') return null
  if (word === 'true') return true
  if (word === 'false') return false
  if (word.length < 400 && /^[-+]?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(word)) return Number(word)
  return undefined
}
