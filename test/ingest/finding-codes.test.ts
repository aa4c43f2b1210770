import {describe, expect, it} from 'vitest'
import {findingCodes} from '../../ingest/finding-codes.ts'

describe('finding codes', () => {
  const codes = Object.values(findingCodes).flatMap((group): string[] => Object.values(group))

  it('are kebab-case', () => {
    expect(codes.filter((code) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([])
  })

  it('mean one thing each within what they are about', () => {
    for (const group of Object.values(findingCodes)) {
      const own: string[] = Object.values(group)
      expect(new Set(own).size).toBe(own.length)
    }
  })
})
