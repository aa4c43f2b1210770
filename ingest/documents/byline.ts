/** The word that opens a printed byline, in the languages of the wire formats. */
const opening = /^(?:words\s+by|by|von|par|por|di|door|af|av)\s*:?\s+/iu
const separator = /\s*(?:,|;|\||\/|\s&\s|\sand\s|\sund\s|\set\s|\sy\s|\sog\s|\soch\s|\sen\s)\s*/iu
/** Two to four words, each with a capital (or a nobiliary particle), no digits: what a person's name looks like in a byline. */
const personName =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*)(?:\s+(?:de|da|di|du|van|von|der|den|la|le|al|bin|ibn|el|[\p{Lu}][\p{L}\p{M}'’.-]*)){1,4}$/u
const notAPerson =
  /\b(?:correspondent|editor|reporter|staff|writer|agency|agencies|press|newsroom|desk|bureau|service|news|media|chief|associated|reuters)\b/iu

/** The people a byline names, in order; agencies, desks and job titles are left out. `HELEN MOSS` reads as `Helen Moss`. */
export function findBylineNames(byline: string): string[] {
  const names: string[] = []
  for (const part of byline.trim().replace(opening, '').split(separator)) {
    const name = part.replace(/\s+(?:in|at|reports from)\s+\p{Lu}.*$/u, '').trim()
    if (!personName.test(name) || notAPerson.test(name)) continue
    names.push(name === name.toUpperCase() ? toNameCase(name) : name)
  }
  return [...new Set(names)]
}

function toNameCase(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(
      /(^|[\s'’-])(\p{L})/gu,
      (_all, before: string, letter: string) => before + letter.toUpperCase(),
    )
}
