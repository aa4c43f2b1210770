import {wordClass} from '../words/lexicon.ts'
import {addSpan, type NameSpan} from './name-spans.ts'
import {functionBits, givenAny, isNameWord, isNickname} from './name-words.ts'
import type {Sheet} from '../words/tokens.ts'

const noSurnames: ReadonlySet<string> = new Set()

/** The names printed in a sheet, in order, tied to no one yet. `surnames` are the titles that are surnames in this copy: see `titlesAsSurnames`. */
export function findNames(sheet: Sheet, surnames: ReadonlySet<string> = noSurnames): NameSpan[] {
  const spans: NameSpan[] = []
  let index = 0
  while (index < sheet.length) {
    const token = sheet[index]!
    if (!isNameWord(token, index, sheet)) {
      index++
      continue
    }
    let to = index + 1
    while (to < sheet.length) {
      const next = sheet[to]!
      const before = sheet[to - 1]!
      if (before.possessive) break
      if (isNameWord(next, to, sheet)) {
        to++
        continue
      }
      if (
        next.kind === 'word' &&
        !next.capital &&
        next.classes & wordClass.particle &&
        sheet[to + 1]?.capital &&
        !(sheet[to + 1]!.classes & functionBits)
      ) {
        to += 2
        continue
      }
      if (next.text === '&' && sheet[to + 1]?.capital) {
        to += 2
        continue
      }
      if (isNickname(sheet, to)) {
        to += 2
        continue
      }
      if (next.text === ',' && sheet[to + 1] && /^(?:jr|sr)\.?$/i.test(sheet[to + 1]!.text)) {
        to += 2
        continue
      }
      break
    }
    addSpan(sheet, index, to, spans, surnames)
    index = to
  }
  return spans
}

/**
 * Titles that the copy uses as surnames (`Sheikh said`, where somebody is `Farida Sheikh`): in lower case. They stand alone, with a
 * capital, before a verb of saying, and elsewhere behind a word that is no part of an office.
 */
export function titlesAsSurnames(sheets: readonly Sheet[]): ReadonlySet<string> {
  const alone = new Set<string>()
  const behindNames = new Set<string>()
  for (const sheet of sheets) {
    for (let index = 0; index < sheet.length; index++) {
      const token = sheet[index]!
      if (!token.capital || !(token.classes & wordClass.title)) continue
      const before = sheet[index - 1]
      const next = sheet[index + 1]
      if (next?.kind === 'word' && next.capital) continue
      const isPlain = before?.kind === 'word' && before.capital && before.sentence === token.sentence
      if (isPlain && !before.possessive && !(before.classes & ~givenAny)) behindNames.add(token.lower)
      else if (
        !isPlain &&
        !(before && before.classes & wordClass.determiner) &&
        next &&
        next.classes & wordClass.say
      )
        alone.add(token.lower)
    }
  }
  for (const title of alone) if (!behindNames.has(title)) alone.delete(title)
  return alone.size > 0 ? alone : noSurnames
}
