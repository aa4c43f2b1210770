const glued = /(\p{Ll})(\p{Lu})/u
const button = /\s((?:GET IT|SIGN UP|SUBSCRIBE|JOIN|GO)(?: NOW)?)$/u
const policy = /(?:Privacy Policy|Terms of (?:Use|Service)|Terms (?:&|and) Conditions)/u

/** The parts of a box that came as one line. */
export interface RunTogetherParts {
  title: string | null
  pitch: string | null
  submitLabel: string | null
  consent: string | null
}

/**
 * Takes a box apart whose elements the copy ran together (`Our NewsletterPrivacy PolicyGet the news daily GO`): the button is
 * the capitals at the end, the policy link the consent, what is before it the title. Null when the line is not glued.
 */
export function splitRunTogether(text: string): RunTogetherParts | null {
  const end = button.exec(text)
  const rest = end === null ? text : text.slice(0, end.index)
  const found = policy.exec(rest)
  const title = found === null ? null : rest.slice(0, found.index).trim()
  const pitch = found === null ? null : rest.slice(found.index + found[0].length).trim()
  if (found !== null && title && pitch && glued.test(text)) {
    return {title, pitch, submitLabel: end?.[1] ?? null, consent: found[0]}
  }
  if (end === null || found !== null || !/\p{L}/u.test(rest) || rest.length > 80) return null
  return {title: rest.trim(), pitch: null, submitLabel: end[1] ?? null, consent: null}
}
