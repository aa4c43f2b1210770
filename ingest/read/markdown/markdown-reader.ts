import type {Finding} from '../../model/finding.ts'
import type {Association, NewsItem, ReadItem} from '../../model/news-item.ts'
import {readDate} from '../dates/read-date.ts'
import {cleanLink} from '../markup/clean-link.ts'
import {takeOpening} from '../markup/opening-blocks.ts'
import {takePictureLines} from '../markup/picture-lines.ts'
import {takeWrittenHead, type WrittenHead} from '../markup/written-head.ts'
import {markBehindEnd, markNotesAndContacts} from '../press-release/mark-end.ts'
import type {Detection, Probe, Reader} from '../reader.ts'
import {decodeText} from '../text/index.ts'
import {deriveDateline} from '../wire-text/derive-dateline.ts'
import {markdownFindingCodes} from './codes.ts'
import {readFrontMatter} from './front-matter.ts'
import {plainCaption, replaceShortcodes} from './shortcodes.ts'
import {toMarkdownBlocks} from './to-markdown-blocks.ts'

/** Markdown documents, with front matter or without. */
export const markdownReader: Reader = {
  format: 'markdown',
  title: 'Markdown',
  detect: detectMarkdown,
  read: (bytes) => [readMarkdown(bytes)],
}

