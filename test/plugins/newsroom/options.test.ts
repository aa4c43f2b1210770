import {describe, expect, it} from 'vitest'
import {resolveOptions} from '../../../plugins/newsroom/options.ts'

describe('the options', () => {
  it('have a default each', () => {
    expect(resolveOptions()).toEqual({
      schema: {enabled: true},
      structure: {enabled: true, name: 'newsroom', newHours: 24},
      importTool: {enabled: true, maxBytes: 52_428_800},
      publishing: {blockKilled: true, blockHeld: true, blockEmbargoed: true},
    })
  })

  it('replace one default at a time', () => {
    expect(resolveOptions({structure: {newHours: 12}}).structure).toEqual({
      enabled: true,
      name: 'newsroom',
      newHours: 12,
    })
  })

  it('do not leak from one Studio into the next', () => {
    resolveOptions({structure: {name: 'desk'}})
    expect(resolveOptions().structure.name).toBe('newsroom')
  })

  it.each([
    [
      {structur: {}},
      'newsroom: there is no option "structur". Allowed here: schema, structure, importTool, publishing.',
    ],
    [
      {publishing: {block: true}},
      'newsroom: there is no option "publishing.block". Allowed here: blockKilled, blockHeld, blockEmbargoed.',
    ],
    [{structure: {newHours: '12'}}, 'newsroom: structure.newHours is "12", but must be a number.'],
    [{importTool: {maxBytes: 0}}, 'newsroom: importTool.maxBytes is 0, but must be a number above 0.'],
    [{structure: {name: ''}}, 'newsroom: structure.name is "", but must be some text.'],
    [{schema: true}, 'newsroom: schema is true, but must be an object, for example {enabled: …}.'],
  ])('that are wrong throw and say what to write: %j', (options, message) => {
    expect(() => resolveOptions(options as never)).toThrow(new TypeError(message))
  })
})
