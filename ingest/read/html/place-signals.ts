import {attributeOf, elementName, type MarkupNode} from '../markup/markup-node.ts'

/**
 * Names that page makers give to the parts of a page, by what they hold. They are read as in the extraction library's own
 * lists: English class names of publishing systems, of no one site.
 */
const nameGroups: readonly (readonly [group: string, names: RegExp])[] = [
  [
    'body',
    /article-?_*body|entry-?_*content|story-?_*(?:body|text|content)|post-?_*(?:content|body|entry)|article-?_*(?:content|text|copy)|body-?_*(?:text|copy|content)|content-?_*(?:body|text)|main-?content|field-name-body|richtext|rich-text/,
  ],
  ['byline', /by-?line|author|writer|contributor|(?:^|[\s_-])bio(?:[\s_-]|$)|profile/],
  ['date', /date|time|publish|posted|updated/],
  [
    'summary',
    /(?:^|[\s_-])de[ck]k?(?:[\s_-]|$)|standfirst|summary|sub-?(?:title|head)|excerpt|description|abstract|intro|highlights|alternativeheadline/,
  ],
  [
    'label',
    /breadcrumb|kicker|eyebrow|categor|section-?_*(?:label|name)|(?:^|[\s_-])tags?(?:[\s_-]|$)|topic|keyword|label/,
  ],
  [
    'related',
    /relat|recommend|read-?_*(?:next|more|also)|more-?_*(?:on|from|stor|news|article)|also|trending|popular|most-?_*(?:read|view|pop)|teaser|latest|outbrain|taboola|recirc|suggest|up-?next|onward|headlines/,
  ],
  ['share', /shar(?:e|ing)|social|follow|print|toolbar|tools|utilit|addthis|(?:^|[\s_-])sns|reactions/],
  ['newsletter', /newsletter|sign-?up|subscri|mailchimp|opt-?in|email|paywall|membership|donat/],
  ['comment', /comment|disqus|discuss|respon(?:d|se)|reply/],
  ['advertising', /(?:^|[\s_-])ads?(?:[\s_\d-]|$)|advert|sponsor|promo|banner|affiliate|dfp|(?:^|[\s_-])gpt/],
  [
    'frame',
    /(?:^|[\s_-])(?:nav|menu|header|footer|foot|sidebar|rail|widget|masthead|topbar|aside|bottom)|navigation|navbar|sidebar|breadcrumb/,
  ],
  [
    'notice',
    /cookie|consent|gdpr|modal|popup|pop-up|overlay|log-?in|sign-?in|account|search|copyright|disclaimer|legal/,
  ],
  ['media', /gallery|caption|credit|slide|video|player|photo|image|carousel|thumb|media|figure/],
  ['quote', /quote|callout|highlight/],
  ['box', /(?:^|[\s_-])box|inset|infobox|factbox|product|module|card|tile/],
]

const tagGroups = [
  'nav',
  'header',
  'footer',
  'aside',
  'form',
  'article',
  'figure',
  'li',
  'a',
  'button',
  'table',
  'dl',
  'center',
  'h1',
] as const

/** Names of the signals, in the order of the bits. */
export const placeSignalNames: readonly string[] = [
  ...nameGroups.map(([group]) => group),
  ...tagGroups,
  'articleBody',
]

const tagBits = new Map<string, number>(tagGroups.map((name, index) => [name, nameGroups.length + index]))
const articleBodyBit = nameGroups.length + tagGroups.length

/** What the elements around a place say of it, as bits: by the nearest three elements, and by all of them. */
export interface PlaceSignals {
  own: number
  near: number
  far: number
  depth: number
}

const none: PlaceSignals = {own: 0, near: 0, far: 0, depth: 0}

/** Gives the signals of elements; each element is looked at once. */
export class PlaceReader {
  #known = new Map<MarkupNode, PlaceSignals>()
  #names = new Map<string, number>()

  read(node: MarkupNode): PlaceSignals {
    const chain: MarkupNode[] = []
    let at: MarkupNode | null | undefined = node
    while (at && !this.#known.has(at)) {
      chain.push(at)
      at = at.parentNode
    }
    let above = (at && this.#known.get(at)) ?? none
    let twoAbove = (at?.parentNode && this.#known.get(at.parentNode)) || none
    for (let index = chain.length - 1; index >= 0; index--) {
      const element = chain[index]!
      const own = this.#own(element)
      const signals: PlaceSignals = {
        own,
        near: own | above.own | twoAbove.own,
        far: own | above.far,
        depth: above.depth + 1,
      }
      this.#known.set(element, signals)
      twoAbove = above
      above = signals
    }
    return above
  }

  #own(element: MarkupNode): number {
    const tag = elementName(element)
    if (!tag || tag === 'body' || tag === 'html') return 0
    let bits = 0
    const tagBit = tagBits.get(tag)
    if (tagBit !== undefined) bits |= 1 << tagBit
    const property = attributeOf(element, 'itemprop')
    if (/articleBody/i.test(property)) bits |= 1 << articleBodyBit
    const name = `${attributeOf(element, 'class')} ${attributeOf(element, 'id')} ${property}`
    if (name.length > 2) bits |= this.#nameBits(name.slice(0, 400))
    return bits
  }

  #nameBits(name: string): number {
    let bits = this.#names.get(name)
    if (bits === undefined) {
      bits = 0
      const lower = name.toLowerCase()
      for (let index = 0; index < nameGroups.length; index++) {
        if (nameGroups[index]![1].test(lower)) bits |= 1 << index
      }
      this.#names.set(name, bits)
    }
    return bits
  }
}
