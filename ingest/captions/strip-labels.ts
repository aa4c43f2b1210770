const prefixLabels: RegExp[] = [
  // A frame's number in a gallery: `(1/3)`, `1 of 4`, `Slide 3 of 10:`.
  /^(?:slide|photo|image|picture|gallery|frame)\s\d{1,3}(?:\s?(?:\/|of)\s?\d{1,3}|\s?[:.|–—-])\s?[:.|–—-]?\s?/iu,
  /^\(\s?\d{1,3}\s?(?:\/|of)\s?\d{1,3}\s?\)\s?[:.|–—-]?\s?/iu,
  /^\d{1,3}\s?(?:\/|of)\s?\d{1,3}(?:\s?[:.|–—-]\s?|\s(?=[\p{Lu}\p{N}"'“‘]))/u,
  // `Image caption` (also glued to the caption's first word).
  /^(?:image|photo|picture|media|video|file)\scaption\s?[:,.–—-]?\s?/iu,
  /^caption\s?[:–—-]\s?/iu,
  /^\(?(?:FILE|FILES|ARCHIVE|COMBO|COMBINATION|HANDOUT|UNDATED)\)?(?:\s(?:PHOTO|IMAGE|PIC|PICTURE))?\)?\s?[:.–—-]\s?/u,
  /^\((?:FILE|FILES|ARCHIVE|COMBO|COMBINATION)(?:\s(?:PHOTO|IMAGE|PIC|PICTURE))?\)\s?/iu,
  /^\(?(?:file|archive|library|stock|undated|handout)\s(?:photo|photograph|picture|pic|image)(?:\sdated\s\d{1,2}[./-]\d{1,2}[./-]\d{2,4})?\)?(?:\s?:|\sof|\sshows|\sshowing)\s?/iu,
  /^(?:photos?|images?|pictures?|pictured|pics?|video|watch|graphic|illustration|gallery|in pictures|in photos)\s?[:|]\s?/iu,
  /^(?:preview\s)?thumbnail\sfor(?:\svideo)?\s?['‘"“]?/iu,
  /^(?:enlarge this image|enlarge image|enlarge|toggle caption|view gallery)\s?(?:toggle caption)?\s?[:|–—-]?\s(?=\p{Lu})/iu,
]

const suffixLabels: RegExp[] = [
  /\s?[([](?:file|archive|library|stock|undated|generic)(?:\s(?:photo|photograph|picture|pic|image))?\s?[)\]]\s?\.?$/iu,
  /[\s,;.]\s?(?:file|archive|library|stock)\s(?:photo|photograph|picture|pic|image)\.?$/iu,
  /\s[|–—-]\s?(?:photos?|images?|pictures?|gallery|video)$/iu,
  /\s?\(\d{1,2}:\d{2}(?::\d{2})?\)$/u,
  /\s(?:hide caption|toggle caption|enlarge this image|click to enlarge|tap to enlarge|tap to expand|read more)$/iu,
]

/**
 * A caption without the labels that pages print around it: the frame's number in a gallery, `Image caption`, `FILE PHOTO:`,
 * `(file photo)`, `- Photo`, a film's length, the words of a button. Expects cleaned text (`cleanCaption`). A text that is
 * nothing but a label comes back as it is.
 */
export function stripLabels(text: string): string {
  let rest = text
  for (let pass = 0; pass < 4; pass += 1) {
    let next = rest
    for (const label of prefixLabels) next = next.replace(label, '')
    for (const label of suffixLabels) next = stripEnd(next, label)
    next = next.trim()
    if (next === rest || !/[\p{L}\p{N}]/u.test(next)) break
    rest = next
  }
  return rest
}

/** Suffix labels are short: looking at the last characters only keeps this linear whatever the caption's length. */
function stripEnd(text: string, label: RegExp): string {
  const from = Math.max(0, text.length - 60)
  const tail = text.slice(from)
  const found = label.exec(tail)
  return found && from + found.index > 0 ? text.slice(0, from + found.index) : text
}
