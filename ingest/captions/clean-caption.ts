const namedEntities: Record<string, string> = {
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lt: '<',
  gt: '>',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  copy: '©',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ouml: 'ö',
  uuml: 'ü',
  auml: 'ä',
  ntilde: 'ñ',
  ccedil: 'ç',
  pound: '£',
  euro: '€',
}

/**
 * A caption without what encoding left in it: character references (escaped twice too), tags, no-break and zero-width
 * spaces, runs of white space, the mark of an expandable caption (`... [+]`). The words stay as they are.
 */
export function cleanCaption(text: string): string {
  if (isClean(text)) return text
  let clean = text
  for (let pass = 0; pass < 2 && clean.includes('&'); pass += 1) clean = decodeReferences(clean)
  if (clean.includes('<'))
    clean = clean
      .replaceAll(/<\/?(?:i|b|em|strong|u|a|span|sup|sub|small|font|mark)(?:\s[^<>]{0,200})?>/giu, '')
      .replaceAll(/<\/?[a-z][^<>]{0,200}>/giu, ' ')
  return clean
    .normalize('NFKC')
    .replaceAll(/\.{3}\s?\[\+\]/gu, ' ')
    .replaceAll(/[\s\u200B\u2060\uFEFF\u00AD]+/gu, ' ')
    .replaceAll(/ ([,.;:!?])(?= |$)/gu, '$1')
    .trim()
}

/** Nothing of the kind: letters, single spaces, plain punctuation. Most text is, and this look is quicker than replacing nothing. */
function isClean(text: string): boolean {
  let before = 32
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 0x7f) {
      if (code < 32 || code === 38 || code === 60 || (before === 32 && !mayFollowSpace(code))) return false
      if (code === 43 && before === 91) return false
    } else if (!((code >= 0xc0 && code <= 0x131) || (code >= 0x2013 && code <= 0x201d && code !== 0x2017)))
      return false
    before = code
  }
  return before !== 32
}

/** Not a space, and none of , . ; : ! ? */
function mayFollowSpace(code: number): boolean {
  return code !== 32 && code !== 44 && code !== 46 && code !== 59 && code !== 58 && code !== 33 && code !== 63
}

function decodeReferences(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/giu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return namedEntities[name.toLowerCase()] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return code > 31 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff)
        ? String.fromCodePoint(code)
        : ' '
    },
  )
}
