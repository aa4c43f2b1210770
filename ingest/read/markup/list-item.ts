import type {CollectedBlock, ListItem} from './collected-block.ts'

/** An item of several short parts is one item with line breaks; one that holds running copy is not an item of a list. */
export function settleItem(item: ListItem, blocks: CollectedBlock[], dropped: Set<CollectedBlock>): void {
  if (item.own.length < 2) return
  const own = item.own.map((index) => blocks[index]!)
  const length = own.reduce((sum, {block}) => sum + block.text.length, 0)
  const adjacent = Number(item.own.at(-1)) - Number(item.own[0]) === own.length - 1
  if (length > 500 || own.length > 4 || !adjacent) {
    for (const {block} of own) {
      block.kind = 'paragraph'
      delete block.level
      delete block.list
    }
    return
  }
  const [first, ...others] = own as [CollectedBlock, ...CollectedBlock[]]
  for (const other of others) {
    const shift = first.block.text.length + 1
    first.block.text += `\n${other.block.text}`
    const marks = other.block.marks?.map((mark) => ({
      ...mark,
      start: mark.start + shift,
      end: mark.end + shift,
    }))
    if (marks) first.block.marks = [...(first.block.marks ?? []), ...marks]
    first.nodes = [...first.nodes, ...other.nodes]
    first.linkLength += other.linkLength
    dropped.add(other)
  }
}
