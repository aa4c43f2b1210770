import fc from 'fast-check'
import {describe, it} from 'vitest'
import {makeArticle} from '../../bench/make-article.ts'
import {parseCopy} from '../../ingest/parse-copy.ts'
import {checkDocumentLaws, checkWordsInDocuments} from './document-laws.ts'

const words = [
  'harbour',
  'minister',
  '“the',
  'plan”',
  'said',
  'Mr',
  'Reidy',
  'and',
  '"we',
  'will"',
  'the',
  'ferry',
  'sails',
  'on',
  'Monday',
  '12',
  'subscribe',
  'newsletter',
  'inbox',
  '©',
  'By',
  'Ann',
  'Lee',
  '…',
  '-',
  '|',
  'Photo:',
  'Read',
  'more',
]
const line = fc.array(fc.constantFrom(...words), {maxLength: 40}).map((some) => some.join(' '))
const page = fc
  .array(
    fc.oneof(
      {weight: 3, arbitrary: line},
      fc.constantFrom(
        '',
        '',
        '  ',
        '\t',
        'Top stories',
        'Advertisement',
        'The quay in the rain. Picture: A Agency',
      ),
    ),
    {maxLength: 60},
  )
  .map((lines) => lines.join('\n'))

async function check(text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text)
  const made = await checkDocumentLaws({bytes})
  const {items} = await parseCopy({bytes})
  checkWordsInDocuments(
    text,
    made,
    items.flatMap((item) => item.arranged.captions.flatMap((caption) => caption.lines)),
  )
}

describe('every page', () => {
  it('keeps every word, has stable ids and keys, and changes nothing the second time: pages put together at random', async () => {
    await fc.assert(fc.asyncProperty(page, check), {
      numRuns: 150,
      examples: [['Monday Monday | harbour harbour harbour harbour harbour\nTop stories']],
    })
  }, 120_000)

  it('keeps every word, has stable ids and keys, and changes nothing the second time: pages that look like pages', async () => {
    for (let seed = 1; seed <= 25; seed++) await check(makeArticle(seed, 3000).text)
  }, 60_000)
})
