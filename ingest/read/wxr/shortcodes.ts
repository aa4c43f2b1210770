import type {WpAttachment, WpPost} from './wp-post.ts'

/** Media library as far as it is known, for shortcodes that show pictures by number. */
export interface MediaLibrary {
  byId: ReadonlyMap<string, WpAttachment>
  ofParent(parent: string): readonly WpAttachment[]
}

/** What `expandShortcodes` met on its way. */
export interface ShortcodeReport {
  used: Set<string>
  missing: Set<string>
  unknown: Set<string>
}

/** WordPress's own shortcodes; the others belong to plug-ins. */
const shortcode = /\[(\[?)(\/?)([a-z][\w-]{1,40})((?:\s+[^\]\n]{0,1500})?)\s*(\/?)\](\]?)/gi

/** Sites whose address on a line of its own WordPress shows as what it points to (its list of trusted oEmbed providers). */
const embedded =
  /^https?:\/\/(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com|dai\.ly|twitter\.com|x\.com|instagram\.com|facebook\.com|tiktok\.com|soundcloud\.com|spotify\.com|flickr\.com|flic\.kr|wordpress\.tv|ted\.com|reddit\.com|tumblr\.com|scribd\.com|slideshare\.net|speakerdeck\.com|mixcloud\.com|kickstarter\.com|issuu\.com|imgur\.com|giphy\.com|bsky\.app|videopress\.com|screencast\.com|polldaddy\.com|animoto\.com|cloudup\.com|reverbnation\.com|smugmug\.com|photobucket\.com|funnyordie\.com|hulu\.com|viddler\.com|blip\.tv|qik\.com|revision3\.com)\/\S*$/i

/**
 * Turns WordPress's shortcodes into the HTML that they stand for: `[caption]` a figure with its caption, `[gallery]` its
 * pictures, `[embed]`, `[video]`, `[audio]` and addresses of known sites on a line of their own an embed. A plug-in's
 * shortcode stays as text and is reported.
 */
