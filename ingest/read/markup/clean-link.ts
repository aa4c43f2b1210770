/** Schemes a reader of a story may follow. Everything else (`javascript:`, `data:`, `vbscript:`, `file:` …) is refused. */
const allowedSchemes = new Set(['http', 'https', 'mailto', 'tel', 'sms', 'ftp', 'ftps', 'geo', 'xmpp'])

/** Far past any address in use; longer ones are data in disguise. */
const maxLength = 8192

/**
 * An address as it may be kept: absolute with a harmless scheme, or relative to the site. Gives null for one that is
 * refused and an empty string for none. Browsers drop control characters and white space at the ends and tabs and line
 * breaks anywhere before they read the scheme (WHATWG URL, section 4.4), so that is done first.
 */
export function cleanLink(address: string, base?: string): string | null {
  if (address.length > maxLength) return null
  // oxlint-disable-next-line no-control-regex
  const trimmed = address
    .replaceAll(/^[\u0000-\u0020\u00A0]+|[\u0000-\u0020\u00A0]+$/g, '')
    .replaceAll(/[\t\n\r\u0000]/g, '')
  if (!trimmed) return ''
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(trimmed)?.[1]?.toLowerCase()
  // A host with a port and no scheme (`example.org:8080/x`) reads as a scheme; it is not one that is allowed either.
  if (scheme !== undefined && !allowedSchemes.has(scheme)) return null
  if (scheme === undefined && base && !trimmed.startsWith('#')) {
    // The common case, without the cost of a full parse.
    if (
      trimmed.startsWith('/') &&
      !trimmed.startsWith('//') &&
      /^[\w\-/%=?&#.,~+;:@!$'()*]+$/.test(trimmed) &&
      !trimmed.includes('/.')
    ) {
      const origin = /^https?:\/\/[\w.-]+(?::\d+)?(?=[/?#]|$)/.exec(base)?.[0]
      if (origin && origin === origin.toLowerCase()) return origin + trimmed
    }
    try {
      const joined = new URL(trimmed, base)
      return allowedSchemes.has(joined.protocol.slice(0, -1)) ? joined.href : null
    } catch {
      return trimmed
    }
  }
  return trimmed.replaceAll(' ', '%20')
}
