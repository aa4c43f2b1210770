import {describe, expect, it} from 'vitest'
import {
  blockingKeys,
  captionFingerprint,
  findCaptionKeys,
  joinKnownCaptions,
} from '../../../ingest/captions/index.ts'

function caption(text: string) {
  const fingerprint = captionFingerprint(text)
  return {
    _id: `imageCaption-${fingerprint}`,
    _type: 'imageCaption',
    text,
    fingerprint,
    keys: blockingKeys(text),
  }
}

const known = caption(
  'Harbour master Orla Finnerty, left, inspects the flood gate at Carrigmore on Thursday, March 6, 2025. (AP Photo/Jon Weddell)',
)

describe('joinKnownCaptions', () => {
  it('gives a near-duplicate the known id and moves every reference', () => {
    const cut = caption('Harbour master Orla Finnerty, left, inspects the flood gate at…')
    const article = {
      _id: 'article-a',
      _type: 'article',
      leadImage: {_type: 'captionedImage', caption: {_type: 'reference', _ref: cut._id}},
    }
    expect(findCaptionKeys([cut, article]).some((key) => known.keys.includes(key))).toBe(true)
    const {value, findings} = joinKnownCaptions([cut, article], [known])
    expect(value).toEqual([
      {...cut, _id: known._id},
      {...article, leadImage: {_type: 'captionedImage', caption: {_type: 'reference', _ref: known._id}}},
    ])
    expect(findings).toEqual([])
  })

  it('finds it again by a wording that was joined before', () => {
    const other = caption('The gate at Carrigmore')
    const grown = {...known, alsoSeen: [{text: other.text}], keys: [...known.keys, ...other.keys]}
    expect(joinKnownCaptions([other], [grown]).value[0]?._id).toBe(known._id)
  })

  it('leaves another picture alone', () => {
    const other = caption(
      'Harbour master Orla Finnerty, right, inspects the flood gate at Carrigmore on Thursday, March 6, 2025.',
    )
    const documents = [other]
    expect(joinKnownCaptions(documents, [known]).value).toBe(documents)
  })

  it('keeps a doubtful pair apart and says so', () => {
    const other = caption(
      'Harbour master Orla Finnerty, left, inspects the old flood gate at Carrigmore on Thursday, March 6, 2025.',
    )
    const {value, findings} = joinKnownCaptions([other], [known])
    expect(value).toEqual([other])
    expect(findings.map((finding) => finding.code)).toEqual(['captions-perhaps-the-same'])
  })
})
