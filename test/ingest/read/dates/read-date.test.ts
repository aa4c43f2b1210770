import {describe, expect, it} from 'vitest'
import {readDate} from '../../../../ingest/read/dates/read-date.ts'

describe('a date', () => {
  it.each([
    ['2031-03-05T08:15:00.924Z', '2031-03-05T08:15:00.924Z'],
    ['20310305T081500+0100', '2031-03-05T08:15:00+01:00'],
    ['2031-03-05 08:15:00+00:00', '2031-03-05T08:15:00+00:00'],
    ['2031-03-05T08:15+01', '2031-03-05T08:15:00+01:00'],
    ['20310305T0815-0400', '2031-03-05T08:15:00-04:00'],
    ['Wed, 05 Mar 2031 08:15:00 GMT', '2031-03-05T08:15:00Z'],
    ['5 Mar 31 08:15 -0500', '2031-03-05T08:15:00-05:00'],
    ['5 Mar 94 08:15 EST', '1994-03-05T08:15:00-05:00'],
    ['2031-03-05 08:15:00 GMT+02:00', '2031-03-05T08:15:00+02:00'],
    ['20310305081500MESZ', '2031-03-05T08:15:00+02:00'],
    ['Wed Mar  5 08:15:00 EST 2031', '2031-03-05T08:15:00-05:00'],
    ['  2031-03-05T08:15:00Z\n ', '2031-03-05T08:15:00Z'],
  ])('written "%s" is ISO 8601 with the zone that the copy gave', (text, value) => {
    expect(readDate(text, 'x')).toEqual({value, zoned: true})
  })

  it.each([
    '20310305T081500',
    '2031-03-05 08:15',
    '2031-03-05',
    'Wed, 05 Mar 2031 08:15:00',
    '2031-03-05T08:15:00A',
  ])('written "%s" has no zone and keeps its text', (text) => {
    const read = readDate(text, 'x', '/a/b')
    expect(read).toMatchObject({value: text, zoned: false})
    expect(read?.finding).toMatchObject({code: 'date-without-zone', severity: 'warning', at: {xpath: '/a/b'}})
  })

  it.each([
    'yesterday',
    '2031-02-30T00:00:00Z',
    '2031-13-01T00:00:00Z',
    '0000-00-00 00:00:00',
    '12/05/2031',
    '2031-03-05T25:00:00Z',
    'Mon, 30 Nov -0001 00:00:00 +0000',
  ])('written "%s" cannot be read and keeps its text', (text) => {
    expect(readDate(text, 'x')).toMatchObject({value: text, zoned: false, finding: {code: 'date-unreadable'}})
  })

  it('of blank text is none', () => {
    expect(readDate(' \n', 'x')).toBeNull()
    expect(readDate(undefined, 'x')).toBeNull()
  })

  it('of a megabyte is refused in no time', () => {
    expect(readDate('2'.repeat(1_000_000), 'x')?.zoned).toBe(false)
  })
})
