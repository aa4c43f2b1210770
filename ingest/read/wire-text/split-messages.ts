/** A message within a transmission: offsets into the copy and the number of its first line. */
export interface MessageRange {
  start: number
  end: number
  line: number
}

/**
 * The messages of a transmission, each from its start of header (SOH) to the next. What stands before the first belongs
 * to it; copy without any SOH is one message; stretches without words are none.
 */
export function splitMessages(copy: string): MessageRange[] {
  const starts: number[] = []
  for (let at = copy.indexOf('\u0001'); at !== -1; at = copy.indexOf('\u0001', at + 1)) starts.push(at)
  if (starts.length === 0) starts.push(0)
  starts[0] = 0
  const ranges: MessageRange[] = []
  let line = 1
  for (const [order, start] of starts.entries()) {
    const end = starts[order + 1] ?? copy.length
    const message = copy.slice(start, end)
    if (/[\p{L}\p{N}]/u.test(message)) ranges.push({start, end, line})
    for (let at = message.indexOf('\n'); at !== -1; at = message.indexOf('\n', at + 1)) line++
  }
  return ranges
}
