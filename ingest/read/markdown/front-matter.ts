/** The fields before a Markdown document (`---` YAML or `+++` TOML, as site generators write them), and the rest. */
export interface FrontMatter {
  /** Values by key in lower case; lists keep their order. */
  fields: ReadonlyMap<string, string[]>
  body: string
  /** Lines of the front matter that are neither a field nor part of one. */
  unread: string[]
}

/** Longer than any front matter; a rule that is never closed is no front matter. */
const maxLength = 20_000

/**
 * Reads the front matter's plain fields: `key: value`, `key = "value"`, lists in brackets or one item a line, folded text
 * (`>` and `|`). Nested maps are not read. A document without front matter comes back whole.
 */
export function readFrontMatter(text: string): FrontMatter {
  const none: FrontMatter = {fields: new Map(), body: text, unread: []}
  const fence = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n/.exec(text)
  if (!fence) return none
  const head = text.slice(fence[0].length, fence[0].length + maxLength)
  const end = (fence[1] === '---' ? /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m : /^\+\+\+[ \t]*(?:\r?\n|$)/m).exec(
    head,
  )
  if (!end) return none
  const lines = head.slice(0, end.index).split(/\r?\n/)
  if (!lines.some((line) => /^[\w.-]+\s*[:=]/.test(line))) return none
  const fields = new Map<string, string[]>()
  const unread: string[] = []
  let key: string | null = null
  let folded = false
  for (const line of lines) {
    const field = /^([\w.-]{1,60})\s*[:=]\s*(.*)$/.exec(line)
    if (field) {
      key = field[1]!.toLowerCase()
      const value = field[2]!.trim()
      folded = /^[>|][+-]?$/.test(value)
      fields.set(key, folded ? [] : toValues(value))
    } else if (!line.trim() || line.trim().startsWith('#')) continue
    else if (key !== null && /^\s*-\s+/.test(line))
      fields.get(key)!.push(...toValues(line.replace(/^\s*-\s+/, '')))
    else if (key !== null && folded && /^\s/.test(line)) {
      const values = fields.get(key)!
      values[0] = values[0] ? `${values[0]} ${line.trim()}` : line.trim()
    } else unread.push(line.trim())
  }
  return {fields, body: text.slice(fence[0].length + end.index + end[0].length), unread}
}

function toValues(value: string): string[] {
  const list = /^\[(.*)\]$/.exec(value)
  const values = list ? list[1]!.split(',') : [value]
  return values.map(unquoted).filter((entry) => entry !== '')
}

function unquoted(value: string): string {
  const trimmed = value.trim()
  const quoted = /^"(.*)"$|^'(.*)'$/s.exec(trimmed)
  return quoted
    ? (quoted[1]?.replaceAll('\\"', '"') ?? quoted[2]!.replaceAll("''", "'"))
    : trimmed.replace(/\s+#\s.*$/, '')
}
