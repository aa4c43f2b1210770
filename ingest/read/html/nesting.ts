/** Elements that are closed without an end tag, or often left open: they do not count as nesting. */
const uncounted = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|th|tr|tbody|dt|dd|option|font|html|body)$/i

/**
 * How deep a page nests at most, by its tags alone (no tree is built). Stops counting at `enough`. An end tag without a
 * start does not count below zero.
 */
export function nestingOf(html: string, enough: number): number {
  let depth = 0
  let deepest = 0
  const unended = new Set<string>()
  const tag = /<(\/?)([a-z][a-z0-9-]*)|<!--/gi
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    const name = match[2]
    if (name === undefined) {
      const end = html.indexOf('-->', tag.lastIndex)
      if (end < 0) return deepest
      tag.lastIndex = end
      continue
    }
    if (uncounted.test(name)) continue
    if (match[1]) depth = Math.max(0, depth - 1)
    else if (/^(?:script|style)$/i.test(name)) {
      const end = unended.has(name) ? -1 : html.indexOf(`</${name}`, tag.lastIndex)
      if (end >= 0) tag.lastIndex = end + name.length + 2
      else unended.add(name)
    } else if (++depth > deepest) {
      deepest = depth
      if (deepest >= enough) return deepest
    }
  }
  return deepest
}
