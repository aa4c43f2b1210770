const numberWords = {
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  percent: '%',
}

/** British and American pairs that no ending tells; general vocabulary (Oxford and Merriam-Webster list both spellings of each). */
const britishWords = {
  grey: 'gray',
  tyre: 'tire',
  tyres: 'tires',
  kerb: 'curb',
  kerbs: 'curbs',
  plough: 'plow',
  ploughs: 'plows',
  ploughed: 'plowed',
  sceptical: 'skeptical',
  sceptic: 'skeptic',
  aluminium: 'aluminum',
  cheque: 'check',
  cheques: 'checks',
  programme: 'program',
  programmes: 'programs',
  pyjamas: 'pajamas',
  storey: 'story',
  storeys: 'stories',
  jewellery: 'jewelry',
  moustache: 'mustache',
  mould: 'mold',
  moulds: 'molds',
  smoulder: 'smolder',
  smouldering: 'smoldering',
  licence: 'license',
  licences: 'licenses',
  defence: 'defense',
  defences: 'defenses',
  offence: 'offense',
  offences: 'offenses',
  pretence: 'pretense',
  practise: 'practice',
  practised: 'practiced',
  practising: 'practicing',
  manoeuvre: 'maneuver',
  manoeuvres: 'maneuvers',
  paediatric: 'pediatric',
  anaesthetic: 'anesthetic',
  oestrogen: 'estrogen',
  foetus: 'fetus',
  mum: 'mom',
  towards: 'toward',
  afterwards: 'afterward',
  whilst: 'while',
  amongst: 'among',
  enrol: 'enroll',
  fulfil: 'fulfill',
  skilful: 'skillful',
  instalment: 'installment',
  artefact: 'artifact',
  artefacts: 'artifacts',
  draught: 'draft',
  sulphur: 'sulfur',
  axe: 'ax',
  omelette: 'omelet',
  cosy: 'cozy',
  yoghurt: 'yogurt',
  gaol: 'jail',
  metre: 'meter',
  metres: 'meters',
}

const spellingPairs = new Map<string, string>([
  ...Object.entries(numberWords),
  ...Object.entries(britishWords),
])

/** Endings that any rule below may touch: most words have none and are left alone without further looking. */
const variantEnding = /our|[bct]res?$|red$|is(?:e|ing|ation)|ys(?:e|ing)|[aeiou]ll(?:e|ing|or)|ogue/u

/**
 * One form for spellings of one word: British to American (-our, -re, -ise, -yse, doubled l, -ogue), number words up to
 * twelve as digits. Takes a lower-case word without apostrophes; it is for comparing, never for showing.
 */
export function toCommonSpelling(word: string): string {
  const pair = spellingPairs.get(word)
  if (pair !== undefined) return pair
  if (word.length < 5 || !variantEnding.test(word)) return word
  return word
    .replace(/([a-z]{2})our(s|ed|ing|able|ably|ite|ites|ful|less|hood|hoods|er|ers)?$/u, '$1or$2')
    .replace(/([bct])re(s)?$/u, '$1er$2')
    .replace(/(entr|theat)red$/u, '$1ered')
    .replace(/([a-z]{3})is(e|es|ed|ing|er|ers|ation|ations)$/u, '$1iz$2')
    .replace(/([a-z]{2})ys(e|es|ed|ing)$/u, '$1yz$2')
    .replace(/([aeiou])ll(ed|ing|er|ers|or|ors)$/u, '$1l$2')
    .replace(/ogue(s)?$/u, 'og$1')
}
