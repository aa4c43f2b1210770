import {detectAll, supportedLanguages, toISO2} from 'tinyld'
import type {NewsItem} from '../../model/news-item.ts'
import {amongKin} from './close-kin.ts'
import {languageByFunctionWords} from './function-words.ts'

/** Languages that no newsroom writes in and that short texts in others are mistaken for. */
const setAside: ReadonlySet<string> = new Set(['eo', 'la', 'vo', 'ia', 'ie', 'tlh', 'jbo', 'ber'])

const candidates = supportedLanguages.map(toISO2).filter((language) => !setAside.has(language))

/** Whose every sentence or two has a letter that ASCII lacks: short text without any is in none of them. */
const accented: ReadonlySet<string> = new Set([
  'cs',
  'ga',
  'hu',
  'is',
  'lt',
  'lv',
  'pl',
  'ro',
  'sk',
  'tr',
  'vi',
])
const plainCandidates = candidates.filter((language) => !accented.has(language))
/** In letters. */
const shortSample = 160

/** Scripts that newsrooms write one language in. */
const languageOfScript: readonly [RegExp, string][] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Lao}/gu, 'lo'],
  [/\p{Script=Myanmar}/gu, 'my'],
  [/\p{Script=Sinhala}/gu, 'si'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Kannada}/gu, 'kn'],
  [/\p{Script=Malayalam}/gu, 'ml'],
  [/\p{Script=Gujarati}/gu, 'gu'],
  [/\p{Script=Gurmukhi}/gu, 'pa'],
]

/** Past the Latin letters and what all scripts share. */
const otherScript = /[\u0370-\u1CFF\u3130-\uD7AF]/

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
  const script = languageByScript(sample)
  if (script !== undefined) return script
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < fewestLetters && !/\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}/u.test(sample))
    return undefined
  const plain = languageByFunctionWords(sample)
  if (plain !== undefined) return plain
  const isPlain = letters < shortSample && !/(?!\p{ASCII})\p{L}/u.test(sample)
  const [best, next] = detectAll(sample, {only: isPlain ? plainCandidates : candidates})
  if (best === undefined) return undefined
  return next === undefined || best.accuracy > next.accuracy * margin
    ? amongKin(best.lang, sample)
    : undefined
}

/** By script alone: eight letters, and more than half of all, with names in other letters among them. */
function languageByScript(sample: string): string | undefined {
  if (!otherScript.test(sample)) return undefined
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  return languageOfScript.find(([script]) => {
    const own = sample.match(script)?.length ?? 0
    return own >= 8 && own > 0.5 * letters
  })?.[1]
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
