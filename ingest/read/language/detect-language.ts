import {detectAll, supportedLanguages, toISO2} from 'tinyld'
import type {NewsItem} from '../../model/news-item.ts'
import {languageByFunctionWords} from './function-words.ts'

/** Languages that no newsroom writes in and that short texts in others are mistaken for. */
const setAside: ReadonlySet<string> = new Set(['eo', 'la', 'vo', 'ia', 'ie', 'tlh', 'jbo', 'ber'])

const candidates = supportedLanguages.map(toISO2).filter((language) => !setAside.has(language))

/** Words beyond this add time and no certainty. */
const sampleLength = 320

const fewestLetters = 40

/** The best guess must be this much better than the next. */
const margin = 1.2

/**
 * The language of some running text as a BCP 47 tag, or undefined when the text is too short or too mixed to say. By
 * function words where they tell clearly, else by tinyld's tables of letter groups, which take about a millisecond a text.
 */
export function detectLanguage(text: string): string | undefined {
  const sample = text.slice(0, sampleLength)
  if (
    (sample.match(/\p{L}/gu)?.length ?? 0) < fewestLetters &&
    !/\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}/u.test(sample)
  )
    return undefined
  const plain = languageByFunctionWords(sample)
  if (plain !== undefined) return plain
  const [best, next] = detectAll(sample, {only: candidates})
  if (best === undefined) return undefined
  return next === undefined || best.accuracy > next.accuracy * margin ? best.lang : undefined
}

/** Sets `languageDetected` on an item that declares no language, from its story or, if that is short, its captions. */
export function addDetectedLanguage(item: NewsItem): void {
  if (item.language !== undefined || item.languageDetected !== undefined) return
  const words = [
    ...(item.blocks ?? [])
      .filter(({kind, furniture}) => kind === 'paragraph' && furniture === undefined)
      .slice(0, 3)
      .map(({text}) => text),
    item.text?.slice(0, 2000) ?? '',
    ...item.associations.slice(0, 1).flatMap(({captions}) => captions.map(({text}) => text)),
    item.headline ?? '',
  ].join(' ')
  const language = detectLanguage(words.trim())
  if (language === undefined) return
  item.languageDetected = language
  item.derived = [...(item.derived ?? []), 'languageDetected']
}
