const encoder = new TextEncoder()

/** One package of a look-alike agency as four files of NewsML-G2: the package, its story, two pictures. */
export const packageFile = (version = 1, pictures = [1, 2]) =>
  encoder.encode(
    `<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:nb:package:1" version="${version}"><itemMeta><itemClass qcode="ninat:composite"/><provider literal="Nordbild"/><versionCreated>2031-03-05T0${version}:00:00Z</versionCreated></itemMeta><contentMeta><headline>Ferry package</headline></contentMeta><groupSet root="g"><group id="g" role="group:main"><itemRef residref="urn:nb:story:1" contenttype="application/vnd.iptc.g2.newsitem+xml"><itemClass qcode="ninat:text"/></itemRef>${pictures.map((number) => `<itemRef residref="urn:nb:pic:${number}" contenttype="image/jpeg"><itemClass qcode="ninat:picture"/></itemRef>`).join('')}</group></groupSet></packageItem>`,
  )

export const storyFile = (version = 1, last = 'Tickets are sold on board.') =>
  encoder.encode(
    `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:nb:story:1" version="${version}"><itemMeta><itemClass qcode="ninat:text"/><provider literal="Nordbild"/><versionCreated>2031-03-05T0${version}:10:00Z</versionCreated></itemMeta><contentMeta><headline>Ferry is back</headline><language tag="en"/></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>The ferry sailed on Friday.</p><p>${last}</p></body></html></inlineXML></contentSet></newsItem>`,
  )

const captions = [
  '',
  'The ferry leaves Elmestad on Friday.',
  'Captain Sanna Holm on the bridge of the ferry.',
]

export const pictureFile = (number: number, {version = 1, status = 'usable'} = {}) =>
  encoder.encode(
    `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:nb:pic:${number}" version="${version}"><itemMeta><itemClass qcode="ninat:picture"/><provider literal="Nordbild"/><versionCreated>2031-03-05T0${version}:20:00Z</versionCreated><pubStatus qcode="stat:${status}"/></itemMeta><contentMeta><headline>Picture ${number}</headline><description role="drol:caption">${captions[number]}</description></contentMeta><contentSet><remoteContent href="https://media.example/${number}.jpg" contenttype="image/jpeg"/></contentSet></newsItem>`,
  )

/** A ninjs story that shows a picture by its name alone. */
export const namingStory = encoder.encode(
  JSON.stringify({
    uri: 'urn:nb:story:2',
    version: '1',
    type: 'text',
    pubstatus: 'usable',
    headline: 'Pier reopens',
    body_html: '<p>The pier is open again.</p>',
    associations: {main: {type: 'picture', uri: 'urn:nb:pic:1'}},
  }),
)
