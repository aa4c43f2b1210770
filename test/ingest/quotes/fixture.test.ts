import {readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {inShort} from './quote-laws.ts'

const lido = readFileSync(path.join(import.meta.dirname, 'fixtures/lido.txt'), 'utf8')

describe('a local paper in single quotes', () => {
  it('has every speech whole, with who said it', () => {
    expect(
      inShort(lido).map(([kind, speaker, words]) => [
        kind,
        speaker,
        words.split('|').length,
        words.slice(0, 24),
      ]),
    ).toEqual([
      ['partial', 'Graham Oakes', 1, 'badly underestimated'],
      ['direct', 'Graham Oakes', 1, 'Nobody in this room want'],
      ['direct', 'Norma Tindall', 3, 'I have taught three gene'],
      ['partial', 'Norma Tindall', 1, 'a work of fiction'],
      ['partial', 'Graham Oakes', 1, "hadn't been down to look"],
      ['direct', 'Graham Oakes', 1, 'They did it from photogr'],
      ['partial', 'A spokeswoman for the builders', 1, 'respond in due course'],
      ['direct', 'one of the surveyors', 1, 'We stand by our figures,'],
      ['partial', 'the Harwick Society', 1, 'the last of its kind on '],
      ['direct', 'Norma Tindall', 1, 'It is cold, it leaks and'],
    ])
  })
})
