/** The first line of the text: keyword, version of the story and number of words. */
export interface SlugLine {
  slugline: string
  /** `1st Ld-Writethru`, `2nd Add`, as it came. */
  version?: string
  wordCount?: number
}

/**
 * Splits `BC-BKN--Heat-Hawks, 1st Ld-Writethru,416` into its parts. The version is everything between the keyword and the
 * word count; a comma without anything after it is dropped.
 */
export function readSlugLine(line: string): SlugLine {
  const parts = line.split(',').map((part) => part.trim())
  const last = parts[parts.length - 1]
  const result: SlugLine = {slugline: parts[0] ?? ''}
  if (parts.length > 1 && last !== undefined && /^\d{1,5}$/.test(last)) {
    result.wordCount = Number(last)
    parts.pop()
  }
  const version = parts
    .slice(1)
    .filter((part) => part !== '')
    .join(', ')
  if (version) result.version = version
  return result
}
