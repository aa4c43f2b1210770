/**
 * Exports of older versions put a post that itself speaks of CDATA into a CDATA section as it is; the section then ends too
 * soon. An element that begins with a section ends at its own end tag (as WordPress's importer reads it): what lies between
 * is written so that XML reads all of it.
 */
export function closeNestedCdata(text: string): string {
  if (!text.includes('<![CDATA[')) return text
  const parts: string[] = []
  const opening = /<([\w:.-]{1,60})(?:\s[^<>]{0,500})?>\s*<!\[CDATA\[/g
  let from = 0
  // A name whose end tag is nowhere behind one place is nowhere behind the next.
  const endless = new Set<string>()
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const start = match.index + match[0].length
    if (endless.has(match[1]!)) continue
    const end = endOfElement(text, match[1]!, start)
    if (end === -2) endless.add(match[1]!)
    if (end < 0) continue
    const inner = text.slice(start, end)
    if (inner.includes(']]>') || inner.includes('<![CDATA[')) {
      const whole = inner.replaceAll(']]]]><![CDATA[>', ']]>')
      parts.push(text.slice(from, start), whole.replaceAll(']]>', ']]]]><![CDATA[>'))
      from = end
    }
    opening.lastIndex = end
  }
  return parts.length ? parts.join('') + text.slice(from) : text
}

/** Where the section's content ends: before the last `]]>` in front of the element's end tag. */
function endOfElement(text: string, name: string, from: number): number {
  const tag = text.indexOf(`</${name}`, from)
  if (tag < 0) return -2
  const end = text.slice(from, tag).lastIndexOf(']]>') + from
  return end >= from && !text.slice(end + 3, tag).trim() ? end : -1
}