export function expandShortcodes(
  content: string,
  post: WpPost,
  library: MediaLibrary,
  report: ShortcodeReport,
): string {
  const expanded = content.includes('[') ? expand(content, post, library, report) : content
  return expanded
    .replaceAll(
      /(wp-block-embed__wrapper["'][^>]*>)\s*(https?:\/\/[^\s<]+)\s*</gi,
      (_, open: string, url: string) => `${open}${iframe(url)}<`,
    )
    .replaceAll(/^[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*$/gm, (line, url: string) =>
      embedded.test(url) ? `\n${iframe(url)}\n` : line,
    )
    .replaceAll(/<p>\s*(https?:\/\/[^\s<>"]+)\s*<\/p>/g, (whole, url: string) =>
      embedded.test(url) ? iframe(url) : whole,
    )
}

function expand(content: string, post: WpPost, library: MediaLibrary, report: ShortcodeReport): string {
  return content.replaceAll(
    shortcode,
    (
      whole,
      escaped: string,
      closing: string,
      rawName: string,
      rawAttributes: string,
      _self: string,
      escapedEnd: string,
    ) => {
      // `[[gallery]]` shows the shortcode itself.
      if (escaped && escapedEnd) return whole.slice(1, -1)
      const name = rawName.toLowerCase()
      const attributes = attributesOf(rawAttributes)
      switch (name) {
        case 'caption':
        case 'wp_caption':
          return closing
            ? '</wxr-caption>'
            : `<wxr-caption data-caption="${escapeAttribute(attributes.get('caption') ?? '')}">`
        case 'gallery':
        case 'playlist':
          return closing ? '' : gallery(name, attributes, post, library, report)
        case 'embed':
        case 'youtube':
        case 'vimeo': {
          const url = attributes.get('src') ?? attributes.get('') ?? ''
          return /^https?:/.test(url.replace(/^=/, '')) ? iframe(url.replace(/^=/, '')) : ''
        }
        case 'video':
        case 'audio': {
          const url =
            attributes.get('src') ??
            attributes.get('mp4') ??
            attributes.get('mp3') ??
            attributes.get('m4v') ??
            attributes.get('webm') ??
            attributes.get('ogg') ??
            ''
          return url ? `<${name} src="${escapeAttribute(url)}"></${name}>` : ''
        }
        case 'code':
        case 'sourcecode':
          return closing ? '</pre>' : '<pre>'
        default:
          if (isPluginShortcode(whole, rawAttributes)) report.unknown.add(name)
          return whole
      }
    },
  )
}

/** `[sic]`, `[his]` and the like are an editor's brackets, not a plug-in's. */
function isPluginShortcode(whole: string, attributes: string): boolean {
  return /=\s*["']/.test(attributes) || /[_-]/.test(whole.split(/[\s\]]/, 1)[0]!) || whole.startsWith('[/')
}

function gallery(
  name: string,
  attributes: ReadonlyMap<string, string>,
  post: WpPost,
  library: MediaLibrary,
  report: ShortcodeReport,
): string {
  const listed = (attributes.get('ids') ?? attributes.get('include') ?? '').split(/[\s,]+/).filter(Boolean)
  const excluded = new Set((attributes.get('exclude') ?? '').split(/[\s,]+/))
  const pictures: WpAttachment[] = []
  if (listed.length) {
    for (const id of listed) {
      const found = library.byId.get(id)
      if (found) pictures.push(found)
      else report.missing.add(id)
    }
  } else
    pictures.push(...library.ofParent(attributes.get('id') ?? post.id).filter(({id}) => !excluded.has(id)))
  if (name === 'playlist') return ''
  return pictures.map((picture) => figureOf(picture, report)).join('\n')
}

function figureOf(picture: WpAttachment, report: ShortcodeReport): string {
  report.used.add(picture.id)
  if (!isPicture(picture.url)) return ''
  const caption = picture.caption ? `<figcaption>${picture.caption}</figcaption>` : ''
  return `<figure><img src="${escapeAttribute(picture.url)}" alt="${escapeAttribute(picture.altText)}" />${caption}</figure>`
}

/** True for an address of a picture, or of what may be one. */
export function isPicture(url: string): boolean {
  const extension = /\.(\w{2,5})(?:$|[?#])/.exec(url)?.[1]?.toLowerCase()
  return extension === undefined || /^(?:jpe?g|png|gif|webp|avif|tiff?|bmp|svg|heic)$/.test(extension)
}

function attributesOf(raw: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const match of raw.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|(\S+)/g)) {
    const value = match[2] ?? match[3] ?? match[4]
    if (match[1] !== undefined && value !== undefined) attributes.set(match[1].toLowerCase(), value)
    else if (match[5] && !attributes.has('')) attributes.set('', match[5])
  }
  return attributes
}

function iframe(url: string): string {
  return `<iframe src="${escapeAttribute(url)}"></iframe>`
}

function escapeAttribute(value: string): string {
  return value
    .replaceAll('&amp;', '&')
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
}

/**
 * The inside of `[caption]` is a picture, perhaps in a link, and then the caption; older posts have the caption as an
 * attribute. Written as a figure, once line breaks were dealt with.
 */
export function captionsToFigures(markup: string): string {
  if (!markup.includes('<wxr-caption')) return markup
  const [before = '', ...pieces] = markup.split('<wxr-caption data-caption="')
  return before + pieces.map(toFigure).join('')
}

/** From a caption's attribute on to the next caption; one that is never closed is no caption. */
function toFigure(piece: string): string {
  const quote = piece.indexOf('">')
  const end = piece.indexOf('</wxr-caption>')
  const attribute = piece.slice(0, Math.max(0, quote))
  if (quote < 0 || end < quote) return piece.slice(quote + 2).replaceAll('</wxr-caption>', '')
  const inside = piece.slice(quote + 2, end)
  const rest = piece.slice(end).replaceAll('</wxr-caption>', '')
  const picture = /^\s*(?:<p>|<br \/>|\s)*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)/i.exec(inside)
  if (!picture)
    return `<figure>${inside}${attribute ? `<figcaption>${attribute}</figcaption>` : ''}</figure>${rest}`
  const words = inside.slice(picture[0].length).replaceAll(/<\/?p>/g, ' ')
  const text = words.replace(/^(?:\s|<br \/>)+/, '').trim() || attribute
  return `<figure>${picture[1]}${text ? `<figcaption>${text}</figcaption>` : ''}</figure>${rest}`
}
