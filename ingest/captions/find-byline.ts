import {creditAgencies, organisationWords} from './credit-words.ts'

/**
 * The photographer in credit lines: the first part (parts end at `/`, `|`, `,`, `via`, `for`) that is two to five capitalised
 * words, none of them an organisation's. Null when no part is.
 */
export function findByline(credits: string[]): string | null {
  for (const credit of credits) {
    const bare = credit
      .replaceAll(
        /\b(?:photo(?:s|graph|grapher)?|image|picture|pic|illustration|credit|courtesy|copyright|source|by|of|should read|file|provided|submitted|contributed|supplied|handout)\b\s?[:.…|]*/giu,
        '|',
      )
      .replaceAll(/©|\(c\)|(?<!\p{L})(?:fot\.|foto(?=\s)|bild(?=\s))|\b(?:19|20)\d{2}\b/giu, '|')
    for (const part of bare.split(/[/|,;:()]|\bvia\b|\bfor\b|\band\b|\s[-–—]\s/iu)) {
      const name = part.trim().replace(/\.$/u, '')
      if (isPersonName(name)) return name
    }
  }
  return null
}

function isPersonName(name: string): boolean {
  const words = name.split(/\s+/u)
  if (words.length < 2 || words.length > 5 || creditAgencies.has(name.toLowerCase())) return false
  const capital = words.filter((word) => /^\p{Lu}[\p{L}'’.-]*$/u.test(word)).length
  const small = words.every(
    (word) => /^\p{Lu}/u.test(word) || /^(?:de|la|le|van|von|der|den|da|di|del|dos|el|al|bin)$/u.test(word),
  )
  return small && capital >= 2 && !words.some((word) => organisationWords.has(word.toLowerCase()))
}
