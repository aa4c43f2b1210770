/** Documents that look like a newsroom's, made from a seed: the same number gives the same documents. */
export interface MadeDocument {
  _id: string
  _type: string
  _rev: string
  _createdAt: string
  _updatedAt: string
  [attribute: string]: unknown
}

/** Of a hundred documents; what a person said or a picture shows does not become more with the archive. */
const shares = {person: 1, article: 15, imageCaption: 25, quote: 43, wireCopy: 15, newsletterBlock: 1}

export const sections = [
  'news',
  'politics',
  'business',
  'sport',
  'arts',
  'science',
  'health',
  'opinion',
  'local',
  'world',
]
const firstNames = [
  'Ann',
  'Bela',
  'Carla',
  'David',
  'Elif',
  'Farid',
  'Greta',
  'Hugo',
  'Ines',
  'Jonas',
  'Kira',
  'Luca',
]
const syllables = [
  'bar',
  'cor',
  'den',
  'fel',
  'gor',
  'han',
  'kel',
  'lin',
  'mar',
  'nov',
  'per',
  'ros',
  'sal',
  'tor',
  'vel',
  'win',
]
const common = [
  'the',
  'of',
  'a',
  'to',
  'in',
  'and',
  'on',
  'for',
  'was',
  'with',
  'by',
  'at',
  'from',
  'said',
  'city',
  'council',
  'plan',
  'year',
  'people',
  'work',
]

export interface Newsroom {
  documents: () => Generator<MadeDocument>
  articleId: (place: number) => string
  slug: (place: number) => string
  personName: (place: number) => string
  personId: (place: number) => string
  captionId: (place: number) => string
  counts: Record<keyof typeof shares, number>
}

/** A newsroom with about `total` documents, in the order in which an import writes them. */
export function makeNewsroom(total: number, seed = 7): Newsroom {
  const counts = Object.fromEntries(
    Object.entries(shares).map(([type, share]) => [type, Math.max(1, Math.round((total * share) / 100))]),
  ) as Newsroom['counts']
  const id = (type: string, place: number) => `${type}-${hash(`${type}${place}${seed}`)}`
  const slug = (place: number) => `${wordOf(place)}-${wordOf(place * 7 + 3)}-${place}`
  const personName = (place: number) =>
    `${firstNames[place % firstNames.length]!} ${capital(wordOf(place * 31 + 5))}${place}`
  const start = Date.parse('2016-01-01T00:00:00Z')
  const stamp = (place: number, of: number) =>
    new Date(start + Math.floor((place / of) * 10 * 365 * 86_400_000) + (place % 977) * 1000).toISOString()

  function* documents(): Generator<MadeDocument> {
    const random = seeded(seed)
    const text = (words: number) => sentence(random, words)
    const stored = (type: keyof typeof shares, place: number) => {
      const time = stamp(place, counts[type])
      return {_id: id(type, place), _type: type, _rev: 'rev', _createdAt: time, _updatedAt: time}
    }
    for (let place = 0; place < counts.person; place++)
      yield {...stored('person', place), name: personName(place), role: text(2), organisation: text(2)}
    for (let place = 0; place < counts.newsletterBlock; place++)
      yield {
        ...stored('newsletterBlock', place),
        title: text(4),
        pitch: text(12),
        listId: `list-${place % 20}`,
      }
    for (let place = 0; place < counts.imageCaption; place++)
      yield {
        ...stored('imageCaption', place),
        text: text(22),
        creditLine: `Photo: ${personName(place % counts.person)}`,
        fingerprint: hash(`f${place}`),
        keys: [hash(`k${place}`), hash(`l${place}`)],
      }
    for (let place = 0; place < counts.wireCopy; place++)
      yield {
        ...stored('wireCopy', place),
        raw: text(120),
        format: 'ninjs',
        sha256: hash(`w${place}`),
        receivedAt: stamp(place, counts.wireCopy),
        outcome: 'imported',
        articles: [reference(id('article', place % counts.article))],
      }
    const captionsOfArticle = counts.imageCaption / counts.article
    for (let place = 0; place < counts.article; place++)
      yield {
        ...stored('article', place),
        // Two words of its own, as names are.
        headline: `${capital(text(6))} ${wordOf(300 + ((place * 13) % 20_000))} ${wordOf(300 + ((place * 29) % 7000))}`,
        slug: {_type: 'slug', current: slug(place)},
        standfirst: text(18),
        byline: `By ${personName(place % counts.person)}`,
        by: [{_key: 'a', ...reference(id('person', place % counts.person))}],
        located: capital(wordOf(place % 300)),
        section: sections[Math.floor(random() * sections.length)],
        keywords: [wordOf(place % 900), wordOf(place % 410)],
        language: 'en',
        leadImage: {
          _type: 'captionedImage',
          caption: reference(id('imageCaption', Math.floor(place * captionsOfArticle))),
        },
        body: Array.from({length: 9}, (_, at) => ({
          _key: `b${at}`,
          _type: 'block',
          style: 'normal',
          markDefs: [],
          children: [{_key: 's', _type: 'span', marks: [], text: text(34)}],
        })),
        wire: {
          _type: 'wireInfo',
          provider: `agency-${place % 6}`,
          uri: `urn:news:${place}`,
          versionCreated: stamp(place, counts.article),
          pubStatus: place % 50 === 3 ? 'canceled' : 'usable',
          urgency: place % 9,
        },
      }
    for (let place = 0; place < counts.quote; place++)
      yield {
        ...stored('quote', place),
        paragraphs: [text(24)],
        kind: 'direct',
        speaker: reference(id('person', Math.floor(random() * counts.person))),
        speakerName: personName(place % counts.person),
        article: {...reference(id('article', place % counts.article)), _weak: true},
        cue: 'said',
      }
  }

  return {
    documents,
    articleId: (place) => id('article', place),
    slug,
    personName,
    personId: (place) => id('person', place),
    captionId: (place) => id('imageCaption', place),
    counts,
  }
}

function reference(to: string) {
  return {_type: 'reference', _ref: to}
}

/** Words as language has them: a few in every text, most in few. */
function sentence(random: () => number, words: number): string {
  let text = ''
  for (let at = 0; at < words; at++) {
    const word =
      random() < 0.45
        ? common[Math.floor(random() * common.length)]!
        : wordOf(Math.floor(1 / (random() + 0.00002)) + Math.floor(random() * 40))
    text += at === 0 ? word : ` ${word}`
  }
  return `${text}.`
}

function wordOf(place: number): string {
  let word = ''
  for (let rest = place + 16; rest > 0; rest = Math.floor(rest / 16)) word += syllables[rest % 16]!
  return word
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function hash(text: string): string {
  let [one, other] = [0x811c9dc5, 0x1b873593]
  for (let at = 0; at < text.length; at++) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193)
    other = Math.imul(other ^ text.charCodeAt(at), 0x85ebca6b)
  }
  const hex = (part: number) => (part >>> 0).toString(16).padStart(8, '0')
  return hex(one) + hex(other) + hex(Math.imul(one ^ (other >>> 13), 0xc2b2ae35))
}
