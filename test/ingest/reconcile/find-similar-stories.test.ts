import {describe, expect, it} from 'vitest'
import {findSimilarStories, sketchStory, type StorySketch} from '../../../ingest/reconcile/index.ts'
import {makeVersion} from './story.ts'

function sketch(
  id: string,
  provider: string,
  headline: string,
  paragraphs: string[],
  sent = '2026-03-02T10:00:00Z',
): StorySketch {
  const article = makeVersion({id, headline, paragraphs, versionCreated: sent}).at(-1)!
  return sketchStory({...article, wire: {...(article.wire as object), provider}})
}

const quote = '“The cables had been inspected only a fortnight ago and nobody saw a thing wrong with them,”'
const one = sketch('article-one', 'Northern Wire', 'Cable car stops above Lake Orsa with 38 aboard', [
  'Rescuers brought 38 people down from a cable car above Lake Orsa on Sunday.',
  `${quote} said operator manager Hedda Lunde.`,
  'The line from Vik to Mount Sol was built in 1974 and carries 900 people a day, the council in Vik said.',
])
const two = sketch('article-two', 'Continental', 'Thirty-eight rescued as Lake Orsa cable car stops', [
  'A stopped cable car left 38 passengers hanging over Lake Orsa for five hours before helicopters came from Vik.',
  `Manager Hedda Lunde said: ${quote.replace(',”', '.”')}`,
  'Opened in 1974, the line climbs Mount Sol.',
])
const sameSubject = sketch('article-three', 'Continental', 'Mount Sol hotel to close after the season', [
  'The hotel on top of Mount Sol will close, its owner in Vik said.',
  '“We had thirty good winters and three bad ones and the bad ones cost more than the good ones earned,” said Hedda Lunde.',
  'It has 64 rooms and opened in 1981.',
])

describe('the same story from two agencies', () => {
  it('is found with a score and what they share, and never joined', () => {
    const {similar, findings} = findSimilarStories(one, [sameSubject, two])
    expect(similar).toEqual([
      {
        id: 'article-two',
        score: expect.any(Number) as number,
        why: 'quoted words, names, words of the headline, numbers',
      },
    ])
    expect(similar[0]?.score).toBeGreaterThan(0.7)
    expect(findings.map((finding) => finding.code)).toEqual(['perhaps-the-same-story'])
  })

  it('is found from either side with one score', () => {
    expect(findSimilarStories(two, [one]).similar[0]?.score).toBe(
      findSimilarStories(one, [two]).similar[0]?.score,
    )
  })

  it('is not seen in versions of one item, in one agency’s own stories, nor days apart', () => {
    expect(
      findSimilarStories(one, [
        one,
        {...two, provider: 'Northern Wire'},
        {...two, sent: Date.parse('2026-03-09T10:00:00Z')},
      ]).similar,
    ).toEqual([])
  })

  it('is not seen in another story of the same place and people', () => {
    expect(findSimilarStories(one, [sameSubject]).similar).toEqual([])
  })

  it('is not seen in stories without words', () => {
    const empty = sketch('article-empty', 'x', '', [])
    expect(findSimilarStories(empty, [one, sketch('article-none', 'y', '', [])]).similar).toEqual([])
  })
})
