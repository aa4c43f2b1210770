import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {fromProviderListId, toProviderListId} from '../../../plugins/newsroom/structure/provider-id.ts'

describe('the id of an agency’s list', () => {
  it('has only what Studio allows in the id of a list, and gives the name back', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), (name) => {
        const id = toProviderListId(name)
        expect(id).toMatch(/^[A-Za-z0-9\-_.]+$/)
        expect(fromProviderListId(id)).toBe(name)
      }),
    )
  })

  it('can be read', () => {
    expect(toProviderListId('Quay Wire')).toBe('provider-Quay_20Wire')
  })

  it('is no name when it is broken', () => {
    expect(fromProviderListId('provider-_C3')).toBe('')
  })
})
