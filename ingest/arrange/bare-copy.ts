import type {PageLine} from './lines/page-lines.ts'

/** A headline with its story under it and hardly anything else: indexes of lines. */
export interface BareCopy {
  headline: number
  story: ReadonlySet<number>
}

const maxLines = 80
const maxHeadline = 120

/** Scripts without capitals, of which hints of case and word length say nothing, and others whose words nobody listed. */
const scripts =
  /[\p{sc=Hang}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Arab}\p{sc=Hebr}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Deva}\p{sc=Beng}\p{sc=Taml}\p{sc=Telu}\p{sc=Gujr}\p{sc=Guru}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Geor}\p{sc=Armn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Ethi}]/gu

/** Scripts that end a sentence with nothing but the line. */
const unstopped = /[\p{sc=Thai}\p{sc=Laoo}]/u
const stop = /[.!?…。！？．।۔؟։។။።][\s"'”’»）)」』\]]*$/u

/**
 * Copy in such a script that is a headline and paragraphs: the first line has no full stop, nearly all below it have one. Null for
 * other copy (a page with its menus, text in Latin letters), which is told apart by more.
 */
export function toBareCopy(lines: readonly PageLine[]): BareCopy | null {
  const [head, ...below] = lines
  if (!head || below.length === 0 || lines.length > maxLines) return null
  const title = head.text.trim()
  if (title.length < 4 || title.length > maxHeadline || stop.test(title)) return null
  if (!isInSuchScript(lines.map(({text}) => text.slice(0, 200)).join(' '))) return null
  const isParagraph = ({text}: PageLine) =>
    stop.test(text) || (unstopped.test(text) && text.length > Math.min(30, title.length))
  const story = below.flatMap((line, at) => (isParagraph(line) ? [at + 1] : []))
  return story.length >= 0.7 * below.length && story[0]! <= 3 ? {headline: 0, story: new Set(story)} : null
}

/** The letters are not counted where none is of such a script, as in nearly all copy. */
function isInSuchScript(sample: string): boolean {
  const own = sample.match(scripts)?.length ?? 0
  return own === 0 ? !/\p{L}/u.test(sample) : own >= 0.6 * (sample.match(/\p{L}/gu)?.length ?? 0)
}
