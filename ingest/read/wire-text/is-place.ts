const placeWords = /^\p{Lu}[\p{L}\p{M}.'’\-/]*$/u
const joiningWords = new Set([
  'and',
  'und',
  'et',
  'y',
  'e',
  'en',
  'de',
  'del',
  'des',
  'du',
  'den',
  'la',
  'le',
  'les',
  'of',
  'the',
  'am',
  'an',
  'aan',
  'der',
  'do',
  'da',
  'dos',
  'im',
  'upon',
  'sur',
  'in',
  'near',
  'off',
  'bei',
  'di',
  'al',
  'el',
  'na',
  'nad',
])

/** True for words that may name a place: capitalised, but for what joins them (`Rio de Janeiro`, `Frankfurt am Main`). */
export function isPlace(place: string): boolean {
  if (place.length < 2 || place.length > 80) return false
  const words = place.split(/[\s,]+/).filter(Boolean)
  return (
    words.length > 0 &&
    words.length <= 12 &&
    words.every((word, at) => placeWords.test(word) || (at > 0 && joiningWords.has(word)))
  )
}
