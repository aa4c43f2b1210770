/** A generator of look-alike raw articles for measuring: invented words of a news page, the same for the same seed. */
const places = [
  'Ardmore',
  'Kilbrannan',
  'Westhaven',
  'Dunross',
  'Littleport',
  'Marlow Green',
  'Castle Bay',
  'Highmoor',
]
const given = ['Morag', 'Tomas', 'Ailsa', 'Euan', 'Priya', 'Daniel', 'Grace', 'Owen', 'Hannah', 'Samuel']
const family = [
  'Sinclair',
  'Reidy',
  'Burnett',
  'Galbraith',
  'Nair',
  'Hughes',
  'Okafor',
  'Marsh',
  'Whitlock',
  'Doyle',
]
const subjects = [
  'The council',
  'The hospital trust',
  'A local school',
  'The ferry company',
  'The fire service',
  'The club',
]
const verbs = ['has delayed', 'will review', 'has published', 'may abandon', 'is to rebuild', 'has defended']
const objects = [
  'its plans for the old quay',
  'the winter timetable',
  'a report on the flood wall',
  'the new library roof',
]
const endings = [
  'after months of argument',
  'before the end of the year',
  'despite the cost',
  'in the face of protests',
]
const speech = [
  'We have waited long enough and people want to see a spade in the ground',
  'Nobody who has seen the figures can say that this is the cheap way out',
  'It is a good day for the town and a better one for those who never gave up',
  'I would rather be late and right than early and sorry',
]

export interface MadeArticle {
  text: string
  bytes: Uint8Array
}

/** A raw page of about `size` bytes with headline, repeated caption, paragraphs, quotations, a sign-up box and furniture. */
export function makeArticle(seed: number, size = 8192): MadeArticle {
  const next = createRandom(seed)
  const pick = (list: string[]) => list[Math.floor(next() * list.length)] ?? ''
  const name = `${pick(given)} ${pick(family)}`
  const surname = name.split(' ')[1] ?? ''
  const place = pick(places)
  const caption = `${name} at the gates of the yard in ${place} where work was to begin in ${1990 + Math.floor(next() * 30)}`
  const lines = [
    `${Math.floor(next() * 20)}°C ${place}`,
    `${place} waits as ${pick(objects)} run late (${seed})`,
  ]
  lines.push(caption, caption)
  while (lines.join('\n\n').length < size) {
    const turn = Math.floor(next() * 5)
    if (turn === 0)
      lines.push(`"${pick(speech)}," ${lines.length < 8 ? name : `Ms ${surname}`} said. "${pick(speech)}."`)
    else if (turn === 1) lines.push(`Ms ${surname} said: "${pick(speech)}.`, `"${pick(speech)}."`)
    else if (turn === 2)
      lines.push(
        `${subjects[0]} called the idea "a step too far" for ${place}, where ${Math.floor(next() * 900)} people work.`,
      )
    else
      lines.push(
        `${pick(subjects)} in ${pick(places)} ${pick(verbs)} ${pick(objects)} ${pick(endings)}. ${pick(subjects)} ${pick(verbs)} ${pick(objects)}.`,
      )
  }
  lines.push(
    'Evening Tide Newsletter',
    'Get the stories that matter in your inbox every evening with our free newsletter.',
    'Most Read',
  )
  const text = lines.join('\n\n')
  return {text, bytes: new TextEncoder().encode(text)}
}

/** mulberry32: small, fast, the same everywhere. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
