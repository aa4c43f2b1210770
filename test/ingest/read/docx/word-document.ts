import {strToU8, zipSync} from 'fflate'

const office = 'http://schemas.openxmlformats.org'

/** One paragraph of WordprocessingML; `run` is the properties of its only run. */
export const paragraph = (text: string, run = '') => `<w:p><w:r>${run}<w:t>${text}</w:t></w:r></w:p>`

/** A picture with alternative text and a caption under it. */
export const picture = `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="A lighthouse"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr><w:r><w:t>The light at dusk</w:t></w:r></w:p>`

/** The bytes of the picture: the signature of a PNG and little more. */
export const png = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 1, 2, 3])

/** A Word document with this body; `more` adds parts or puts others in their place. */
export function toWordDocument(body: string, more: Record<string, Uint8Array> = {}): Uint8Array {
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
