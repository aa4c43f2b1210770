/**
 * Finds the document type declaration before the root element and blanks it, so that offsets stay as they are. Nothing
 * in it is followed: an external DTD is never fetched, and entities declared in it stay unexpanded (XML 1.0, 4.4.3 lets a
 * non-validating reader do so), which makes entity bombs harmless.
 */
export function blankDoctype(source: string): {source: string; declares: boolean} {
  const start = findDoctype(source)
  if (start < 0) return {source, declares: false}
  const end = endOfDoctype(source, start)
  const declaration = source.slice(start, end)
  return {
    source: source.slice(0, start) + ' '.repeat(declaration.length) + source.slice(end),
    declares: /<!(?:ENTITY|ELEMENT|ATTLIST|NOTATION)/.test(declaration),
  }
}

/** The document type stands before the first element; comments and instructions before it are passed over. */
function findDoctype(source: string): number {
  let at = 0
  while (at < source.length) {
    at = source.indexOf('<', at)
    if (at < 0) return -1
    if (source.startsWith('<!--', at)) at = after(source, '-->', at + 4)
    else if (source.startsWith('<?', at)) at = after(source, '?>', at + 2)
    else if (/^<!doctype/i.test(source.slice(at, at + 9))) return at
    else return -1
  }
  return -1
}

function endOfDoctype(source: string, start: number): number {
  let bracket = false
  for (let at = start + 9; at < source.length; at++) {
    const character = source[at]
    if (character === '"' || character === "'") {
      const close = source.indexOf(character, at + 1)
      if (close < 0) return source.length
      at = close
    } else if (source.startsWith('<!--', at)) at = after(source, '-->', at + 4) - 1
    else if (character === '[') bracket = true
    else if (character === ']') bracket = false
    else if (character === '>' && !bracket) return at + 1
  }
  return source.length
}

function after(source: string, what: string, from: number): number {
  const at = source.indexOf(what, from)
  return at < 0 ? source.length : at + what.length
}
