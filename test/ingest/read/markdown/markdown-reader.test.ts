import {describe, expect, it} from 'vitest'
import {toProbe} from '../../../../ingest/read/detect.ts'
import {markdownFindingCodes, markdownReader} from '../../../../ingest/read/markdown/index.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = async (text: string) => (await markdownReader.read(bytes(text), {}))[0]!

describe('a Markdown document', () => {
  it('gives front matter and body', async () => {
    const {item, findings} = await read(
      '---\ntitle: "Bridge reopens"\nauthor: Ola Finn\ndate: 2024-02-03T04:05:06+01:00\ntags: [roads, rivers]\nlang: en-GB\n---\n# Bridge reopens\n\nThe bridge is *open* [again](https://a.example/x).\nAt last.\n\n## Tolls\n\n1. cars\n2. vans\n   - small ones\n\n> No more queues\n\n| Car | Van |\n|---|---|\n| 1 | 2 |\n\n![The span](span.jpg "The new span")\n',
    )
    expect(findings).toEqual([])
    expect(item).toMatchObject({
      headline: 'Bridge reopens',
      byline: 'Ola Finn',
      firstCreated: '2024-02-03T04:05:06+01:00',
      keywords: ['roads', 'rivers'],
      language: 'en-GB',
    })
    expect(item.blocks).toEqual([
      {
        kind: 'paragraph',
        text: 'The bridge is open again. At last.',
        marks: [
          {start: 14, end: 18, kind: 'em'},
          {start: 19, end: 24, kind: 'link', href: 'https://a.example/x'},
        ],
      },
      {kind: 'crosshead', level: 2, text: 'Tolls'},
      {kind: 'listItem', level: 1, list: 'number', text: 'cars'},
      {kind: 'listItem', level: 1, list: 'number', text: 'vans'},
      {kind: 'listItem', level: 2, list: 'bullet', text: 'small ones'},
      {kind: 'blockQuote', text: 'No more queues'},
      {
        kind: 'table',
        text: 'Car\tVan\n1\t2',
        rows: [
          {header: true, cells: ['Car', 'Van']},
          {header: false, cells: ['1', '2']},
        ],
      },
      {kind: 'image', text: '', association: 0},
    ])
    expect(item.associations).toEqual([
      {
        itemClass: 'picture',
        captions: [{text: 'The new span', role: 'title'}],
        altText: 'The span',
        renditions: [{href: 'span.jpg'}],
      },
    ])
  })

  it('takes headline and byline off the top when there is no front matter', async () => {
    const {item} = await read('# Snow closes pass\n\nBy Ruth Ames\n\nThe pass is shut.\n')
    expect(item).toMatchObject({
      headline: 'Snow closes pass',
      byline: 'By Ruth Ames',
      blocks: [{kind: 'paragraph', text: 'The pass is shut.'}],
    })
  })

  it('gives maps of the front matter, whatever its keys are spelled like', async () => {
    const {item, findings} = await read(
      '---\ntitle: Ferry returns\nauthors:\n  - name: Ann Ree\n    email: ann@npa.example\n  - name: Tom Reed\nlast_modified_at: 2025-03-14T10:00:00Z\ntags: [ferry, "Sandvig, harbour"]\nimage:\n  src: /images/ferry.jpg\n  alt: A red ferry\n  caption: The Oster at Sandvig\n  credit: Kit Dow/NPA\nembargo-until: 2025-03-14T06:00:00Z\npriority: 3\ndraft: true\ned_note: Check the seats.\n---\n\nSANDVIG (NPA) — The ferry returned.\n',
    )
    expect(findings).toEqual([])
    expect(item).toMatchObject({
      byline: 'Ann Ree, Tom Reed',
      versionCreated: '2025-03-14T10:00:00Z',
      keywords: ['ferry', 'Sandvig, harbour'],
      embargoedUntil: '2025-03-14T06:00:00Z',
      urgency: 3,
      pubStatus: 'withheld',
      located: 'SANDVIG',
      edNotes: [{role: 'editors', text: 'Check the seats.', public: false}],
      associations: [
        {
          name: 'featuremedia',
          altText: 'A red ferry',
          captions: [{text: 'The Oster at Sandvig', role: 'caption'}],
          creditLine: 'Kit Dow/NPA',
          renditions: [{href: '/images/ferry.jpg'}],
        },
      ],
    })
  })

  it('without front matter has standfirst, byline and day below its headline, captions below its pictures', async () => {
    const {item} = await read(
      '# Seals return to Sandvig\n\n*Wardens count eleven pups*\n\n**By Ann Ree**, Sandvig\n\nPublished: 14 March 2025\n\n![Seal](seal.jpg)\n_A grey seal on the slipway. Photo: Kit Dow_\n\nGrey seals have returned, wardens said.\n\n**Contact:** Ann Ree, ann@sandvig.example\n',
    )
    expect(item).toMatchObject({
      headline: 'Seals return to Sandvig',
      standfirst: 'Wardens count eleven pups',
      byline: 'By Ann Ree, Sandvig',
      firstCreated: '2025-03-14',
    })
    expect(item.associations[0]?.captions.map(({text}) => text)).toEqual([
      'A grey seal on the slipway. Photo: Kit Dow',
    ])
    expect(item.blocks?.filter(({furniture, text}) => !furniture && text).map(({text}) => text)).toEqual([
      'Grey seals have returned, wardens said.',
    ])
  })

  it('runs no markup and refuses its links', async () => {
    const {item, findings} = await read(
      '# T\n\n[x](javascript:alert(1)) words\n\n<script>alert(2)</script>\n\n<p onclick="y">kept</p>\n',
    )
    expect(item.blocks).toEqual([
      {kind: 'paragraph', text: 'x words'},
      {kind: 'paragraph', text: 'kept'},
    ])
    expect(findings).toHaveLength(1)
  })

  it('reads the shortcodes of site generators', async () => {
    const {item} = await read(
      '+++\ntitle = "Bridge reopens"\ndescription = """\nShut for \\"weeks\\".\nOpen again."""\n+++\nOne.\n\n{{< figure src="/span.jpg" title="Span" caption="The new [span](https://a.example) on Friday." alt="A bridge" attr="Ola Finn" >}}\n\n{{% notice tip %}}\nMind the kerb.\n{{% /notice %}}\n\n{% include image.html url="/old.jpg" description="The old span." %}\n\n{{< youtube w7Ft2ymGmfc >}}\n\nSee {{< ref "page.md" >}}.\n',
    )
    expect(item).toMatchObject({standfirst: 'Shut for "weeks".\nOpen again.', edNotes: []})
    expect(item.blocks!.map(({kind, text, url}) => url ?? (text || kind))).toEqual([
      'One.',
      'image',
      'Mind the kerb.',
      'image',
      'https://www.youtube.com/watch?v=w7Ft2ymGmfc',
      'See {{< ref "page.md" >}}.',
    ])
    expect(item.associations).toMatchObject([
      {
        captions: [{text: 'The new span on Friday.'}],
        altText: 'A bridge',
        creditLine: 'Ola Finn',
        renditions: [{href: '/span.jpg'}],
      },
      {captions: [{text: 'The old span.'}], renditions: [{href: '/old.jpg'}]},
    ])
  })

  it('keeps authors in their order, named alone or with more', async () => {
    const {item} = await read(
      '---\ntitle: Bridge reopens\nauthors:\n  - Ola Finn\n  - name: Ada Berger\n    url: https://a.example\n  - Una Reid\ntags:\n  - roads\n---\nOne.\n',
    )
    expect(item).toMatchObject({byline: 'Ola Finn, Ada Berger, Una Reid', keywords: ['roads'], edNotes: []})
  })

  it('takes a heading above the byline for the standfirst, and a telling title for the caption', async () => {
    const {item} = await read(
      '# Bridge reopens\n\n## Toll stays until May\n\nBy Ola Finn\n\nThe bridge is open.\n\n![](span.jpg "The new span on Friday.") ![](old.jpg "Old span")\n\n## Tolls\n\nThey stay.\n',
    )
    expect(item).toMatchObject({standfirst: 'Toll stays until May', byline: 'By Ola Finn'})
    expect(item.associations.map(({captions}) => captions)).toEqual([
      [{text: 'The new span on Friday.', role: 'caption'}],
      [{text: 'Old span', role: 'title'}],
    ])
  })

  it('is told by its signs, not by its name alone', () => {
    const claim = (text: string, fileName = 'x.txt') =>
      markdownReader.detect(toProbe(bytes(text), {fileName}))
    expect(claim('# Head\n\nSome **bold** words and a [link](https://a.example).')?.score).toBeGreaterThan(
      0.6,
    )
    expect(claim('Plain words.\nMore of them.')).toBeNull()
    expect(claim('{"a": 1}', 'x.md')).toBeNull()
  })

  it.each([
    ['quotations', '>'.repeat(100_000)],
    ['lists', '- '.repeat(50_000)],
    ['emphasis', '_a*b_'.repeat(20_000)],
    ['brackets', '[a]('.repeat(50_000)],
  ])('takes endless %s', async (_, text) => {
    const {findings} = await read(text)
    expect(findings.map(({code}) => code)).toContain(markdownFindingCodes.tooDeep)
  })
})
