import {describe, expect, it} from 'vitest'
import {mediaTopics} from '../../../../ingest/read/subjects/media-topics.ts'
import {subjectCodes} from '../../../../ingest/read/subjects/subject-codes.ts'
import {toSubject} from '../../../../ingest/read/subjects/to-subject.ts'

describe('a subject', () => {
  it('of Media Topics is labelled from the table when the copy names none', () => {
    expect(toSubject({code: 'medtop:04000000'})).toEqual({
      name: 'economy, business and finance',
      code: 'medtop:04000000',
      scheme: 'medtop',
    })
  })

  it('keeps the name that the copy gives', () => {
    expect(toSubject({code: 'medtop:04000000', name: 'Wirtschaft'}).name).toBe('Wirtschaft')
  })

  it('of an IPTC subject code says its scheme', () => {
    expect(toSubject({code: '15054000', scheme: 'subj'})).toEqual({
      name: 'soccer',
      code: '15054000',
      scheme: 'iptc-subject-code',
    })
  })

  it('of an agency keeps the code and the alias', () => {
    expect(toSubject({code: 'N2:GB'})).toEqual({code: 'N2:GB', scheme: 'N2'})
    expect(toSubject({code: '__proto__:toString'})).toEqual({code: '__proto__:toString', scheme: '__proto__'})
  })
})

describe('the tables', () => {
  it('hold the seventeen top levels, each code once', () => {
    for (const table of [mediaTopics, subjectCodes]) {
      const top = [...table.keys()].filter(
        (code) => /^\d{2}000000$/.test(code) && Number(code.slice(0, 2)) <= 17,
      )
      expect(top).toHaveLength(17)
      for (const [code, label] of table) {
        expect(code).toMatch(/^\d{8}$/)
        expect(label.trim()).toBe(label)
        expect(label).not.toBe('')
      }
    }
  })
})
