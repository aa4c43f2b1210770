import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {detect} from '../../../ingest/read/detect.ts'
import {toWords} from '../../../ingest/text/words.ts'
import {readAs, readersForDetection, xmlReaders} from './xml-readers.ts'

const fixtures = new URL('../../fixtures/wire/', import.meta.url)
const load = (path: string) => new Uint8Array(readFileSync(new URL(path, fixtures)))
const files = Object.keys(xmlReaders).flatMap((format) =>
  readdirSync(new URL(`${format}/`, fixtures))
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name): [string, string] => [format, name]),
)

describe('look-alike XML copy', () => {
  it.each(files)('of %s (%s) gives exactly the items written down beside it', async (format, name) => {
    const items = await readAs(format, load(`${format}/${name}`))
    const expected: unknown = JSON.parse(
      readFileSync(new URL(`${format}/${name}.expected.json`, fixtures), 'utf8'),
    )
    expect(JSON.parse(JSON.stringify(items))).toEqual(expected)
  })

  it.each(files)('of %s (%s) is told by its content, whatever its name says', (format, name) => {
    for (const hints of [
      {},
      {fileName: 'a.html', contentType: 'text/html'},
      {fileName: 'a.jpg', contentType: 'image/jpeg'},
    ]) {
      expect(detect(load(`${format}/${name}`), readersForDetection, hints)?.format).toBe(format)
    }
  })

  it.each(files)('of %s (%s) gives blocks whose marks and pictures lie inside', async (format, name) => {
    for (const {item} of await readAs(format, load(`${format}/${name}`))) {
      for (const block of item.blocks ?? []) {
        for (const mark of block.marks ?? []) {
          expect(mark.start).toBeLessThan(mark.end)
          expect(mark.end).toBeLessThanOrEqual(block.text.length)
        }
        const shown = block.association ?? -1
        expect(shown).toBeLessThan(item.associations.length)
      }
    }
  })
})

describe('words', () => {
  it.each([
    ['nitf', 'ferry.xml', /<body\.content>([\s\S]*)<\/body\.content>/],
    ['nitf', 'wrapped-kill.xml', /<body\.content>([\s\S]*)<\/body\.content>/],
    ['newsml-g2', 'bare-nitf.xml', /<body\.content>([\s\S]*)<\/body\.content>/],
    ['newsml-g2', 'package.xml', /<body>([\s\S]*)<\/body>/],
    ['ritzau', 'item.xml', /<content>([\s\S]*)<\/content>/],
  ])(
    'of the body of %s (%s) all come out, in the body, a caption or the furniture',
    async (format, name, body) => {
      const source = body.exec(readFileSync(new URL(`${format}/${name}`, fixtures), 'utf8'))?.[1] ?? ''
      const printed = source
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll('&eacute;', 'é')
        .replaceAll(/&\w+;/g, ' ')
      const items = await readAs(format, load(`${format}/${name}`))
      const kept = new Set(toWords(JSON.stringify(items).replaceAll('\\n', ' ').replaceAll('\\t', ' ')))
      expect(toWords(printed).filter((word) => !kept.has(word))).toEqual([])
    },
  )
})

describe('an item of NewsML-G2', () => {
  const item = (meta: string, rights = '') =>
    `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="2">${rights}<itemMeta>${meta}</itemMeta><contentSet><inlineData contenttype="text/plain">Boats.</inlineData></contentSet></newsItem>`
  const newscodes = 'http://cv.iptc.org/newscodes/'

  it.each([
    [`<pubStatus uri="${newscodes}pubstatusg2/canceled"/>`, 'canceled', ['kill']],
    ['<pubStatus literal="withheld"/>', 'withheld', ['hold']],
    [`<signal uri="${newscodes}signal/correction"/>`, 'usable', ['correction']],
    ['<edNote>CORRECTION: mends the name of the port</edNote>', 'usable', ['correction']],
  ])('with %s is %s', async (meta, pubStatus, signals) => {
    expect((await readAs('newsml-g2', item(meta)))[0]?.item).toMatchObject({pubStatus, signals})
  })

  it('keeps the terms of every rightsInfo', async () => {
    const rights = ['Text only', 'Not for sale', 'Text only']
      .map((terms) => `<rightsInfo><usageTerms>${terms}</usageTerms></rightsInfo>`)
      .join('')
    expect((await readAs('newsml-g2', item('', rights)))[0]?.item.usageTerms).toBe('Text only\nNot for sale')
  })
})

describe('a dateline of NITF', () => {
  it.each([
    [
      '<location>HAVNBY, Skania</location> <story.date>, Nov. 27</story.date>',
      'HAVNBY, Skania, Nov. 27',
      'HAVNBY, Skania',
    ],
    ['<location>HAVNBY,</location><story.date>, Nov. 27</story.date>', 'HAVNBY, Nov. 27', 'HAVNBY'],
    ['<location>HAVNBY</location>\n<story.date>\n, 20261127</story.date>', 'HAVNBY', 'HAVNBY'],
    ['<story.date>Nov. 27</story.date><location>HAVNBY</location>', 'Nov. 27 HAVNBY', 'HAVNBY'],
  ])('%s has its commas once, and no space before them', async (inside, dateline, located) => {
    const copy = `<nitf><body><body.head><hedline><hl1>Port opens</hl1></hedline><dateline>${inside}</dateline></body.head></body></nitf>`
    expect((await readAs('nitf', copy))[0]?.item).toMatchObject({dateline, located})
  })
})

describe('a reader', () => {
  it.each(Object.keys(xmlReaders))(
    'of %s reads copy of every other format without throwing',
    async (format) => {
      for (const [other, name] of files)
        expect(await readAs(format, load(`${other}/${name}`))).toBeInstanceOf(Array)
      for (const text of [
        '',
        ' ',
        '<',
        '<a',
        '<a/>',
        '&',
        '\u0000',
        '\uFEFF',
        '<?xml?>',
        '<!DOCTYPE',
        '<![CDATA[',
      ]) {
        const items = await readAs(format, text)
        expect(items.flatMap(({findings}) => findings).length).toBeGreaterThan(0)
      }
    },
  )

  it.each(files)('of %s gives the same items of the same copy (%s) every time', async (format, name) => {
    const bytes = load(`${format}/${name}`)
    expect(await readAs(format, bytes)).toEqual(await readAs(format, bytes))
  })
})
