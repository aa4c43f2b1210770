import {strToU8, zipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {toProbe} from '../../../../ingest/read/detect.ts'
import {docxFindingCodes, docxReader} from '../../../../ingest/read/docx/index.ts'

const office = 'http://schemas.openxmlformats.org'
const paragraph = (text: string, run = '') => `<w:p><w:r>${run}<w:t>${text}</w:t></w:r></w:p>`
const picture = `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="A lighthouse"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr><w:r><w:t>The light at dusk</w:t></w:r></w:p>`
const png = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 1, 2, 3])

function toDocument(body: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="${office}/wordprocessingml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships" xmlns:wp="${office}/drawingml/2006/wordprocessingDrawing" xmlns:a="${office}/drawingml/2006/main" xmlns:pic="${office}/drawingml/2006/picture"><w:body>${body}</w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId9" Type="${office}/officeDocument/2006/relationships/image" Target="media/image1.png"/></Relationships>`,
    ),
    'word/styles.xml': strToU8(
      `<w:styles xmlns:w="${office}/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style></w:styles>`,
    ),
    'word/media/image1.png': png,
    'docProps/core.xml': strToU8(
      '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dcterms:created>2024-01-02T03:04:05Z</dcterms:created><cp:keywords>sea, light</cp:keywords></cp:coreProperties>',
    ),
    ...more,
  })
}

const read = async (bytes: Uint8Array) => (await docxReader.read(bytes, {}))[0]!

describe('a Word document', () => {
  it('gives headline, byline, copy, tables and pictures with their bytes', async () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph('a')}</w:tc><w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl>`
    const {item, findings} = await read(
      toDocument(
        paragraph('Light to be automated', '<w:rPr><w:b/></w:rPr>') +
          paragraph('By Sean Ord') +
          paragraph('The keepers leave in May.') +
          picture +
          table,
      ),
    )
    expect(findings).toEqual([])
    expect(item).toMatchObject({
      headline: 'Light to be automated',
      byline: 'By Sean Ord',
      firstCreated: '2024-01-02T03:04:05Z',
      keywords: ['sea', 'light'],
    })
    expect(item.blocks).toEqual([
      {kind: 'paragraph', text: 'The keepers leave in May.'},
      {kind: 'image', text: '', association: 0},
      {kind: 'table', text: 'a\tb', rows: [{header: false, cells: ['a', 'b']}]},
    ])
    expect(item.associations).toEqual([
      {
        itemClass: 'picture',
        captions: [{text: 'The light at dusk', role: 'caption'}],
        altText: 'A lighthouse',
        renditions: [],
        bytes: png,
      },
    ])
  })

  it('is told by its parts', () => {
    expect(docxReader.detect(toProbe(toDocument(paragraph('x')), {}))?.score).toBeGreaterThan(0.9)
    expect(docxReader.detect(toProbe(zipSync({'a.txt': strToU8('x')}), {fileName: 'a.docx'}))).toBeNull()
  })

  it('reads nothing of a document that unpacks without end', async () => {
    const bomb = toDocument(paragraph('x'), {'word/more.xml': new Uint8Array(30 * 1024 * 1024)})
    expect((await read(bomb)).findings.map(({code}) => code)).toEqual([docxFindingCodes.tooLarge])
  })

  it('takes a document cut anywhere', async () => {
    const whole = toDocument(paragraph('words') + picture)
    for (let length = 0; length < whole.length; length += 97) {
      expect((await read(whole.subarray(0, length))).findings.map(({severity}) => severity)).toEqual([
        'error',
      ])
    }
  })
})
