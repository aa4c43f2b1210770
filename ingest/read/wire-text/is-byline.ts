const opening = /^(?:(?:B[Yy]|Von|VON|Par|PAR|Por|POR|Da|DA|Di|DI|Door|DOOR|Van|VAN|Av|AV|Af|AF)\s|Text:\s)/
const betweenNames =
  /^(?:and|und|et|y|e|en|och|og|in|à|i|de|del|la|le|von|van|der|den|dos|da|di|af|av|al|bin|AND|&)$/
const nameWord = /^\p{Lu}[\p{L}.’'-]*$/u
/** `Von Ada Lane, npa`: agencies that write their mark in small letters. */
const agencyMark = /,\s?\p{Ll}{2,5}$/u

/** A line that names who wrote the story and says nothing else: a word for *by*, then names, which begin with capitals. */
export function isByline(line: string): boolean {
  const words = line.trim()
  if (words.length > 120 || !opening.test(words)) return false
  const names = words
    .replace(opening, '')
    .replace(agencyMark, '')
    .split(/[\s,;/]+/)
  return (
    names.length <= 12 &&
    names.filter((name) => nameWord.test(name)).length >= 2 &&
    nameWord.test(names[0]!) &&
    names.every((name) => nameWord.test(name) || betweenNames.test(name))
  )
}
