import type {BodyBlock} from '../../model/news-item.ts'

/** WordPress closes what it sends to feed readers with a line that names the post and the site. */
const creditOfPost = /^The post .{1,400} (?:appeared first|first appeared) on .{1,200}\.?$/s

/** The link from a cut text to the whole, a line of its own. */
const wayOn =
  /^\W*(?:continue reading|keep reading|read (?:more|on|the (?:full|whole|rest)\b.{0,40})|weiterlesen|mehr lesen|lire la suite|leer más|seguir leyendo|leggi tutto|continua a leggere|lees (?:meer|verder)|läs mer|les mer|læs mere)\b.{0,80}$/iu

/** Marks the lines that a site's software puts below the words it sends to feed readers; they keep their text. */
export function markFeedEnd(blocks: readonly BodyBlock[]): void {
  for (const block of blocks.slice(-2)) {
    const {kind, text, marks = [], furniture} = block
    if (kind !== 'paragraph' || furniture !== undefined) continue
    const linked = marks
      .filter((mark) => mark.kind === 'link')
      .reduce((sum, {start, end}) => sum + end - start, 0)
    const isWayOn = wayOn.test(text) && linked >= text.trim().length - 6
    if (isWayOn || (linked > 0 && creditOfPost.test(text))) block.furniture = 'related-links'
  }
}
