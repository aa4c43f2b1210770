const token = /[\p{L}\p{N}_]+/gu

/**
 * How much of each line of a page is in its gold body, 0 to 1: lines are matched to the body in order, so that a menu entry
 * that is also a word of the body does not count; long lines that only partly match count for the part.
 */
export function labelLines(lines: readonly string[], body: string): number[] {
  const gold = body.match(token) ?? []
  const starts = new Map<string, number[]>()
  gold.forEach((word, at) => {
    const list = starts.get(word)
    if (list === undefined) starts.set(word, [at])
    else list.push(at)
  })
  // Longest chain of matches, by words: tree[end] is the best chain that ends at or before that word of the gold.
  const tree = Array.from({length: gold.length + 2}, () => ({sum: 0, item: -1}))
  const items: {line: number; back: number}[] = []
  const labels = lines.map(() => 0)
  lines.forEach((line, at) => {
    const words = line.match(token) ?? []
    const [first] = words
    if (first === undefined) return
    const found: {start: number; sum: number; back: number}[] = []
    for (const start of (starts.get(first) ?? []).slice(0, 400)) {
      if (!words.every((word, step) => gold[start + step] === word)) continue
      const best = query(tree, start)
      found.push({start, sum: best.sum + words.length ** 1.1, back: best.item})
    }
    for (const {start, sum, back} of found) {
      items.push({line: at, back})
      update(tree, start + words.length, {sum, item: items.length - 1})
    }
    if (found.length === 0 && words.length >= 8) labels[at] = partOf(words, gold)
  })
  for (let item = query(tree, gold.length).item; item >= 0;) {
    const step = items[item] as {line: number; back: number}
    labels[step.line] = 1
    item = step.back
  }
  return labels
}

function partOf(words: readonly string[], gold: readonly string[]): number {
  const shingles = new Set<string>()
  for (let at = 0; at + 4 <= gold.length; at += 1) shingles.add(gold.slice(at, at + 4).join(' '))
  let hits = 0
  for (let at = 0; at + 4 <= words.length; at += 1)
    if (shingles.has(words.slice(at, at + 4).join(' '))) hits += 1
  const share = hits / (words.length - 3)
  return share >= 0.15 ? share : 0
}

function query(tree: readonly {sum: number; item: number}[], to: number): {sum: number; item: number} {
  let best = {sum: 0, item: -1}
  for (let at = to + 1; at > 0; at -= at & -at) {
    const here = tree[at]
    if (here !== undefined && here.sum > best.sum) best = here
  }
  return best
}

function update(tree: {sum: number; item: number}[], end: number, value: {sum: number; item: number}): void {
  for (let at = end + 1; at < tree.length; at += at & -at) {
    if ((tree[at]?.sum ?? 0) < value.sum) tree[at] = value
  }
}
