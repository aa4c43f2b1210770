import type {Finding} from '../../model/finding.ts'
import type {Association, NewsItem, ReadItem} from '../../model/news-item.ts'
import {toBlocks} from '../markup/index.ts'
import type {FeedDefaults} from '../rss/feed-entry.ts'
import {newItem} from '../wire-text/new-item.ts'
import {addAssociation} from '../xml/add-association.ts'
import {setDate} from '../xml/set-date.ts'
import {settleBody} from '../xml/settle-body.ts'
import {attributeOf, childrenOf, textOf} from '../xml/xml-tree.ts'
import {autoParagraphs} from './auto-paragraphs.ts'
import {wxrFindingCodes} from './codes.ts'
import {
  captionsToFigures,
  expandShortcodes,
  isPicture,
  type MediaLibrary,
  type ShortcodeReport,
} from './shortcodes.ts'
import {joinPictures} from './join-pictures.ts'
import {valueOf, type WpAttachment, type WpPost} from './wp-post.ts'

/** What the export says of the site: the feed's own words, and its authors by their log-in. */
export interface Site extends FeedDefaults {
  authors: ReadonlyMap<string, string>
}

/** A post or page as a news item. `used` of the report names the attachments that it shows. */
export function readPost(post: WpPost, site: Site, library: MediaLibrary): ReadItem & {used: Set<string>} {
  const item = newItem('wxr', site.encoding)
  const findings: Finding[] = []
  const {element} = post
  const uri = valueOf(element, 'guid') || valueOf(element, 'link')
  if (uri) item.uri = uri
  const link = valueOf(element, 'link')
  if (/^https?:/.test(link)) item.link = link
  if (post.title) item.headline = plain(post.title)
  if (site.provider) item.provider = site.provider
  if (site.language) item.language = site.language
  if (site.copyrightNotice) item.copyrightNotice = site.copyrightNotice
  const creator = valueOf(element, 'creator')
  const author = site.authors.get(creator) || creator
  if (author) item.byline = author
  readDates(post, item, findings)
  readStatus(post, item, findings)
  const ids = [
    {role: 'wp:post_id', value: post.id},
    {role: 'wp:post_name', value: valueOf(element, 'post_name')},
  ].filter(({value}) => value)
  if (ids.length) item.altIds = ids
  readTerms(post, item)
  const report: ShortcodeReport = {used: new Set(), missing: new Set(), unknown: new Set()}
  readContent(post, item, findings, library, report)
  readExcerpt(post, item)
  readThumbnail(post, item, findings, library, report)
  reportShortcodes(report, findings)
  settleBody(item)
  return {item, findings, used: report.used}
}

