/** The fields before a Markdown document (`---` YAML or `+++` TOML, as site generators write them), and the rest. */
export interface FrontMatter {
  /** Values by key in lower case without `_` and `-`, of a map inside as `image.alt`; lists keep their order. */
  fields: ReadonlyMap<string, string[]>
  body: string
  /** Lines of the front matter that are neither a field nor part of one. */
  unread: string[]
}

/** Longer than any front matter; a rule that is never closed is no front matter. */
const maxLength = 20_000

/**
 * Reads the front matter's fields: `key: value`, `key = "value"`, lists in brackets or one item a line, folded text (`>` and
 * `|`), maps one level deep and TOML's tables. A document without front matter comes back whole.
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
  const lines = withoutLongText(head.slice(0, end.index)).split(/\r?\n/)
  if (!lines.some((line) => /^[\w.-]+\s*[:=]/.test(line))) return none
  const fields = new Map<string, string[]>()
  const unread: string[] = []
  const add = (key: string, values: readonly string[]) =>
    fields.set(key, [...(fields.get(key) ?? []), ...values])
  let table = ''
  let key: string | null = null
  let inner: string | null = null
  let folded: string | null = null
  let isOfItem = false
  for (const line of lines) {
    if (!line.trim() || line.trim().startsWith('#')) continue
    const isInner = /^[ \t]/.test(line) || line.startsWith('- ')
    const head = /^\[{1,2}([\w.-]{1,60})\]{1,2}\s*$/.exec(line)
    const field = /^([\w.-]{1,60})\s*[:=]\s*(.*)$/.exec(line.trim().replace(/^- +/, ''))
    const isItem = /^\s*- /.test(line)
    if (!isInner) isOfItem = false
    if (head && fence[1] === '+++') {
      table = `${plain(head[1]!)}.`
      key = null
    } else if (folded !== null && isInner && !line.startsWith('- ')) {
      const before = fields.get(folded)?.[0]
      fields.set(folded, [before ? `${before} ${line.trim()}` : line.trim()])
    } else if (field && !isInner) {
      const value = field[2]!.trim()
      key = table + plain(field[1]!)
      folded = /^[>|][+-]?$/.test(value) ? key : null
      if (folded !== null) fields.set(key, [])
      else addValue(key, value, fields, add)
    } else if (key !== null && field && isInner && (isItem || isOfItem || fields.get(key)?.length === 0)) {
      const name = plain(field[1]!)
      // Whoever is named in a list of maps stands in it beside those who are named alone.
      inner = isOfItem || isItem ? (name === 'name' ? key : `${key}.${name}`) : `${key}.${name}`
      isOfItem ||= isItem
      add(inner, toValues(field[2]!.trim()))
    } else if (key !== null && /^\s*-\s+/.test(line)) {
      folded = null
      add(
        inner?.startsWith(`${key}.`) && /^\s{3,}/.test(line) ? inner : key,
        toValues(line.replace(/^\s*-\s+/, '')),
      )
    } else unread.push(line.trim())
  }
  return {fields, body: text.slice(fence[0].length + end.index + end[0].length), unread}
}

/** TOML's text over several lines as a string of one; in double signs a sign may be escaped. */
function withoutLongText(head: string): string {
  return head.replaceAll(
    /(=[ \t]*)("{3}|'{3})(?:\r?\n)?([\s\S]*?)\2/g,
    (_, equals: string, signs: string, text: string) => {
      const plain = signs.startsWith('"') ? text.replaceAll(/\\(["\\])/g, '$1') : text
      return equals + JSON.stringify(plain.replaceAll('\r\n', '\n'))
    },
  )
}

/** Site generators write one name as `lastModified`, `last_modified` and `last-modified`. */
function plain(key: string): string {
  return key.toLowerCase().replaceAll(/[_-]/g, '')
}

function addValue(
  key: string,
  value: string,
  fields: Map<string, string[]>,
  add: (key: string, values: readonly string[]) => void,
): void {
  const map = /^\{(.*)\}$/.exec(value)
  if (!map) {
    fields.set(key, toValues(value))
    return
  }
  fields.set(key, [])
  for (const part of splitList(map[1]!)) {
    const field = /^\s*"?([\w.-]{1,60})"?\s*[:=]\s*(.*)$/s.exec(part)
    if (field) add(`${key}.${plain(field[1]!)}`, toValues(field[2]!.trim()))
  }
}

function toValues(value: string): string[] {
  const list = /^\[(.*)\]$/.exec(value)
  return (list ? splitList(list[1]!) : [value]).map(unquoted).filter((entry) => entry !== '')
}

/** The parts between commas that stand in no quotation marks. */
function splitList(list: string): string[] {
  return list.match(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^,])+/g) ?? []
}

function unquoted(value: string): string {
  const trimmed = value.trim()
  const quoted = /^"(.*)"$|^'(.*)'$/s.exec(trimmed)
  if (!quoted) return trimmed.replace(/\s+#\s.*$/, '')
  return (
    quoted[1]?.replaceAll(/\\(["\\nrt])/g, (_, sign: string) => escapes[sign] ?? sign) ??
    quoted[2]!.replaceAll("''", "'")
  )
}

const escapes: Readonly<Record<string, string>> = {n: '\n', r: '', t: '\t'}
