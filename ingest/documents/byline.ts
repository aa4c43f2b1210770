/** The word that opens a printed byline, in the languages of the wire formats. */
const opening = /^(?:words\s+by|by|von|par|por|di|door|af|av|text:)\s*:?\s+/iu
const separator =
  /\s*(?:,(?:\sand\s)?|;|\||\/|\n|\s&\s|\sand\s|\sund\s|\set\s|\sy\s|\sog\s|\soch\s|\sen\s)\s*/iu
/** Two to four words, each with a capital (or a nobiliary particle), no digits: what a person's name looks like in a byline. */
const personName =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*)(?:\s+(?:de|da|di|du|van|von|der|den|la|le|al|bin|ibn|el|[\p{Lu}][\p{L}\p{M}'’.-]*)){1,4}$/u
const notAPerson =
  /\b(?:correspondent|editor|reporter|staff|writer|agency|agencies|press|newsroom|desk|bureau|service|news|media|chief|associated|reuters)\b/iu

/** The people a byline names, in order; agencies, desks and job titles are left out. `HELEN MOSS` reads as `Helen Moss`. */
export function findBylineNames(byline: string): string[] {
  const names: string[] = []
  for (const part of byline.trim().replace(opening, '').split(separator)) {
    const name = withoutDesk(
      part.replace(/\s+(?:in|at|of|for|reports from)\s+(?:The\s)?\p{Lu}.*$/u, '').trim(),
    )
    if (!personName.test(name) || notAPerson.test(name)) continue
    names.push(toNameCase(name))
  }
  return [...new Set(names)]
}

/** `Jane Roe (AFP)`; `JANE ROE AP Science Writer`, where only the capitals end the name. */
function withoutDesk(part: string): string {
  const bare = part.replace(/\s*\([^()]{1,40}\)$/u, '')
  const shouted =
    /^(\p{Lu}[\p{Lu}\p{M}'’.-]*(?:\s\p{Lu}[\p{Lu}\p{M}'’.-]+){1,3}?)\s(?:(?:AP|AFP|PA|UPI|CP|AAP)\s)?\p{Lu}\p{Ll}/u.exec(
      bare,
    )
  return shouted?.[1] !== undefined && notAPerson.test(bare) ? shouted[1] : bare
}

/** Wires set names, or family names, in capitals. */
function toNameCase(name: string): string {
  const isShouted = name === name.toUpperCase()
  return name.replaceAll(/\p{Lu}[\p{L}\p{M}'’.-]*/gu, (word) =>
    isShouted || /^\p{Lu}{3,}$/u.test(word) ? toWordCase(word) : word,
  )
}

function toWordCase(word: string): string {
  return word
    .toLowerCase()
    .replaceAll(/(^|['’-])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase())
}
