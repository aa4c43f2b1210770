/**
 * An agency's name as the id of its list: of letters, digits, `.`, `-` and `_` only, as Studio wants it, with every other byte of its UTF-8
 * as `_` and two hexadecimal digits.
 */
export function toProviderListId(provider: string): string {
  const escaped = encodeURIComponent(provider.toWellFormed()).replaceAll(
    /[^A-Za-z0-9%.-]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  )
  return `provider-${escaped.replaceAll('%', '_')}`
}

/** The reverse; empty for what is no such id. */
export function fromProviderListId(id: string): string {
  try {
    return decodeURIComponent(id.replace(/^provider-/, '').replaceAll('_', '%'))
  } catch {
    return ''
  }
}
