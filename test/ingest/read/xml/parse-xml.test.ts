import {describe, expect, it} from 'vitest'
import {parseXml} from '../../../../ingest/read/xml/parse-xml.ts'
import {rootTag} from '../../../../ingest/read/xml/root-tag.ts'
import {
  attributeOf,
  childOf,
  descendantsOf,
  rawTextOf,
  textOf,
  xpathOf,
} from '../../../../ingest/read/xml/xml-tree.ts'

describe('a tree', () => {
  it('finds elements and attributes without their prefix and in any case', () => {
    const {root} = parseXml('<n:News xmlns:n="x"><n:Head xml:lang="sv"><Sent>now</Sent></n:Head></n:News>')
    const head = childOf(root, 'head')
    expect(attributeOf(head, 'lang')).toBe('sv')
    expect(textOf(childOf(head, 'sent'))).toBe('now')
  })

  it('says where each element stands', () => {
    const {root} = parseXml('<a><b/><c/><b><d>x</d></b></a>')
    expect(descendantsOf(root, 'b', 'd').map(xpathOf)).toEqual(['/a/b', '/a/b[2]', '/a/b[2]/d'])
  })

  it('reads the characters of Windows-1252 that references or Latin-1 brought as controls', () => {
    const {root} = parseXml('<a b="&#128;5">&#147;one&#148; \u0096 tw\u000bo\u0002, \u00e2\u201a\u00ac5</a>')
    expect(textOf(root)).toBe('“one” – tw o, €5')
    expect(attributeOf(root, 'b')).toBe('€5')
  })

  it('keeps what it can of copy that is not well-formed', () => {
    const {root, findings} = parseXml('<a><b>one</x><c>two</b>three')
    expect(textOf(root)).toBe('onetwothree')
    expect(findings.map(({code}) => code)).toEqual(['xml-cut-short', 'xml-not-well-formed'])
  })

  it('reads sections, references and lone signs', () => {
    expect(rawTextOf(parseXml('<a><![CDATA[<p>&amp;]]> &lt;&#233;&#xe9; 3 < 4 & 5 &hellip;</a>').root)).toBe(
      '<p>&amp; <éé 3 < 4 & 5 …',
    )
  })

  it('has its offsets in the copy, past a document type', () => {
    const source = '<!DOCTYPE a [<!ENTITY x ">">]><a><b>x</b></a>'
    const [found] = descendantsOf(parseXml(source).root, 'b')
    expect(source.slice(found!.startIndex!, found!.endIndex! + 1)).toBe('<b>x</b>')
  })

  it.each(['', '   ', 'words', '<', '<!DOCTYPE a [', '<!--', '<?xml', '</a>'])(
    'of "%s" has no root and says so',
    (text) => {
      const {root, findings} = parseXml(text)
      expect(root).toBeUndefined()
      expect(findings.map(({code}) => code)).toContain('xml-empty')
    },
  )
})

describe('the root', () => {
  it.each([
    ['<?xml version="1.0"?><!-- <a> --><!DOCTYPE x [<!ENTITY a "<b>">]>\n<n:NewsItem x="1">', 'newsitem'],
    ['\uFEFF  <feed>', 'feed'],
    ['Warning: something <rss version="2.0">', 'rss'],
  ])('of %s is told without reading the rest', (text, name) => {
    expect(rootTag(text)).toBe(name)
  })

  it('of text is none', () => {
    expect(rootTag('words and words')).toBeNull()
    expect(rootTag(`${'words '.repeat(200)}<a>`)).toBeNull()
  })
})