/** Signs that plain prose does not have; two kinds of them make a document Markdown. */
const signs: readonly (readonly [sign: string, shape: RegExp])[] = [
  // `# # #` ends a press release.
  ['headings', /^#{1,6}[ \t]+[^\s#]/m],
  ['links', /!?\[[^\]\n]{1,200}\]\((?:https?:|\/|mailto:|[\w./-]+\.\w{2,4})[^)\n]{0,500}\)/],
  ['emphasis', /(?:^|\s)\*\*[^*\n]{1,200}\*\*(?=\W|$)/m],
  ['fenced code', /^(?:```|~~~)/m],
  ['tables', /^\|?[ \t]*:?-{3,}:?[ \t]*\|/m],
  ['quotations', /^> \S/m],
  ['lists', /^[-*+] \S.*\n(?:[-*+] |\n?[-*+] )/m],
]

function detectMarkdown({text, fileName, contentType}: Probe): Detection | null {
  const start = text.slice(0, 20_000)
  // What starts as markup or JSON belongs to the formats that are.
  if (/^\uFEFF?\s*[<{[]/.test(start)) return null
  const {fields, body} = readFrontMatter(start)
  if (fields.has('title') || fields.has('headline'))
    return {score: 0.85, why: 'It starts with front matter that has a title.'}
  const found = signs.filter(([, shape]) => shape.test(body)).map(([sign]) => sign)
  const named = /\.(?:md|markdown|mdown)$/i.test(fileName ?? '') || /markdown/i.test(contentType ?? '')
  if (found.length >= 2 || (named && found.length))
    return {score: found.length >= 3 ? 0.7 : 0.5, why: `Plain text with Markdown ${found.join(', ')}.`}
  return named ? {score: 0.2, why: 'It is named as Markdown.'} : null
}

/** A line that opens more blocks than this is no document; reading it as one would cost its square. */
const maxOpenings = 60

function readMarkdown(bytes: Uint8Array): ReadItem {
  const {text, encoding, findings: decoded} = decodeText(bytes)
  const findings: Finding[] = [...decoded]
  const {fields, body, unread} = readFrontMatter(text)
  const flat = replaceShortcodes(flatten(body, findings))
  const {blocks, associations, findings: read} = toMarkdownBlocks(flat)
  findings.push(...read)
  const first = (...names: string[]) => names.map((name) => fields.get(name)?.[0]).find(Boolean)
  const all = (...names: string[]) => [...new Set(names.flatMap((name) => fields.get(name) ?? []))]
  const declared = first('headline', 'title')
  const date = (what: string, ...names: string[]) => {
    const found = readDate(first(...names), what)
    if (found?.finding) findings.push(found.finding)
    return found?.value
  }
  const link = cleanLink(first('canonical', 'canonicalurl', 'permalink', 'url', 'link') ?? '')
  const isAddress = link !== null && /^https?:/i.test(link)
  const isDraft =
    first('draft') === 'true' || /^(?:draft|hold|held|withheld)$/i.test(first('status', 'pubstatus') ?? '')
  const isKilled = /^(?:kill|killed|canceled|cancelled)$/i.test(first('status', 'pubstatus') ?? '')
  const urgency = Number(first('urgency', 'priority'))
  const item: NewsItem = {
    format: 'markdown',
    itemClass: 'text',
    ...withoutUndefined({
      headline: declared,
      byline: (all('byline').length
        ? all('byline')
        : all('author', 'authors', 'author.name', 'authors.name', 'by')
      ).join(', '),
      standfirst: first(
        'standfirst',
        'subtitle',
        'subheadline',
        'deck',
        'dek',
        'description',
        'summary',
        'abstract',
        'excerpt',
        'lede',
        'intro',
      ),
      slugline: first('slugline', 'slug'),
      dateline: first('dateline'),
      located: first('located', 'location', 'place', 'city'),
      section: first('section', 'category', 'categories', 'desk'),
      provider: first('provider', 'source', 'agency'),
      firstCreated: date(
        'the date of the document',
        'date',
        'published',
        'publishedat',
        'pubdate',
        'created',
        'createdat',
        'firstcreated',
        'publishdate',
      ),
      versionCreated: date(
        'the date of the last change',
        'lastmod',
        'lastmodified',
        'lastmodifiedat',
        'updated',
        'updatedat',
        'modified',
        'versioncreated',
      ),
      embargoedUntil: date(
        'the end of the embargo',
        'embargo',
        'embargoed',
        'embargoeduntil',
        'embargountil',
      ),
      expires: date('the end of use', 'expires', 'expirydate', 'expiresat'),
      urgency: Number.isInteger(urgency) && urgency >= 1 && urgency <= 9 ? urgency : undefined,
      language: /^[a-z]{2,3}(?:[-_]\w{2,8})*$/i
        .exec(first('language', 'lang', 'locale') ?? '')?.[0]
        .replaceAll('_', '-'),
      copyrightNotice: first('copyright', 'copyrightnotice', 'rights'),
      usageTerms: first('usageterms', 'usage', 'license', 'licence'),
      creditLine: first('credit', 'creditline'),
      link: isAddress ? link : undefined,
      uri: first('uri', 'guid', 'uuid', 'id') ?? (isAddress ? link : undefined),
      version: first('version'),
    }),
    pubStatus: isKilled ? 'canceled' : isDraft ? 'withheld' : 'usable',
    signals: isKilled ? ['kill'] : [],
    edNotes: [
      ...all('ednote', 'ednotes', 'editorsnote', 'notetoeditors', 'note', 'notes', 'instructions').map(
        (note) => ({
          role: 'editors',
          text: note,
          public: false,
        }),
      ),
      ...(unread.length ? [{role: 'front-matter', text: unread.join('\n'), public: false}] : []),
    ],
    subjects: [],
    genres: all('genre', 'genres').map((name) => ({name})),
    keywords: all('tags', 'keywords')
      .flatMap((word) => (all('tags', 'keywords').length > 1 ? [word] : word.split(',')))
      .map((word) => word.trim())
      .filter(Boolean),
    blocks,
    associations,
    encoding,
  }
  takeHead(item, declared, findings)
  addFeatured(item, first)
  if (unread.length) {
    findings.push({
      severity: 'info',
      code: markdownFindingCodes.frontMatterUnread,
      message: `${unread.length} line(s) of the front matter are no plain fields, beginning "${unread[0]!.slice(0, 60)}"; they are kept as a note.`,
    })
  }
  return {item, findings}
}

/** Head, captions and end of the document; with a headline in the front matter only what repeats it is the head. */
function takeHead(item: NewsItem, declared: string | undefined, findings: Finding[]): void {
  const head: WrittenHead = {}
  if (declared === undefined) Object.assign(head, takeWrittenHead(item))
  else {
    const opening = takeOpening(item.blocks ?? [], {headline: declared})
    item.blocks = opening.blocks
    item.byline ??= opening.byline
    if (item.byline === undefined) delete item.byline
  }
  if (head.date !== undefined && item.firstCreated === undefined) {
    item.firstCreated = head.date
    item.derived = ['firstCreated']
  }
  if (head.embargo !== undefined && item.embargoedUntil === undefined) {
    item.embargoedUntil = head.embargo
    findings.push({
      severity: 'warning',
      code: markdownFindingCodes.embargo,
      message: `The document says "${head.embargo.slice(0, 120)}". The time was kept as text; set it before publishing.`,
    })
  }
  takePictureLines(item)
  takeTitlesAsCaptions(item)
  markBehindEnd(item.blocks ?? [])
  markNotesAndContacts(item.blocks ?? [])
  deriveDateline(item)
}

/** Markdown has no captions: a picture's title that is more than a name is written as one. */
function takeTitlesAsCaptions({associations}: NewsItem): void {
  for (const {captions} of associations) {
    const [title, ...others] = captions
    if (title?.role === 'title' && others.length === 0 && title.text.trim().split(/\s+/).length > 3)
      title.role = 'caption'
  }
}

/** The picture that the front matter names stands at the head of the story. */
function addFeatured(item: NewsItem, first: (...names: string[]) => string | undefined): void {
  for (const name of [
    'image',
    'featuredimage',
    'cover',
    'coverimage',
    'hero',
    'heroimage',
    'thumbnail',
    'photo',
  ]) {
    const href = cleanLink(
      first(name, ...['src', 'url', 'path', 'file', 'image'].map((part) => `${name}.${part}`)) ?? '',
    )
    if (!href) continue
    const known = item.associations.find(({renditions}) =>
      renditions.some((rendition) => rendition.href === href),
    )
    const picture: Association = known ?? {itemClass: 'picture', captions: [], renditions: [{href}]}
    const of = (...parts: string[]) =>
      first(...parts.flatMap((part) => [`${name}.${part}`, `${name}${part}`, `image${part}`]))
    const caption = of('caption')
    const altText = of('alt', 'alttext')
    const creditLine = of('credit', 'creditline', 'attribution')
    const byline = of('byline', 'photographer')
    picture.name ??= 'featuremedia'
    if (caption && !picture.captions.some(({text}) => text === plainCaption(caption)))
      picture.captions.push({text: plainCaption(caption), role: 'caption'})
    if (altText) picture.altText ??= altText
    if (creditLine) picture.creditLine ??= creditLine
    if (byline) picture.byline ??= byline
    if (!known) item.associations.push(picture)
    return
  }
}

/** Marks of one paragraph are matched with each other: more than this many are no emphasis. */
const maxSigns = 1500
const markSigns = /[*_~`[\]<!\\]/g

/** Signs past any sensible nesting are made text, so that they cost no more than text. */
function flatten(body: string, findings: Finding[]): string {
  const deep = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])(?=[ \t>]|$)){60}.*$/gm
  let found = false
  // Emphasis signs in endless rows make the parser look back over all of them.
  const flat = body
    .replaceAll(deep, (line) => {
      found = true
      return line.replaceAll(/[>*+-]/g, ' ').trim()
    })
    .replaceAll(/([*_~`[\]!<\\])\1{200,}/g, (signs) => {
      found = true
      return signs.slice(0, maxOpenings)
    })
  const counted = flat.split(/(\n[ \t]*\n)/).map((part) => {
    if (part.length < maxSigns || (part.match(markSigns)?.length ?? 0) < maxSigns) return part
    found = true
    return part.replaceAll(markSigns, ' ')
  })
  if (found)
    findings.push({
      severity: 'warning',
      code: markdownFindingCodes.tooDeep,
      message: `A line opens more than ${maxOpenings} quotations, lists or marks; their signs were taken off. Check the copy.`,
    })
  return counted.join('')
}

function withoutUndefined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, entry]) => entry !== undefined && entry !== ''),
  ) as Partial<T>
}
