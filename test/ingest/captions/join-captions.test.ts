import * as fc from 'fast-check'
import {existsSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {predictCaption} from '../../../bench/tasks/captions.ts'
import {blockingKeys, captionFingerprint, joinCaptions} from '../../../ingest/captions/index.ts'
import {captions, sameEdits} from './caption-pairs.ts'

const edits = Object.values(sameEdits)
const spoiled = fc.record({
  caption: fc.integer({min: 0, max: captions.length - 1}),
  edit: fc.integer({min: 0, max: edits.length - 1}),
})

describe('joinCaptions', () => {
  it('keeps the fullest wording and every other once in alsoSeen', () => {
    const kept = 'A tram turns in the old square of Lind on May 4, 2025. (AP Photo/Jon Weddell)'
    const texts = [
      'A tram turns in the old square of Lind on May…',
      kept,
      'A tram turns in the old square of Lind on May 4, 2025.',
      kept,
      'A bus turns in the old square of Lind on May 4, 2025.',
    ]
    const {value} = joinCaptions(texts.map((text, id) => ({text, id})))
    expect(
      value.map((group) => ({
        kept: group.kept.text,
        members: group.members.map((member) => member.id),
        alsoSeen: group.alsoSeen,
      })),
    ).toEqual([
      {kept, members: [0, 1, 2, 3], alsoSeen: [texts[0], texts[2]]},
      {kept: texts[4], members: [4], alsoSeen: []},
    ])
  })

  it('leaves a finding for a doubtful pair and keeps both', () => {
    const {value, findings} = joinCaptions([
      {text: 'A tram turns in the old square of Lind below the broad cathedral steps.'},
      {text: 'A tram turns in the old square of Lind below the cathedral steps.'},
    ])
    expect(value).toHaveLength(2)
    expect(findings.map((finding) => finding.code)).toEqual(['captions-perhaps-the-same'])
  })

  it('never loses a caption nor a wording, and never joins two pictures, in any order', () => {
    fc.assert(
      fc.property(fc.array(spoiled, {maxLength: 30}), (picks) => {
        const items = picks.map((pick) => ({
          text: edits[pick.edit]?.(captions[pick.caption] ?? '') ?? '',
          picture: pick.caption,
        }))
        const {value} = joinCaptions(items)
        expect(value.flatMap((group) => group.members)).toHaveLength(items.length)
        for (const group of value) {
          expect(new Set(group.members.map((member) => member.picture)).size).toBe(1)
          expect(new Set([group.kept.text, ...group.alsoSeen])).toEqual(
            new Set(group.members.map((member) => member.text)),
          )
        }
      }),
    )
  })
})

describe('blockingKeys', () => {
  it('share a key between two prints of one caption', () => {
    const missed = captions.flatMap((caption) => {
      const keys = new Set(blockingKeys(caption))
      return edits
        .map((edit) => edit(caption))
        .filter((edited) => !blockingKeys(edited).some((key) => keys.has(key)))
    })
    expect(missed).toEqual([])
  })

  it('are few and short', () => {
    fc.assert(
      fc.property(fc.string({maxLength: 2000}), (text) => {
        const keys = blockingKeys(text)
        expect(keys.length).toBeLessThanOrEqual(8)
        for (const key of keys) expect(key).toMatch(/^[\da-f]{12}$/u)
      }),
    )
  })
})

describe('captionFingerprint', () => {
  it('is the same for the same words whatever the credit, label, marks, case and spaces', () => {
    const keepWords = [
      'a credit in brackets',
      'an agency in brackets',
      'a credit with a colon',
      'a photograph by',
      'a copyright line',
      'a label in front',
      'a frame number',
      'FILE PHOTO',
      'a file label behind',
      'capitals',
      'references',
      'odd spaces',
      'an end stop more or less',
      'markup left in',
    ]
    const changed = captions.flatMap((caption) =>
      keepWords
        .map((name) => sameEdits[name]?.(caption) ?? '')
        .filter((edited) => captionFingerprint(edited) !== captionFingerprint(caption)),
    )
    expect(changed).toEqual([])
  })

  it('is this very value on every machine', () => {
    expect(captionFingerprint('A tram turns in Lind Square, 4 May 2025.')).toBe(
      captionFingerprint('a tram turns in lind square 4 may 2025'),
    )
    expect(captionFingerprint('A tram turns in Lind Square, 4 May 2025.')).toMatch(/^[\da-f]{24}$/u)
  })

  it('tells numbers apart that join to the same digits', () => {
    expect(captionFingerprint('Frame 1 23')).not.toBe(captionFingerprint('Frame 12 3'))
  })
})

const samples = '../shared/samples/captions/dev.pairs.ndjson'
describe.runIf(existsSync(samples))('the labelled development pairs', () => {
  it('are told apart at the figures promised, with no false merge', () => {
    const pairs = readFileSync(samples, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as {id: string; a: string; b: string; same: boolean})
    const wrong = pairs.filter((pair) => predictCaption(pair).same !== pair.same)
    expect(wrong.filter((pair) => !pair.same)).toEqual([])
    expect(wrong.length).toBeLessThanOrEqual(2)
  })
})
