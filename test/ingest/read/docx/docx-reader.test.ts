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

  const bold = '<w:rPr><w:b/></w:rPr>'
  const markOf = (item: {blocks?: {text: string; furniture?: string}[]}, text: string) =>
    item.blocks?.find((block) => block.text === text)?.furniture

  it('that is a release has its headline under label, embargo and date; behind the end all is for newsrooms', async () => {
    const {item} = await read(
      toWordDocument(
        paragraph('PRESS RELEASE', bold) +
          paragraph('EMBARGOED UNTIL 00:01 ON FRIDAY 21 MARCH 2025', bold) +
          paragraph('Havnby, 18 March 2025') +
          paragraph('Ferry returns to Sandvig', bold) +
          paragraph('First crossing sold out', '<w:rPr><w:i/></w:rPr>') +
          paragraph('SANDVIG (NB) - The ferry returned on Friday.') +
          paragraph('What changes', bold) +
          paragraph('There is a new timetable.') +
          paragraph('ENDS') +
          paragraph('Contact: Kit Dow, 01632 960001'),
      ),
    )
    expect(item).toMatchObject({
      headline: 'Ferry returns to Sandvig',
      standfirst: 'First crossing sold out',
      embargoedUntil: 'EMBARGOED UNTIL 00:01 ON FRIDAY 21 MARCH 2025',
      located: 'SANDVIG',
    })
    expect(markOf(item, 'PRESS RELEASE')).toBe('section-label')
    expect(markOf(item, 'Havnby, 18 March 2025')).toBe('timestamp')
    expect(markOf(item, 'ENDS')).toBe('sign-off')
    expect(markOf(item, 'Contact: Kit Dow, 01632 960001')).toBe('contact')
    expect(item.blocks?.find(({text}) => text === 'What changes')).toMatchObject({
      kind: 'crosshead',
      level: 2,
    })
  })

  it('without any style has its first line over the byline as headline', async () => {
    const {item} = await read(
      toWordDocument(
        paragraph('Council to vote on bridge toll') +
          paragraph('By Tom Reed') +
          paragraph('Councillors will vote on a bridge toll on Monday, it has emerged.'),
      ),
    )
    expect(item).toMatchObject({headline: 'Council to vote on bridge toll', byline: 'By Tom Reed'})
    expect(item.blocks).toHaveLength(1)
  })

  it('gives comments and an embargo of its header as notes', async () => {
    const part = (name: string, words: string) =>
      strToU8(`<w:${name} xmlns:w="w"><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:${name}>`)
    const {item} = await read(
      toWordDocument(paragraph('The keepers leave in May.'), {
        'word/comments.xml': part('comments', 'Check the month.'),
        'word/header1.xml': part('hdr', 'EMBARGOED UNTIL 6AM, MONDAY'),
        'word/footer1.xml': part('ftr', 'Light Society'),
      }),
    )
    expect(item.edNotes.map(({role, text}) => [role, text])).toEqual(
      expect.arrayContaining([
        ['comment', 'Check the month.'],
        ['embargo', 'EMBARGOED UNTIL 6AM, MONDAY'],
      ]),
    )
    expect(item.embargoedUntil).toBe('EMBARGOED UNTIL 6AM, MONDAY')
    expect(item.leftOut).toEqual([{text: 'Light Society', reason: 'outside-the-story'}])
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
