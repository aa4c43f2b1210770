import type {NewsItem, Signal} from '../../model/news-item.ts'

/** Words of take and header lines, by the signal that they give. English, German, French, Spanish and Dutch desks. */
const signalWords: readonly [RegExp, Signal][] = [
  [
    /\b(?:kill|mandatory kill|elimination|annulation|annule|anulaci[oó]n|zur[uü]ckziehung|r[uü]ckzug|intrekking)\b/iu,
    'kill',
  ],
  [/\b(?:withhold|hold for (?:release|orders)|gesperrt)\b/iu, 'hold'],
  [
    /\b(?:correct(?:ion|ive|s|ed)?|corr?|refile|berichtigung|korrektur|rectificatif|corrige|rectifie|correctie|correcci[oó]n)\b/iu,
    'correction',
  ],
  [/\b(?:write-?thr[ou]+(?:gh)?)\b/iu, 'writethru'],
  [
    /\b(?:writethru|lead|ld|updat(?:e|es|ed|ing)|sub|subs|neufassung|aktualisierung|actualizaci[oó]n|mise [àa] jour|actualise|\d(?:st|nd|rd|th) ld-writethru)\b/iu,
    'update',
  ],
  [/\b(?:advisory|advisories|achtung|avis|aviso|vooraankondiging)\b/iu, 'advisory'],
]

/** The signals that the words of a take line, header or note give; each once. Words of the story itself do not belong here. */
export function findSignals(words: string): Signal[] {
  const text = words.slice(0, 400)
  return signalWords.flatMap(([pattern, signal]) => (pattern.test(text) ? [signal] : []))
}

/** Adds what `found` has to the item's signals, and makes a kill or hold count. */
export function addSignals(item: NewsItem, found: readonly Signal[]): void {
  for (const signal of found) if (!item.signals.includes(signal)) item.signals.push(signal)
  if (found.includes('kill')) item.pubStatus = 'canceled'
  else if (found.includes('hold') && item.pubStatus === 'usable') item.pubStatus = 'withheld'
}

/** An embargo laid on copy: the word with what it needs beside it, as stories tell of embargoes on arms and oil as well. */
const embargoWords =
  /\b(?:(?:strictly |under )?embargo(?:ed)?\b\s*(?:[:–-]\s*\S|until|till|to \d|for (?:release|\d|\w+day)|bis|jusqu|hasta|tot|fino)|not for (?:release|publication|use|broadcast) (?:before|until)|hold for release|hold until|for release (?!immediately)(?:\w+day|at|on|after|not before|\d)|advance for|adv\.? ?\d{1,2}|sperrfrist\b|frei (?:ab|f[uü]r)|sous embargo jusqu|bajo embargo hasta)/iu

const embargoInCapitals = /^\W*(?:STRICTLY )?EMBARGO(?:ED)?\b/

/** The words of an embargo in a note or header line, as they came; null when there are none. */
export function findEmbargo(words: string): string | null {
  const start = words.slice(0, 2000)
  return embargoWords.test(start) || embargoInCapitals.test(start) ? words.trim() : null
}
