import {describe, expect, it} from 'vitest'
import {checkNothingIsLost, checkOrderEdited, checkOrderUntouched, checkWordsMoved} from './interleaving.ts'

const runs = 150

describe('whatever happens in whatever order', () => {
  it('no word of an editor’s is lost, no change of the wire goes unseen, and a repeated delivery changes nothing', () => {
    expect(checkNothingIsLost(runs)).toBe(runs)
  })

  it('versions that no editor touched end the same in whatever order they come', () => {
    expect(checkOrderUntouched(runs)).toBe(runs)
  })

  it('versions end the same in whatever order they come once an editor took what waits', () => {
    expect(checkOrderEdited(runs)).toBe(runs)
  })

  it('the same words end in the same blocks when the editor moved some, too', () => {
    expect(checkWordsMoved(runs)).toBe(runs)
  })
})
