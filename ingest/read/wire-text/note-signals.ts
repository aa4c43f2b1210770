import type {Signal} from '../../model/news-item.ts'
import {findLabelSignals, findSignals} from './find-notices.ts'

/**
 * The signals of a note to editors. Desks put the word first, in the note or in one of its sentences (`UPDATES with quotes.
 * CORRECTS spelling.`); a word further in is prose. A kill counts only where the note opens with it in capitals, as prose may
 * speak of killing; a hold is for the format's own field to say.
 */
export function noteSignals(note: string): Signal[] {
  const opening = note.slice(0, 600).replace(/^\W*(?:eds?|editors?)\W+/i, '')
  const signals: Signal[] = /^(?:MANDATORY )?KILLS?\b/.test(opening) ? ['kill'] : []
  for (const sentence of opening.split(/[.;]\s+/, 8)) {
    const first = /^[^\p{L}\d_]*(annule et remplace|[\p{L}-]{2,24})/iu.exec(sentence)?.[1] ?? ''
    for (const signal of findSignals(first)) {
      if (signal !== 'kill' && signal !== 'hold' && !signals.includes(signal)) signals.push(signal)
    }
  }
  return signals
}

/**
 * The signals that a headline opens with, as desks put them there for everyone to see: `KILL - …`, `MANDATORY KILL`,
 * `CORRECTION: …`, `Berichtigung: …`, `ATTENTION - ANNULATION - …`. The words of the headline itself give none.
 */
export function headlineSignals(headline: string): Signal[] {
  if (/^(?:UPDATE|WRAPUP) \d{1,2}-/.test(headline)) return ['update']
  const start = headline.slice(0, 200)
  const called = attention.exec(start)?.[0] ?? ''
  const rest = start.slice(called.length).replace(/^[^\p{L}]+/u, '')
  if (/^(?:bitte|ersatzlos) /i.test(rest) && isToBeStruckOut(rest)) return ['advisory', 'kill']
  const label = capitalLabel.exec(rest)?.[0] ?? labelWithColon.exec(rest)?.[0]
  const signals = findLabelSignals(label ?? labelBehind(headline))
  if (called === '') return signals
  if (/^(?:please )?kill\b/i.test(rest) || isKillRequest(rest)) signals.push('kill')
  if (callsDesk.test(called) || rest === '' || signals.includes('kill')) signals.unshift('advisory')
  return [...new Set(signals)]
}

/** The label that a headline ends with, in brackets or in capitals behind a dash; empty for none. */
function labelBehind(headline: string): string {
  const [, inBrackets, behindDash] =
    /(?:\(([^()]{4,40})\)|\s[-–—]{1,2}\s([^-–—()]{4,40}))\s*$/u.exec(headline.slice(-60)) ?? []
  const label = (inBrackets ?? behindDash ?? '').trim()
  const isLabel =
    capitalLabel.exec(label)?.[0] === label ||
    (inBrackets !== undefined && labelWithColon.exec(`${label}:`)?.[0] === label)
  return isLabel ? label : ''
}

/** What a desk calls editors with. `Attention:` alone may open a headline of any story. */
const attention =
  /^[^\p{L}\d]*(?:advisory|achtung|hinweis|wichtig|attention|atenci[oó]n|aten[cç][aã]o|attenzione|let op|observera|kill notice|(?:to|an|aux?|ai|til|till)?\s?(?:die |alle |all |news |los |las |les |gli |de )?(?:editors|redaktionen|r[eé]dactions|r[eé]dacteurs|editores|redacciones|redacties|redazioni|redaktioner))(?:[^\p{L}\d]{1,6}(?:to |an |aux? |a |aos |ai |til |till )?(?:die |alle |all |news |los |las |les |gli |de )?(?:editors|redaktionen|r[eé]dactions|r[eé]dacteurs|editores|redacciones|redacties|redazioni|redaktioner))?(?:(?=\P{L}*$)|\s?[^\p{L}\s]{1,6}\s?|\s(?=please |kill ))/iu
const callsDesk = /ADVISORY|ACHTUNG|KILL NOTICE|editor|r[eé]da[ckz]/iu

