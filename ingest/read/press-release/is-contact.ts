import type {CopyLine} from '../wire-text/copy-lines.ts'
import {contactLine} from './lines.ts'

/** A way to reach somebody: an address, a number, or a word for one. */
export const reach = /@[\w-]+\.\w|(?:\+|\b0)[\d\s().-]{6,}\d|\b(?:tel|phone|mobile|fax|e-?mail)\b/i

const forMore =
  /^for (?:more|further|additional|any other) (?:information|details|images)\b.{0,120}\b(?:contact|call|e-?mail|phone)\b/i

/** Whether lines say whom to reach; `within`: they stand below others that do. */
export function isContact(group: readonly CopyLine[], within: boolean): boolean {
  const first = group[0]?.text.trim() ?? ''
  const short = group.every(({text}) => text.trim().length < 72)
  if (contactLine.test(first) && (group.length > 1 ? short : first.length < 120)) return true
  if (forMore.test(first) && reach.test(group.map(({text}) => text).join(' ')) && group.length < 6)
    return true
  // A block of short lines with ways to reach someone, after the contacts have started.
  return (
    within &&
    short &&
    (group.length > 1 || first.length < 60) &&
    group.some(({text}) => reach.test(text) || /\d{5}/.test(text))
  )
}
