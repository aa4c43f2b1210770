/** The line that starts a message in a mailbox file: an envelope address and a date that ends in a year (RFC 4155). */
const separator = /^From \S+ .{0,60}\d{4}\s*$/

/**
 * The messages of a mailbox file (RFC 4155), each without its `From ` line; any other copy is one message. A `From ` line
 * counts only after an empty one, so that words of a story that start so do not split it. Linear in the number of bytes.
 */
export function splitMailbox(bytes: Uint8Array): Uint8Array[] {
  if (!isSeparator(bytes, 0)) return [bytes]
  const starts = [0]
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) {
    const before = bytes[at - 1] === 0x0d ? bytes[at - 2] : bytes[at - 1]
    if (before === 0x0a && bytes[at + 1] === 0x46 && isSeparator(bytes, at + 1)) starts.push(at + 1)
  }
  return starts.map((start, order) => {
    const end = starts[order + 1] ?? bytes.length
    const line = bytes.indexOf(0x0a, start)
    return withoutQuoting(bytes.subarray(line === -1 || line >= end ? end : line + 1, end))
  })
}

/** Mailboxes write `>From ` where a line of the message starts with `From ` (RFC 4155, appendix A). */
function withoutQuoting(message: Uint8Array): Uint8Array {
  const quoted: number[] = []
  for (let at = message.indexOf(0x3e); at !== -1; at = message.indexOf(0x3e, at + 1)) {
    if (at > 0 && message[at - 1] !== 0x0a) continue
    let end = at
    while (message[end] === 0x3e) end++
    if (String.fromCharCode(...message.subarray(end, end + 5)) === 'From ') quoted.push(at)
    at = end - 1
  }
  if (quoted.length === 0) return message
  const skipped = new Set(quoted)
  return message.filter((_, at) => !skipped.has(at))
}

function isSeparator(bytes: Uint8Array, at: number): boolean {
  let end = at
  while (end < bytes.length && end - at < 200 && bytes[end] !== 0x0a) end++
  return separator.test(String.fromCharCode(...bytes.subarray(at, end)))
}
