import type {Signal} from '../../model/news-item.ts'
import {findSignals} from './find-notices.ts'

/**
 * The signals of a note to editors in a format that has a status field of its own. A kill counts only where the note opens
 * with it in capitals, as prose may speak of killing.
 */
export function noteSignals(note: string): Signal[] {
  const opening = note.slice(0, 80).replace(/^\W*(?:eds?|editors?)\W+/i, '')
  const found = findSignals(opening.split(/[.;]/, 1)[0] ?? '')
  const kill = /^(?:MANDATORY )?KILL\b|^KILLS\b/.test(opening)
  return found.filter((signal) => (signal === 'kill' ? kill : signal !== 'hold'))
}
