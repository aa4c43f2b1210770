/** `{{< figure src="a.jpg" >}}`, `{{% /notice %}}` (Hugo), `{% include figure.html src="a.jpg" %}` (Jekyll). */
const shortcode =
  /\{\{[<%]\s*(\/?)\s*([\w-]{1,40})((?:\s[^{}]{0,2000}?)?)\s*\/?[%>]\}\}|\{%-?\s*include\s+(?:[\w-]{1,60}\/)*([\w-]{1,60})(?:\.html)?((?:\s[^{}]{0,2000}?)?)\s*-?%\}/g
const attribute = /([\w-]{1,40})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|`([^`]*)`|([^\s"'`]+))/g
const ofPicture = /figure|image|img|picture|photo/i
/** A link in Markdown, of which a caption keeps the words. */
const link = /\[([^[\]]{0,300})\]\([^()]{0,500}\)/g

const players: Readonly<Record<string, (id: string) => string>> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  instagram: (id) => `https://www.instagram.com/p/${id}/`,
}

/**
 * The shortcodes of site generators (https://gohugo.io/content-management/shortcodes/, https://jekyllrb.com/docs/includes/) as markup: a picture
 * with its caption and credit, a player. Of one that encloses words the signs go and the words stay; any other is left as it is.
 */
export function replaceShortcodes(text: string): string {
  if (!text.includes('{{') && !text.includes('{%')) return text
  const closed = new Set([...text.matchAll(shortcode)].flatMap(([, slash, name]) => (slash ? [name!] : [])))
  return text.replaceAll(
    shortcode,
    (whole, slash?: string, name?: string, inside?: string, include?: string, given?: string) => {
      const attributes = readAttributes(inside ?? given ?? '')
      if (ofPicture.test(name ?? include ?? '')) return toFigure(attributes) ?? whole
      const player = Object.hasOwn(players, name ?? '') ? players[name!] : undefined
      const id = /^[\w-]{1,60}$/.exec(
        attributes.get('id') ?? inside?.trim().replaceAll(/["']/g, '') ?? '',
      )?.[0]
      if (player && id) return `\n\n<iframe src="${player(id)}"></iframe>\n\n`
      return slash || closed.has(name ?? '') ? '\n\n' : whole
    },
  )
}

/** Caption and credit as they are said, without the marks of links. */
export function plainCaption(caption: string): string {
  return caption.replaceAll(link, '$1').trim()
}

function readAttributes(inside: string): Map<string, string> {
  return new Map(
    [...inside.matchAll(attribute)].map(([, name, double, single, tick, bare]) => [
      name!.toLowerCase(),
      double?.replaceAll(/\\(.)/g, '$1') ?? single ?? tick ?? bare ?? '',
    ]),
  )
}

function toFigure(attributes: ReadonlyMap<string, string>): string | undefined {
  const first = (...names: string[]) => names.map((name) => attributes.get(name)).find(Boolean)
  const src = first('src', 'url', 'image', 'image_path', 'path', 'file')
  if (src === undefined) return undefined
  const caption = first('caption', 'description', 'title')
  const credit = first('credit', 'attr', 'attribution', 'photographer', 'source')
  const words = [
    ...(caption ? [escape(plainCaption(caption))] : []),
    ...(credit ? [`<span class="credit">${escape(plainCaption(credit))}</span>`] : []),
  ]
  const alt = first('alt') ?? ''
  return `\n\n<figure><img src="${escape(src)}" alt="${escape(alt)}">${words.length > 0 ? `<figcaption>${words.join(' ')}</figcaption>` : ''}</figure>\n\n`
}

/** A blank line would end the markup. */
function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/\s+/g, ' ')
}
