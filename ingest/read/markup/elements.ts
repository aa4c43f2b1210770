/** What an element of running copy does. `block` breaks the text around it; `inline` does nothing. */
export type ElementRole =
  | 'skip'
  | 'inline'
  | 'block'
  | 'crosshead'
  | 'blockQuote'
  | 'preformatted'
  | 'control'
  | 'strong'
  | 'em'
  | 'underline'
  | 'code'
  | 'sub'
  | 'sup'
  | 'strike'

/** HTML's flow elements by what they do to the text (HTML Standard, section 15.3, user-agent style sheet). */
export const elementRoles: ReadonlyMap<string, ElementRole> = new Map<string, ElementRole>([
  ...roles(
    'skip',
    'script style template head title meta link base svg math canvas map area param track datalist rp applet frameset frame noembed noframes',
  ),
  ...roles('control', 'button select option optgroup textarea'),
  ...roles(
    'block',
    'address article aside body center dd details dialog dir div dl dt fieldset footer form header hgroup html legend main menu nav object p search section summary tbody td tfoot th thead tr caption figcaption figure ol ul li table',
  ),
  ...roles('crosshead', 'h1 h2 h3 h4 h5 h6'),
  ...roles('blockQuote', 'blockquote bq'),
  ...roles('preformatted', 'pre listing xmp plaintext'),
  ...roles('strong', 'b strong'),
  ...roles('em', 'i em cite dfn var'),
  ...roles('underline', 'u ins'),
  ...roles('code', 'code kbd samp tt'),
  ...roles('strike', 's strike del'),
  ...roles('sub', 'sub'),
  ...roles('sup', 'sup'),
])

function roles(role: ElementRole, names: string): [string, ElementRole][] {
  return names.split(' ').map((name) => [name, role])
}
