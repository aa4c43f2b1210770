import {describe, expect, it} from 'vitest'
import {own, ownText, textOf} from '../../../../ingest/read/json/access.ts'
import {parseJson} from '../../../../ingest/read/json/parse-json.ts'

const codes = (text: string) => parseJson(text).findings.map(({code}) => code)

describe('parseJson', () => {
  it('reads sound JSON as the platform does', () => {
    expect(parseJson('{"a":[1,true,null,"é"]}')).toEqual({values: [{a: [1, true, null, 'é']}], findings: []})
    expect(parseJson('\uFEFF[1]').values).toEqual([[1]])
  })

  it('reads JSON Lines as several values without a finding', () => {
    expect(parseJson('{"a":1}\n{"a":2}\n')).toEqual({values: [{a: 1}, {a: 2}], findings: []})
  })

  it.each([
    ['{"a":"cut he', {a: 'cut he'}],
    ['{"a":1,"b":{"c":[1,2', {a: 1, b: {c: [1, 2]}}],
    ['{"a":"two\nlines"}', {a: 'two\nlines'}],
    ['{"a":1,}', {a: 1}],
    ['{"a":1 "b":2}', {a: 1, b: 2}],
    ['{a:1}', {a: 1}],
    [String.raw`{"a":"x\u00e6\n\"y\"`, {a: 'xæ\n"y"'}],
    ['{"a":1}}', {a: 1}],
  ])('reads what is there of %j and says that it is damaged', (text, value) => {
    const {values} = parseJson(text)
    expect(values[0]).toEqual(value)
    expect(codes(text)).toContain('json-repaired')
  })

  it('gives an error where there is no JSON', () => {
    for (const text of ['', 'words', '<a/>', '}', '"']) expect(codes(text)).toContain('json-unreadable')
  })

  it('says on which line the damage starts', () => {
    expect(parseJson('{\n"a": 1,\n"b": oops\n}').findings[0]?.at?.line).toBe(3)
  })
})

describe('looking into JSON', () => {
  it('sees own properties only', () => {
    expect(own({}, 'constructor', 'toString', '__proto__')).toBeUndefined()
    expect(own(JSON.parse('{"__proto__":{"x":1}}'), 'x')).toBeUndefined()
    expect(own([1], 'length')).toBeUndefined()
  })

  it('takes words and numbers for words, and nothing else', () => {
    expect(ownText({a: '', b: ' x '}, 'a', 'b')).toBe('x')
    expect([textOf(1.2), textOf(true), textOf({}), textOf([]), textOf(null), textOf(Number.NaN)]).toEqual([
      '1.2',
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(textOf('half \uD800')).toBe('half \uFFFD')
  })
})
