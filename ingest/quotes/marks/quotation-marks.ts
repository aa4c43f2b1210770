/** The three families of quotation marks. Marks of one family never close a quotation opened by another. */
export type MarkFamily = 'double' | 'single' | 'angle'

export interface Mark {
  at: number
  end: number
  family: MarkFamily
  /** The mark's own direction; straight marks have none. */
  shape: 'open' | 'close' | 'either'
  mayOpen: boolean
  mayClose: boolean
  /** A close-looking single mark that could as well be an apostrophe (`the voters' pick`). */
  doubtful: boolean
}

const markPattern = /["“”„‟«»‹›‘’‚‛]|'+|``/g
const spaceOrOpening = /[\s([{—–\-/"“„«‘‚>|]/
export const elisions = /^(?:em|til|cause|tis|twas|n|bout|round|cos|cuz|ere|neath|\d\ds?)\b/i

export function readMarks(text: string): Mark[] {
  const marks: Mark[] = []
  for (const match of text.matchAll(markPattern)) {
    const at = match.index
    let found = match[0]
    let end = at + found.length
    if (/^'{3,}$/.test(found)) {
      // A single mark inside a doubled one, or the other way round: the doubled one is the outer.
      found = "''"
    }
    const before = at === 0 ? ' ' : text[at - 1]!
    const after = end >= text.length ? ' ' : text[end]!
    let family: MarkFamily = 'single'
    if (/["“”„‟]|''|``/.test(found)) family = 'double'
    else if (/[«»‹›]/.test(found)) family = 'angle'
    if (
      family === 'double' &&
      found === '"' &&
      /\d/.test(before) &&
      /['′]\s?\d*$/.test(text.slice(Math.max(0, at - 5), at))
    )
      continue // 5'10"
    if (found === '"' && before === '=') continue // an attribute's value left in the copy
    let shape: Mark['shape'] = 'either'
    if (/[“„‟‘‚‛]|``/.test(found)) shape = 'open'
    else if (/[”’]/.test(found)) shape = 'close'
    else if (/[«‹]/.test(found)) shape = 'open'
    else if (/[»›]/.test(found)) shape = 'close'
    const spaceBefore = spaceOrOpening.test(before)
    const spaceAfter = /\s/.test(after)
    let mayOpen = spaceBefore && !spaceAfter
    let mayClose = !/\s/.test(before) && at > 0
    let doubtful = false
    if (family === 'angle') {
      // French sets a space inside its guillemets; German turns them round and sets none.
      if (shape === 'open') mayOpen = spaceBefore && (mayOpen || /\s[^\s]/.test(text.slice(end, end + 2)))
      else mayOpen = mayOpen && /[\p{L}\p{N}"“„‘'¿¡(]/u.test(after)
    }
    if (family === 'single') {
      const letterBefore = /[\p{L}\p{N}]/u.test(before)
      const letterAfter = /[\p{L}\p{N}]/u.test(after)
      if (letterBefore && letterAfter) continue
      mayOpen =
        mayOpen &&
        shape !== 'close' &&
        !(/[\p{L}\p{N}]/u.test(after) && found !== '‘' && elisions.test(text.slice(end, end + 8)))
      mayClose = mayClose && shape !== 'open' && !letterAfter
      doubtful = letterBefore && /[\s]/.test(after) && end < text.length
      if (!mayOpen && !mayClose) continue
    }
    marks.push({at, end, family, shape, mayOpen, mayClose, doubtful})
  }
  return joinDoubled(text, marks)
}

/**
 * Two closing single marks in a row stand for one double mark when a double quotation is open (the wire's ``so''). Two
 * apostrophes with no such opening are left alone.
 */
function joinDoubled(text: string, marks: Mark[]): Mark[] {
  const joined: Mark[] = []
  let doubleOpen = false
  for (let index = 0; index < marks.length; index++) {
    const mark = marks[index]!
    const next = marks[index + 1]
    if (
      doubleOpen &&
      mark.family === 'single' &&
      next?.family === 'single' &&
      next.at === mark.end &&
      text[mark.at] === '’' &&
      text[next.at] === '’'
    ) {
      joined.push({...mark, end: next.end, family: 'double', doubtful: false, mayClose: true, mayOpen: false})
      doubleOpen = false
      index++
      continue
    }
    if (mark.family === 'double' && text.startsWith("''", mark.at)) {
      if (doubleOpen) joined.push({...mark, shape: 'close', mayOpen: false})
      doubleOpen = false
      continue
    }
    if (mark.family === 'double')
      doubleOpen = mark.shape === 'open' || (mark.shape === 'either' && !doubleOpen)
    joined.push(mark)
  }
  return joined
}