/** An attachment as the picture (video, sound, file) that a story shows. */
export function toPicture(attachment: WpAttachment, name?: string): Association {
  const extension = /\.(\w{2,5})(?:$|[?#])/.exec(attachment.url)?.[1]?.toLowerCase() ?? ''
  const itemClass = /^(?:mp4|mov|m4v|webm|ogv|avi)$/.test(extension)
    ? 'video'
    : /^(?:mp3|m4a|ogg|wav|flac)$/.test(extension)
      ? 'audio'
      : isPicture(attachment.url)
        ? 'picture'
        : 'text'
  const association: Association = {
    itemClass,
    captions: [],
    renditions: attachment.url ? [{href: attachment.url}] : [],
  }
  if (attachment.guid) association.uri = attachment.guid
  if (name) association.name = name
  if (attachment.title) association.headline = plain(attachment.title)
  const caption = plain(attachment.caption)
  const description = plain(attachment.description)
  if (caption) association.captions.push({text: caption, role: 'caption'})
  // A description without a caption is all the words there are; beside one it is a note to the library.
  else if (description) association.captions.push({text: description, role: 'caption'})
  if (attachment.altText) association.altText = plain(attachment.altText)
  if (attachment.credit) association.creditLine = attachment.credit
  if (attachment.copyright) association.copyrightNotice = attachment.copyright
  return association
}

/** An attachment that no post of the export shows, as an item of its own. */
export function toPictureItem(attachment: WpAttachment, site: Site): ReadItem {
  const item = newItem('wxr', site.encoding)
  const findings: Finding[] = []
  const association = toPicture(attachment)
  item.itemClass = association.itemClass
  if (attachment.guid) item.uri = attachment.guid
  if (attachment.title) item.headline = plain(attachment.title)
  if (site.provider) item.provider = site.provider
  if (site.language) item.language = site.language
  setDate(item, findings, 'firstCreated', utc(attachment.date))
  item.altIds = [{role: 'wp:post_id', value: attachment.id}]
  item.associations.push(association)
  return {item, findings}
}

function plain(markup: string): string {
  if (!/[<&]/.test(markup)) return markup.replaceAll(/\s+/g, ' ').trim()
  return toBlocks(markup)
    .blocks.map((block) => block.text)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** `…_gmt` columns are UTC by their name; WordPress writes noughts for a draft that has no date yet. */
function utc(date: string): string | undefined {
  return date && !date.startsWith('0000') ? `${date}Z` : undefined
}

function readDates(post: WpPost, item: NewsItem, findings: Finding[]): void {
  const {element} = post
  setDate(item, findings, 'firstCreated', utc(valueOf(element, 'post_date_gmt')))
  setDate(item, findings, 'versionCreated', utc(valueOf(element, 'post_modified_gmt')))
  const published = valueOf(element, 'pubdate')
  if (!/-0001/.test(published)) {
    setDate(item, findings, 'firstCreated', published)
    if (!item.versionCreated && item.firstCreated) {
      item.versionCreated = item.firstCreated
      item.derived = ['versionCreated']
    }
  }
  if (!item.firstCreated) {
    const local = valueOf(element, 'post_date')
    if (!local.startsWith('0000')) setDate(item, findings, 'firstCreated', local)
  }
}

function readStatus(post: WpPost, item: NewsItem, findings: Finding[]): void {
  const date = utc(valueOf(post.element, 'post_date_gmt'))
  if (post.status === 'future') setDate(item, findings, 'embargoedUntil', date)
  else if (post.status === 'trash') item.pubStatus = 'canceled'
  else if (/^(?:draft|pending|private|auto-draft)$/.test(post.status)) item.pubStatus = 'withheld'
  if (valueOf(post.element, 'post_password')) {
    item.pubStatus = 'withheld'
    findings.push({
      severity: 'warning',
      code: wxrFindingCodes.passwordProtected,
      message: 'The post is behind a password on its site; it is held.',
    })
  }
}

function readTerms(post: WpPost, item: NewsItem): void {
  for (const category of childrenOf(post.element, 'category')) {
    const name = plain(textOf(category))
    const domain = attributeOf(category, 'domain') ?? 'category'
    const code = attributeOf(category, 'nicename')
    if (!name) continue
    if (domain === 'post_tag' || domain === 'tag') {
      if (!item.keywords.includes(name)) item.keywords.push(name)
    } else if (domain === 'post_format') item.genres.push({name, scheme: domain, ...(code ? {code} : {})})
    else if (!item.subjects.some((known) => known.name === name && known.scheme === domain)) {
      item.subjects.push({name, ...(code ? {code} : {}), scheme: domain})
    }
  }
}

/** Words under a whole gallery belong to no one picture of it. */
const galleryCaption =
  /<figcaption class="[^"]*\bblocks-gallery-caption\b[^"]*">([\s\S]{0,3000}?)<\/figcaption>/g

function readContent(
  post: WpPost,
  item: NewsItem,
  findings: Finding[],
  library: MediaLibrary,
  report: ShortcodeReport,
): void {
  const content = valueOf(post.element, 'encoded', 'content') || valueOf(post.element, 'encoded')
  if (
    !content ||
    (content === valueOf(post.element, 'encoded', 'excerpt') && !valueOf(post.element, 'encoded', 'content'))
  )
    return
  // A post may speak of CDATA; HTML would read it as a comment.
  const expanded = expandShortcodes(content.replaceAll('<![CDATA[', '&lt;![CDATA['), post, library, report)
  // The block editor writes its paragraphs out; the classic one leaves them to the reader.
  const laidOut = content.includes('<!-- wp:') ? expanded : autoParagraphs(expanded)
  const body = toBlocks(captionsToFigures(laidOut.replaceAll(galleryCaption, '<p>$1</p>')), {
    associations: item.associations,
    ...(item.link ? {base: item.link} : {}),
  })
  findings.push(...body.findings)
  const xpath = `/rss/channel/item${post.position > 1 ? `[${post.position}]` : ''}/content:encoded`
  item.blocks = body.blocks.map((block) => ({...block, at: {xpath}}))
  for (const association of item.associations) association.name ??= 'inline'
  joinPictures(content, item, library, report.used, (attachment) => toPicture(attachment))
}

function readExcerpt(post: WpPost, item: NewsItem): void {
  const excerpt =
    plain(valueOf(post.element, 'encoded', 'excerpt')) || plain(valueOf(post.element, 'description'))
  if (excerpt) item.standfirst = excerpt
}

function readThumbnail(
  post: WpPost,
  item: NewsItem,
  findings: Finding[],
  library: MediaLibrary,
  report: ShortcodeReport,
): void {
  const id = post.meta.get('_thumbnail_id')
  if (!id) return
  const attachment = library.byId.get(id)
  if (attachment) {
    report.used.add(id)
    const index = addAssociation(item.associations, toPicture(attachment, 'featuremedia'))
    item.associations[index]!.name = 'featuremedia'
    return
  }
  item.associations.push({
    itemClass: 'picture',
    name: 'featuremedia',
    captions: [],
    renditions: [],
    missing: true,
  })
  findings.push(missingPicture(id))
}

function missingPicture(id: string): Finding {
  return {
    severity: 'warning',
    code: wxrFindingCodes.pictureMissing,
    message: `The post shows attachment ${id}, which is not in this export. Export the posts with their media, and import that.`,
  }
}

function reportShortcodes(report: ShortcodeReport, findings: Finding[]): void {
  for (const id of [...report.missing].slice(0, 5)) findings.push(missingPicture(id))
  if (!report.unknown.size) return
  const names = [...report.unknown]
  findings.push({
    severity: 'info',
    code: wxrFindingCodes.unknownShortcode,
    message: `Shortcodes of plug-ins were left as text: ${names.slice(0, 5).join(', ')}${names.length > 5 ? `, …and ${names.length - 5} more` : ''}.`,
  })
}