/** Labels in capitals, with what may stand before and behind them. */
const capitalLabel =
  /^(?:(?:BULLETIN|MANDATORY|URGENT|PICTURE|STORY|EDITORS?|MELDUNG|D[EÉ]P[EÊ]CHE|NOT[IÍ]CIA|NOTIZIA|BERICHT|HISTORIE) )*(?:KILLS?|WITHHOLD|CORRECTION|CORRECTED|CORRECTS|REFILE|ADVISORY|ANNULATION|ANNUL[EÉ]E|ANNULE(?: ET REMPLACE)?|BERICHTIGUNG|BERICHTIGT|KORREKTUR|KORRIGIERT|RECTIFICATIF|ACHTUNG|ZUR[UÜ]CKGEZOGEN|ZUR[UÜ]CKZIEHUNG|ANULACI[OÓ]N|ANULADA|ANULEN|CORRECCI[OÓ]N|RECTIFICACI[OÓ]N|AMPLIACI[OÓ]N|ACTUALIZACI[OÓ]N|ANULA[CÇ][AÃ]O|CORRE[CÇ][AÃ]O|ATUALIZA[CÇ][AÃ]O|ANNULLARE|ANNULLAMENTO|ANNULLATA|RETTIFICA|INTREKKING|INGETROKKEN|RECTIFICATIE|CORRECTIE|ÅTERKALLAD|ÅTERKALLELSE|TILLBAKADRAGEN|RÄTTELSE|KORRIGERING|ANNULLERING|ANNULLERET|TILBAGEKALDT|TRUKKET TILBAGE|TREKKES TILBAKE|TRUKKET TILBAKE|RETTELSE|PERUUTUS|KORJAUS|ANULOWAN[AOEY]|ANULOWANIE|SPROSTOWANIE)(?!\p{L})/u

/** Desks that write labels in small letters set a colon or brackets (`Berichtigung: …`, `(Corrección) …`). */
const labelWithColon =
  /^(?:zurückgezogen|meldung zurückgezogen|zurückziehung|anulowan[aoey]|anulowanie|sprostowanie|helyesbítés|berichtigung|berichtigt|korrektur|korrigiert|rectificatif|annulation|annule et remplace|anulación|corrección|rectificación|ampliación|anulação|correção|annullamento|rettifica|intrekking|ingetrokken|rectificatie|correctie|återkallad|tillbakadragen|rättelse|annullering|tilbagekaldt|trukket tilbage|trekkes tilbake|rettelse|peruutus|korjaus|correction)(?=\s?[:)])/iu

const copyWords =
  /(?<!\p{L})(?:meldung|bericht|beitrag|text|story|stories|item|dépêche|depeche|information|papier|noticia|despacho|información|notícia|texto|notizia|bericht|verhaal|artikel|historie)(?!\p{L})/iu
const notToUse =
  /(?<!\p{L})nicht (?:mehr )?(?:zu )?(?:verwenden|verwendet|veröffentlichen|veröffentlicht|benutzen|senden)|(?:verwenden|veröffentlichen) sie\s.{0,80}nicht(?!\p{L})|ist zurückgezogen|wird zurückgezogen|zurückgezogen\W*$|ersatzlos zu streichen|do not (?:use|publish)|ne pas (?:utiliser|publier|tenir compte)|(?:rogamos|ruega) (?:que )?anulen|no (?:usar|utilizar|publicar|utilicen|publiquen)|não (?:usar|utilizar|utilizem|publicar|publiquem)|non (?:utilizzare|usare|pubblicare)|niet (?:te )?(?:gebruiken|publiceren)|is ingetrokken|inte (?:använda|publicera)|ikke (?:bruges|brukes|bringes)/iu

/** Copy that waits for its hour, or is free but for its pictures, is not killed. */
const usableOtherwise =
  /(?<!\p{L})(?:before|until|without|vor|bis|ohne|avant|jusqu|sans|antes|hasta|sin|até|sem|prima|fino|senza|voor|tot|zonder|innan|utan|før|uden|uten|embargo|sperrfrist|photos?|fotos?|bild(?:er)?|videos?)(?!\p{L})/iu

/** True when words to the desk ask that copy be used no longer. Words of a story may read the same; they do not belong here. */
export function isKillRequest(note: string): boolean {
  const start = note.slice(0, 600)
  if (isToBeStruckOut(start)) return true
  return copyWords.test(start) && notToUse.test(start) && !usableOtherwise.test(start)
}

/** `Bitte ersatzlos streichen`: all of the copy, where no part of it is named. */
function isToBeStruckOut(note: string): boolean {
  return (
    /(?<!\p{L})bitte\s[^.!?]{0,80}(?<!\p{L})ersatzlos\s(?:zu\s)?streichen(?!\p{L})|^\W*ersatzlos\s(?:zu\s)?streichen(?!\p{L})/iu.test(
      note,
    ) &&
    !/(?<!\p{L})(?:\p{L}{0,12}(?:absatz|satz|absätze|sätze|zeilen?|passagen?|zitate?|wörter|wort|namen?|zwischentitel)|bild|foto|grafik)(?!\p{L})/iu.test(
      note,
    )
  )
}
