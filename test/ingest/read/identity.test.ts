import {readFileSync} from 'node:fs'
import {zipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {toDocuments, type MadeDocuments} from '../../../ingest/documents/index.ts'
import {parseCopy} from '../../../ingest/parse-copy.ts'

const photograph = new Uint8Array(
  readFileSync(new URL('../../fixtures/wire/photo/divers.jpg', import.meta.url)),
)

async function make(copy: string | Uint8Array): Promise<MadeDocuments> {
  const bytes = typeof copy === 'string' ? new TextEncoder().encode(copy) : copy
  return toDocuments(await parseCopy({bytes}), {receivedAt: '2024-03-02T10:00:00Z'})
}

async function idOf(copy: string | Uint8Array): Promise<string> {
  const [article] = (await make(copy)).articles
  return article?._id ?? 'none'
}

describe('one story over its versions', () => {
  const ap = (token: string, version: number) =>
    JSON.stringify({
      data: {
        item: {
          uri: `https://api.nb.example/media/v/content/0123456789abcdef0123456789abcdef?qt=${token}&et=${version}a1`,
          altids: {
            itemid: '0123456789abcdef0123456789abcdef',
            etag: `0123456789abcdef0123456789abcdef_${version}`,
          },
          version,
          type: 'text',
          headline: `Ferry late, version ${version}`,
        },
      },
    })

  it('is one article however often it is fetched from AP, though the tokens in its address differ', async () => {
    expect(await idOf(ap('Xy1', 0))).toBe(await idOf(ap('Zw2', 3)))
  })

  const pa = (usn: string, version: number) =>
    JSON.stringify({
      uri: `http://PA_API/${usn}/2026-02-09T15:02:0${version}.000Z/${version}`,
      'source-feed': 'PA_API',
      usn,
      version: String(version),
      'unique-name': `PA_API.${usn}.${version}`,
      type: 'text',
      format: 'GOA-WIRES-NINJS',
      versionCreated: `2026-02-09T15:02:0${version}.000Z`,
      headline: `Ferry late ${version}`,
      body_text: 'Words.',
    })

  it('is one article for PA, whose uri ends in the version', async () => {
    const usn = '8d588e55-0000-4000-8000-7d0e9d63e4b5'
    expect(await idOf(pa(usn, 1))).toBe(await idOf(pa(usn, 2)))
    expect(await idOf(pa(usn, 1))).not.toBe(await idOf(pa(usn.replace('8d', '9d'), 1)))
  })

  const nitf = (count: number) =>
    `<nitf><head><docdata><doc-id id-string="fact-77_${count}" regsrc="NB"/><du-key key="fact-77" version="${count + 1}"/></docdata></head><body><body.head><hedline><hl1>Ferry late ${count}</hl1></hedline></body.head><body.content><p>Words.</p></body.content></body></nitf>`

  it('is one article for NITF ids that count on behind the key of the story', async () => {
    expect(await idOf(nitf(46))).toBe(await idOf(nitf(47)))
  })
})

describe('a wire message without an identifier', () => {
  const anpa = (version: string, headline: string, day = '02') =>
    `\u0001a0451\u001Fcaryr\nr i\u0013\u0011 BC-EU--HarborFees   03-${day} 0300\n\u0002^BC-EU--Harbor Fees${version},300<\n^${headline}<\n   HULL, England (NB) _ Fees will rise.\n   \u0003NB-WF-03-${day}-24 1005GMT<\n\u0004`

  it('is the story that its service, keyword and day name: write-thrus and kills reach it', async () => {
    const story = await idOf(anpa('', 'Harbor fees to rise'))
    expect(await idOf(anpa(', 1st Ld-Writethru', 'Harbor fees to rise by a tenth'))).toBe(story)
    const kill = await make(anpa(', KILL', 'Kill: fees do not rise'))
    expect(kill.articles[0]?._id).toBe(story)
    expect(kill.articles[0]?.wire.pubStatus).toBe('canceled')
  })

  it('is another story on another day, and a part that follows its story is copy of its own', async () => {
    const story = await idOf(anpa('', 'Harbor fees to rise'))
    expect(await idOf(anpa('', 'Harbor fees to rise', '03'))).not.toBe(story)
    expect(await idOf(anpa(', 1st Add', 'HULL: will rise.'))).not.toBe(story)
  })

  it('says that the name was worked out', async () => {
    const bytes = new TextEncoder().encode(anpa('', 'Harbor fees to rise'))
    const {items} = await parseCopy({bytes})
    expect(items[0]?.arranged).toMatchObject({identity: 'anpa1312:nb:eu harbor fees:2024-03-02'})
    expect(items[0]?.arranged.uri).toBeUndefined()
    expect(items[0]?.arranged.derived).toContain('identity')
  })

  it('of IPTC 7901 is named in the same way', async () => {
    const message = (take: string) =>
      `\u0001nba062 4 i 211 npa 061\r\n\r\nHarbour-fees/\r\n\u0002${take}Harbour fees to rise =\r\n\r\n   Hull (npa) - Fees will rise.\r\n\r\n\u0003021005 GMT Mar 24\r\n\u0004`
    expect(await idOf(message(''))).toBe(await idOf(message('2ND LEAD\r\n')))
  })
})

describe('one story in two formats', () => {
  const uri = 'urn:newsml:quay.example:20240302:a1'
  const ninjs = JSON.stringify({
    uri,
    version: '4',
    type: 'text',
    headline: 'Fees rise',
    body_text: 'They will rise.',
  })
  const g2 = `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${uri}" version="4"><itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:QN"><name>Quay News</name></provider></itemMeta><contentMeta><headline>Fees rise</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>They will rise.</p></body></html></inlineXML></contentSet></newsItem>`

  it('is one article by its uri, though one names its provider and the other does not', async () => {
    expect(await idOf(g2)).toBe(await idOf(ninjs))
    const {articles} = await make(
      zipSync({'a.xml': new TextEncoder().encode(g2), 'b.json': new TextEncoder().encode(ninjs)}),
    )
    expect(articles).toHaveLength(1)
  })

  it('stays two stories when only their providers know the ids', async () => {
    const item = (provider: string) =>
      JSON.stringify({uri: '20240302-7', provider, type: 'text', headline: 'Fees', body_text: 'Rise.'})
    expect(await idOf(item('Quay News'))).not.toBe(await idOf(item('North Bureau')))
  })
})

describe('one caption', () => {
  it('stands once when a picture item and the JPEG that came with it both carry it', async () => {
    const own = await make(photograph)
    const [caption] = own.supporting.flatMap((document) =>
      document._type === 'imageCaption' ? [document] : [],
    )
    const item = `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:quay.example,2024:divers" version="1"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta><headline>Divers</headline><description role="drol:caption">${caption?.text ?? ''}</description></contentMeta><contentSet><remoteContent rendition="rnd:highRes" href="divers.jpg" contenttype="image/jpeg"/></contentSet></newsItem>`
    const both = await make(zipSync({'item.xml': new TextEncoder().encode(item), 'divers.jpg': photograph}))
    expect(both.supporting.filter(({_type}) => _type === 'imageCaption').map(({_id}) => _id)).toEqual([
      caption?._id,
    ])
  })
})
