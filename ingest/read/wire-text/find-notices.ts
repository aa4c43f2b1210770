import type {NewsItem, Signal} from '../../model/news-item.ts'

/** Words of take and header lines, by the signal that they give. Desks of Western, Southern and Northern Europe and of the Americas. */
const signalWords: readonly [RegExp, Signal][] = [
  [
    wholeWords(
      'kill|mandatory kill|elimination|annulation|annule(?! et remplace)|anulaci[oó]n|zur[uü]ckziehung|r[uü]ckzug|intrekking',
    ),
    'kill',
  ],
  [wholeWords('withhold|hold for (?:release|orders)|gesperrt'), 'hold'],
  [
    wholeWords(
      'correct(?:ion|ive|s|ed)?|corr?|refile|berichtigung|berichtigte?|korrektur|korrigierte?|rectificatif|corrig[eé]e?|rectifi[eé]e?|annule et remplace|correctie|rectificatie|herstelt|correcci[oó]n|corregid[ao]|rectificaci[oó]n|corre[cç][aã]o|retifica|rettifica|corregge|rättelse|rettelse|korjaus|korrigering|korrigerad|sprostowanie|helyesb[ií]t[eé]s',
    ),
    'correction',
  ],
  [wholeWords('write-?thr[ou]+(?:gh)?'), 'writethru'],
  [
    wholeWords(
      'writethru|lead|ld|updat(?:e|es|ed|ing)|sub|subs|neufassung|aktualisierung|aktualisiert|actualizaci[oó]n|ampliaci[oó]n|atualiza[cç][aã]o|aggiornamento|mise [àa] jour|actualise|uppdatering|opdatering|oppdatering',
    ),
    'update',
  ],
  [wholeWords('advisory|advisories|achtung|avis|aviso|vooraankondiging'), 'advisory'],
]

/** `\b` ends at letters that ASCII does not have, and so would see `corr` in "corré". */
function wholeWords(pattern: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\d_])(?:${pattern})(?![\p{L}\d_])`, 'iu')
}

/** The signals that the words of a take line, header or note give; each once. Words of the story itself do not belong here. */
export function findSignals(line: string): Signal[] {
  const text = line.slice(0, 400)
  return signalWords.flatMap(([pattern, signal]) => (pattern.test(text) ? [signal] : []))
}

/** Words that call copy back on a label of their own; in a slugline they may be what the story is about. */
const killLabel = wholeWords(
  'zur[uü]ckgezogen|annul[eé]e|anulad[ao]|anulen|anula[cç][aã]o|annullamento|annullat[ao]|annullare|ingetrokken|återkallad|återkallelse|tillbakadragen|annullering|annulleret|tilbagekaldt|(?:trekkes|trukket) tilba[kg]e|peruutus|anulowan[aoey]|anulowanie',
)

/** The signals of words that are a label and nothing else: a take line, the capitals that a headline opens with. */
export function findLabelSignals(label: string): Signal[] {
  const signals = findSignals(label)
  return killLabel.test(label) && !signals.includes('kill') ? ['kill', ...signals] : signals
}

/** Adds what `found` has to the item's signals, and makes a kill or hold count. */
export function addSignals(item: NewsItem, found: readonly Signal[]): void {
  for (const signal of found) if (!item.signals.includes(signal)) item.signals.push(signal)
  if (found.includes('kill')) item.pubStatus = 'canceled'
  else if (found.includes('hold') && item.pubStatus === 'usable') item.pubStatus = 'withheld'
}

/** An embargo laid on copy: the word with what it needs beside it, as stories tell of embargoes on arms and oil as well. */
const embargoWords =
  /\b(?:(?:strictly |under )?embargo(?:ed)?\b\s*(?:[:–-]\s*\S|until|till?|to \d|for (?:release|\d|\w+day)|bis|jusqu|hasta|tot|fino|até|al \d)|not for (?:release|publication|use|broadcast) (?:before|until)|hold for release|hold until|for release (?!immediately)(?:\w+day|at|on|after|not before|\d)|advance for|adv\.? ?\d{1,2}|sperrfrist\b|frei (?:ab|f[uü]r)|sous embargo jusqu|embargad[oa]s? (?:hasta|até)|embargato fino|klausuler(?:e?t|ad) (?:til|indtil))/iu

const embargoInCapitals = /^\W*(?:STRICTLY )?EMBARGO(?:ED)?\b/

/** The words of an embargo in a note or header line, as they came; null when there are none. */
export function findEmbargo(words: string): string | null {
  const start = words.slice(0, 2000)
  return embargoWords.test(start) || embargoInCapitals.test(start) ? words.trim() : null
}
