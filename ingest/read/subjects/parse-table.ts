/** A table of one `code label` pair a line. */
export function parseTable(lines: string): ReadonlyMap<string, string> {
  return new Map(
    lines
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, 8), line.slice(9)]),
  )
}
