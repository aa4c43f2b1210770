import {describe, expect, test} from 'vitest'
import {decodeText, textReader} from '../../../../ingest/read/text/index.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const codes = (decoded: {findings: {code: string}[]}): string[] => decoded.findings.map(({code}) => code)

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const units = [...(mark ? '\uFEFF' : '')].concat([...text]).join('')
  const out = new Uint8Array(units.length * 2)
  const view = new DataView(out.buffer)
  for (let at = 0; at < units.length; at += 1) view.setUint16(at * 2, units.charCodeAt(at), order === 'le')
  return out
}

describe('decodeText tells the encoding by evidence', () => {
  test.each([
    ['UTF-8', utf8('Zoë said “no” — twice.\nÉire'), 'utf-8', 'Zoë said “no” — twice.\nÉire'],
    ['UTF-8 with a byte-order mark', utf8('\uFEFFZoë'), 'utf-8', 'Zoë'],
    ['UTF-16 little-endian with a mark', utf16('Zoë said “no”', 'le', true), 'utf-16le', 'Zoë said “no”'],
    ['UTF-16 big-endian with a mark', utf16('Zoë said “no”', 'be', true), 'utf-16be', 'Zoë said “no”'],
    [
      'UTF-16 little-endian without a mark',
      utf16('The council met', 'le', false),
      'utf-16le',
      'The council met',
    ],
    [
      'UTF-16 big-endian without a mark',
      utf16('The council met', 'be', false),
      'utf-16be',
      'The council met',
    ],
    [
      'Windows-1252',
      bytes(0x93, 0x4e, 0x6f, 0x94, 0x20, 0x96, 0x20, 0x5a, 0x6f, 0xeb),
      'windows-1252',
      '“No” – Zoë',
    ],
    ['ISO-8859-1', bytes(0x5a, 0x6f, 0xeb, 0x20, 0xa3, 0x35), 'iso-8859-1', 'Zoë £5'],
    ['plain ASCII', utf8('Plain words'), 'utf-8', 'Plain words'],
  ])('%s', (_, input, used, text) => {
    const decoded = decodeText(input)
    expect(decoded.text).toBe(text)
    expect(decoded.encoding.used).toBe(used)
    expect(decoded.findings).toEqual([])
  })

  test('a byte-order mark is the declared encoding', () => {
    expect(decodeText(utf8('\uFEFFa')).encoding).toEqual({declared: 'utf-8', used: 'utf-8'})
    expect(decodeText(utf8('a')).encoding).toEqual({used: 'utf-8'})
  })

  test('a few bytes that do not fit UTF-8 are read as Windows-1252 and reported', () => {
    const mixed = new Uint8Array([
      ...utf8('Zoë, Siân and Éamon were '),
      0x93,
      ...utf8('sure'),
      0x94,
      ...utf8(' of été'),
    ])
    const decoded = decodeText(mixed)
    expect(decoded.text).toBe('Zoë, Siân and Éamon were “sure” of été')
    expect(codes(decoded)).toEqual(['mixed-encoding'])
  })

  test('line ends, no-break spaces and soft hyphens stay as they came', () => {
    const text = 'one\r\ntwo\rthree\nfour\u00A0five\u00ADsix\u2009seven'
    expect(decodeText(utf8(text)).text).toBe(text)
  })
})

describe('decodeText says what is wrong with bad input', () => {
  test('an empty file is an error', () => {
    expect(decodeText(bytes())).toMatchObject({text: '', findings: [{severity: 'error', code: 'empty-file'}]})
  })

  test('white space alone is an error', () => {
    expect(codes(decodeText(utf8(' \n\u00A0\n')))).toEqual(['empty-file'])
  })

  test.each([
    ['a PNG picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)],
    ['a zip archive', bytes(0x50, 0x4b, 0x03, 0x04, 20, 0, 0, 0)],
    ['random bytes', Uint8Array.from({length: 4_000}, (_, at) => (at * 7919 + (at >> 3) * 104_729) % 256)],
    ['NUL bytes alone', new Uint8Array(500)],
  ])('%s looks like binary', (_, input) => {
    const decoded = decodeText(input)
    expect(decoded.text).toBe('')
    expect(decoded.findings).toMatchObject([{severity: 'error', code: 'looks-like-binary'}])
  })

  test('NUL bytes and control characters among words are left out with a warning', () => {
    const decoded = decodeText(
      utf8('The court\u0000 heard\u0007 nothing more that day, officials at the court said.'),
    )
    expect(decoded.text).toBe('The court heard nothing more that day, officials at the court said.')
    expect(codes(decoded)).toEqual(['nul-bytes', 'control-characters'])
  })

  test('lone surrogates become U+FFFD with a warning', () => {
    const input = utf16('Words before X words after, all of them plain', 'le', true)
    new DataView(input.buffer).setUint16(2 * ('Words before '.length + 1), 0xd83d, true)
    const decoded = decodeText(input)
    expect(decoded.text).toBe('Words before \uFFFD words after, all of them plain')
    expect(codes(decoded)).toEqual(['lone-surrogates'])
  })

  test('UTF-8 that was decoded wrongly before is pointed out and kept', () => {
    const decoded = decodeText(utf8('It wasnâ€™t him'))
    expect(decoded.text).toBe('It wasnâ€™t him')
    expect(codes(decoded)).toEqual(['double-encoded'])
  })
})

test('the text reader gives one item with the decoded text and no blocks', async () => {
  const [read, ...others] = await textReader.read(utf8('A headline\n\nA paragraph.'), {})
  expect(others).toEqual([])
  expect(read?.findings).toEqual([])
  expect(read?.item).toMatchObject({
    format: 'text',
    text: 'A headline\n\nA paragraph.',
    encoding: {used: 'utf-8'},
  })
  expect(read?.item.blocks).toBeUndefined()
})

describe('text of a legacy encoding that nothing names', () => {
  test.each([
    [
      'koi8-r',
      'Порт Хавнби открылся в четверг после шторма',
      '8M/S1CDowdfOwskgz9TL0tnM09Eg1yDexdTXxdLHINDP08zFINvUz9LNwQ==',
    ],
    [
      'windows-1250',
      'Všechny lodě vypluly na moře, řekl kapitán přístavu',
      'VpplY2hueSBsb2TsIHZ5cGx1bHkgbmEgbW/4ZSwg+GVrbCBrYXBpdOFuIHD47XN0YXZ1',
    ],
    ['shift_jis', '全ての船が出港したという', 'kVOCxILMkUSCqo9vjWCCtYK9gsaCooKk'],
    ['big5', '港口在暴風雨後已經重新開放', 'tOSkZqZivMmtt6tCq+Gkd7hnrau3c7Z9qfE='],
    [
      'windows-1252',
      'Straße über die Brücke – für 5 €, größer als früher',
      'U3RyYd9lIPxiZXIgZGllIEJy/GNrZSCWIGb8ciA1IIAsIGdy9t9lciBhbHMgZnL8aGVy',
    ],
  ])('is told by its letters: %s', (name, words, bytes) => {
    const {text, encoding} = decodeText(new Uint8Array(Buffer.from(bytes, 'base64')))
    expect(text).toBe(words)
    expect(encoding).toEqual({used: name})
  })
})
