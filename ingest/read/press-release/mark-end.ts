import type {BodyBlock} from '../../model/news-item.ts'
import {isContact} from './is-contact.ts'
import {contactLine, endLine, notesLine} from './lines.ts'

const firstLine = (text: string): string => text.split('\n', 1)[0]!.trim()

/** Marks what stands behind the line that ends a release, or from its notes to editors on: all of it is for newsrooms. */
export function markBehindEnd(blocks: readonly BodyBlock[]): void {
  const at = blocks.findIndex((block, order) => order > 0 && endLine.test(block.text.trim()))
  if (at === -1 || blocks.slice(0, at).every((block) => block.furniture !== undefined)) return
  blocks[at]!.furniture ??= 'sign-off'
  markRest(blocks.slice(at + 1))
}

/** Marks contacts, and notes to editors with all that follows them, in a document that has no line for its end. */
export function markNotesAndContacts(blocks: readonly BodyBlock[]): void {
  const notes = blocks.findIndex(
    ({text, furniture}, order) => order > 1 && furniture === undefined && notesLine.test(firstLine(text)),
  )
  if (notes !== -1) markRest(blocks.slice(notes))
  let within = false
  for (const [at, block] of blocks.entries()) {
    if (at < 2 || block.furniture !== undefined || !['paragraph', 'crosshead'].includes(block.kind)) continue
    within = isContact(
      block.text.split('\n').map((text, line) => ({text, line, offset: 0})),
      within,
    )
    if (within) block.furniture = 'contact'
  }
}

function markRest(blocks: readonly BodyBlock[]): void {
  for (const block of blocks)
    if (block.kind !== 'image')
      block.furniture ??= contactLine.test(firstLine(block.text)) ? 'contact' : 'editors-note'
}
