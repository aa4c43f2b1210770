/** Elements that have no content or are often left open: they do not count as nesting. */
const uncounted = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td th tr tbody dt dd option font html body'.split(
    ' ',
  ),
)

/**
 * How deep a page nests at most, by its tags alone (no tree is built). Stops counting at `enough`. An end tag without a
 * start does not count below zero; scripts and styles are passed over.
 */
export function nestingOf(html: string, enough: number): number {
  let depth = 0
  let deepest = 0
  const unended = new Set<string>()
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const isEnd = html.charCodeAt(at + 1) === 47
    const start = isEnd ? at + 2 : at + 1
    if (!isLetter(html.charCodeAt(start))) continue
    let end = start + 1
    while (end < start + 9 && isNameCharacter(html.charCodeAt(end))) end++
    // No name that matters is longer than six characters.
    const name = end - start <= 6 ? html.slice(start, end).toLowerCase() : ''
    if (uncounted.has(name)) continue
    if (!isEnd && (name === 'script' || name === 'style')) {
      const ended = endOf(html, name, end, unended)
      if (ended > 0) at = ended
      continue
    }
    if (isEnd) {
      if (depth > 0) depth--
    } else if (++depth > deepest) {
      deepest = depth
      if (deepest >= enough) return deepest
    }
  }
  return deepest
}

/** Where the end tag of a script or style starts; -1 when there is none, which is looked for only once. */
function endOf(html: string, name: string, from: number, unended: Set<string>): number {
  for (const tag of [`</${name}`, `</${name.toUpperCase()}`]) {
    if (unended.has(tag)) continue
    const at = html.indexOf(tag, from)
    if (at >= 0) return at + tag.length
    unended.add(tag)
  }
  return -1
}

function isLetter(code: number): boolean {
  const lower = code | 32
  return lower >= 97 && lower <= 122
}

function isNameCharacter(code: number): boolean {
  return isLetter(code) || code === 45 || (code >= 48 && code <= 57)
}
