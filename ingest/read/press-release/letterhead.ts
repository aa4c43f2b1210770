import type {CopyLine} from '../wire-text/copy-lines.ts'
import {sourceLine} from './lines.ts'

/** Short words with capitals and no end of a sentence, as the name of whoever sends the release. */
export function looksLikeName(words: string): boolean {
  if (words.length > 70 || /[.!?:]$/.test(words) || /\d{2}/.test(words)) return false
  const long = words.split(/\s+/).filter((word) => word.length > 3)
  return long.length > 0 && long.every((word) => /^[("“]?\p{Lu}/u.test(word))
}

/** The names on the source lines of a release. */
export function sourceNames(lines: readonly CopyLine[]): string[] {
  return lines.flatMap(({text}) => {
    const name = text.length < 160 ? sourceLine.exec(text.trim())?.[1] : undefined
    return name === undefined ? [] : [cleanSource(name)]
  })
}

/** The sender of a source line, without who passed it on. */
export function cleanSource(name: string): string {
  return name.replace(/,?\s+(?:übermittelt durch|via|transmis par|distributed by)\s.{2,60}$/iu, '').trim()
}
