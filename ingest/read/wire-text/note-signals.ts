import type {Signal} from '../../model/news-item.ts'
import {findSignals} from './find-notices.ts'

/**
 * The signals of a note to editors. Desks put the word first, in the note or in one of its sentences (`UPDATES with quotes.
 * CORRECTS spelling.`); a word further in is prose. A kill counts only where the note opens with it in capitals, as prose may
 * speak of killing; a hold is for the format's own field to say.
 */
export function noteSignals(note: string): Signal[] {
  const opening = note.slice(0, 600).replace(/^\W*(?:eds?|editors?)\W+/i, '')
  const signals: Signal[] = /^(?:MANDATORY )?KILLS?\b/.test(opening) ? ['kill'] : []
  for (const sentence of opening.split(/[.;]\s+/, 8)) {
    const first = /^\W*([\p{L}-]{2,24})/u.exec(sentence)?.[1] ?? ''
    for (const signal of findSignals(first)) {
      if (signal !== 'kill' && signal !== 'hold' && !signals.includes(signal)) signals.push(signal)
    }
  }
  return signals
}

/**
 * The signals that a headline opens with in capitals, as desks put them there for everyone to see: `KILL - …`,
 * `MANDATORY KILL`, `CORRECTION: …`. The words of the headline itself give none.
 */
export function headlineSignals(headline: string): Signal[] {
  if (/^(?:UPDATE|WRAPUP) \d{1,2}-/.test(headline)) return ['update']
  // "ADVISORY: Please kill the story …", "ACHTUNG: Bitte …": what the desk asks for stands behind the label.
  const asked =
    /^\W*(?:EDITORS? |ATTENTION )*(?:ADVISORY|ACHTUNG|ATTENTION|KILL NOTICE)\b\W{1,4}(?:please\s+)?(\p{L}+)/iu.exec(
      headline,
    )
  if (
    asked &&
    /^(?:ADVISORY|ACHTUNG|ATTENTION)/.test(headline.replace(/^\W+/, '')) &&
    /^kill$/i.test(asked[1]!)
  )
    return ['advisory', 'kill']
  const label = /^\W*((?:\p{Lu}{3,}[ -]?){1,4})(?=\W|$)/u.exec(headline.slice(0, 80))?.[1]
  if (
    label === undefined ||
    !/^(?:(?:BULLETIN|MANDATORY|URGENT|PICTURE|STORY|EDITORS?) )*(?:KILL|KILLS|WITHHOLD|CORRECTION|CORRECTED|CORRECTS|REFILE|ADVISORY|ANNULATION|BERICHTIGUNG|KORREKTUR|RECTIFICATIF|ACHTUNG)\b/.test(
      label,
    )
  )
    return []
  return findSignals(label)
}
