import {strToU8, zipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {toProbe} from '../../../../ingest/read/detect.ts'
import {docxFindingCodes, docxReader} from '../../../../ingest/read/docx/index.ts'
import {paragraph, picture, png, toWordDocument} from './word-document.ts'

const read = async (bytes: Uint8Array) => (await docxReader.read(bytes, {}))[0]!

describe('a Word document', () => {
  it('gives headline, byline, copy, tables and pictures with their bytes', async () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph('a')}</w:tc><w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl>`
    const {item, findings} = await read(
      toWordDocument(
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
    expect(docxReader.detect(toProbe(toWordDocument(paragraph('x')), {}))?.score).toBeGreaterThan(0.9)
    expect(docxReader.detect(toProbe(zipSync({'a.txt': strToU8('x')}), {fileName: 'a.docx'}))).toBeNull()
  })

  it('reads nothing of a document that unpacks without end', async () => {
    const bomb = toWordDocument(paragraph('x'), {'word/more.xml': new Uint8Array(30 * 1024 * 1024)})
    expect((await read(bomb)).findings.map(({code}) => code)).toEqual([docxFindingCodes.tooLarge])
  })

  it('takes a document cut anywhere', async () => {
    const whole = toWordDocument(paragraph('words') + picture)
    for (let length = 0; length < whole.length; length += 97) {
      expect((await read(whole.subarray(0, length))).findings.map(({severity}) => severity)).toEqual([
        'error',
      ])
    }
  })
})
