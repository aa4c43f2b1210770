import {mulberry} from './boost-trees.ts'

/** A way of writing the same copy otherwise that must not change what is understood of it. */
export interface Perturbation {
  name: string
  /** `seed` tells copies apart. */
  apply(text: string, seed: number): string
}

/** Ways in which a page's text comes otherwise from another browser, editor or clipboard. */
export const pagePerturbations: readonly Perturbation[] = [
  {name: 'CRLF line ends', apply: (text) => text.replaceAll('\n', '\r\n')},
  {name: 'no blank lines', apply: (text) => text.replaceAll(/\n{2,}/g, '\n')},
  {name: 'every line end doubled', apply: (text) => text.replaceAll('\n', '\n\n')},
  {name: 'no-break spaces', apply: (text, seed) => sprinkle(text, seed, ' ', '\u00A0', 0.15)},
  {name: 'white space at line ends', apply: (text) => text.replaceAll('\n', ' \t\n')},
  {
    name: 'straight quotation marks',
    apply: (text) => text.replaceAll(/[“”„]/g, '"').replaceAll(/[‘’]/g, "'"),
  },
  {name: 'a third of the menu lines gone', apply: (text, seed) => dropShortLines(text, seed, 0.33)},
]

/** Ways in which other houses print the same caption. */
export const captionPerturbations: readonly Perturbation[] = [
  {name: 'agencies swapped', apply: swapAgencies},
  {name: 'names swapped', apply: (text) => swapNames(text)},
  {
    name: 'straight quotation marks',
    apply: (text) => text.replaceAll(/[“”„]/g, '"').replaceAll(/[‘’]/g, "'"),
  },
  {name: 'no-break spaces', apply: (text, seed) => sprinkle(text, seed, ' ', '\u00A0', 0.3)},
  {name: 'dashes for hyphens', apply: (text) => text.replaceAll(' - ', ' – ')},
]

/** Ways of writing quotations that keep every offset. */
export const quotePerturbations: readonly Perturbation[] = [
  {
    name: 'straight marks',
    apply: (text) => text.replaceAll(/[“”]/g, '"').replaceAll(/[‘’]/g, "'"),
  },
  {name: 'guillemets', apply: (text) => pairMarks(text, '«', '»')},
  {name: 'low-high marks', apply: (text) => pairMarks(text, '„', '“')},
  {name: 'names swapped', apply: (text) => swapNames(text)},
  {
    name: 'told for said',
    apply: (text) => text.replaceAll(/\bsaid\b/g, 'told').replaceAll(/\bsays\b/g, 'adds'),
  },
]

function pairMarks(text: string, open: string, close: string): string {
  return text.replaceAll('“', open).replaceAll('”', close)
}

const vowels = 'aeiou'
const consonants = 'bcdfghjklmnpqrstvwz'

/**
 * Every word with a capital that is no common word becomes another of the same length, the same one everywhere: vowels and
 * consonants of the second half move on. Names so made are in no list, and every offset stays.
 */
export function swapNames(text: string): string {
  const lower = new Set(text.match(/(?<![\p{L}\p{N}])\p{Ll}+(?![\p{L}\p{N}])/gu))
  return text.replaceAll(/(?<![\p{L}\p{N}@/.])\p{Lu}\p{Ll}{3,}(?![\p{L}\p{N}])/gu, (word) =>
    lower.has(word.toLowerCase()) || kept.has(word) ? word : word.slice(0, 2) + shifted(word.slice(2)),
  )
}

/** Words with a capital that are no names. */
const kept: ReadonlySet<string> = new Set(
  'January February March April June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday President Senator Governor Secretary Minister Image Photo Photograph Picture File Credit Copyright Caption Getty Images Reuters Press Associated Association Shutterstock'.split(
    ' ',
  ),
)

function shifted(letters: string): string {
  return letters.replaceAll(/[a-z]/g, (letter) => {
    const row = vowels.includes(letter) ? vowels : consonants
    const at = row.indexOf(letter)
    return at < 0 ? letter : row[(at + 1) % row.length]!
  })
}

const agencies = ['Reuters', 'Getty Images', 'AFP', 'AP', 'Shutterstock', 'EPA', 'PA']

/** Each agency's name becomes the next one's; the same in every caption. */
function swapAgencies(text: string): string {
  return text.replaceAll(
    new RegExp(`\\b(?:${agencies.join('|')})\\b`, 'g'),
    (agency) => agencies[(agencies.indexOf(agency) + 1) % agencies.length]!,
  )
}

function sprinkle(text: string, seed: number, from: string, to: string, share: number): string {
  const draw = mulberry(seed)
  return text.replaceAll(from, () => (draw() < share ? to : from))
}

function dropShortLines(text: string, seed: number, share: number): string {
  const draw = mulberry(seed)
  return text
    .split('\n')
    .filter((line) => line.trim() === '' || line.length > 40 || draw() >= share)
    .join('\n')
}
