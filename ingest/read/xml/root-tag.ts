/**
 * The local name, in lower case, of the first element of XML text, or null when the text does not begin with markup.
 * Comments, instructions, a document type and stray characters before it are passed over.
 */
export function rootTag(text: string): string | null {
  const name = rootElement(text)?.name
  return name ? name.slice(name.indexOf(':') + 1).toLowerCase() : null
}

/** The first element's name and the text of its start tag. */
export function rootElement(text: string): {name: string; tag: string; offset: number} | null {
  let at = 0
  for (let steps = 0; steps < 200; steps++) {
    const open = text.indexOf('<', at)
    if (open < 0 || (steps === 0 && open > 600)) return null
    if (text.startsWith('<!--', open)) at = after(text, '-->', open + 4)
    else if (text.startsWith('<?', open)) at = after(text, '?>', open + 2)
    else if (text.startsWith('<!', open)) at = afterDeclaration(text, open)
    else {
      const found = /^<([A-Za-z_][^\s<>/"'=]{0,80})/.exec(text.slice(open, open + 100))
      if (!found) at = open + 1
      else return {name: found[1]!, tag: text.slice(open, after(text, '>', open)), offset: open}
    }
    if (at >= text.length) return null
  }
  return null
}

function after(text: string, what: string, from: number): number {
  const found = text.indexOf(what, from)
  return found < 0 ? text.length : found + what.length
}

function afterDeclaration(text: string, open: number): number {
  const end = after(text, '>', open)
  const bracket = text.indexOf('[', open)
  return bracket >= 0 && bracket < end ? after(text, ']>', bracket) : end
}
