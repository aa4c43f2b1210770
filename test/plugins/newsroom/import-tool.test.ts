import {readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {toWords} from '../../../ingest/text/words.ts'
import {parseCopy, type ParsedCopy} from '../../../ingest/parse-copy.ts'
import {createAnswerer} from '../../../plugins/newsroom/import-tool/answer-request.ts'
import {toCopyLines} from '../../../plugins/newsroom/import-tool/copy-lines.ts'
import type {Corrections} from '../../../plugins/newsroom/import-tool/correct-item.ts'
import {correctCopy, makeDocuments} from '../../../plugins/newsroom/import-tool/make-documents.ts'
import type {ImportPlan} from '../../../ingest/plan-import.ts'
import type {Lookups, UnderstoodCopy} from '../../../plugins/newsroom/import-tool/worker-messages.ts'

const sampleCopy = readFileSync(
  path.resolve(import.meta.dirname, '../../../cli/sample/harbour-plan.txt'),
  'utf8',
)
const page = `7°C Port Lorne

Ferry will sail again after a winter in dock

The ferry at its berth on Monday morning, before the paint was dry

The ferry that carries the island's lorries will sail again on Friday, the harbour office said after a winter of repairs.

The captain, Ines Calder, told reporters on the quay that she had "missed the noise" of the engines.

"We have waited long enough for this," she said. "Now the island can breathe again."

Repairs cost more than had been planned, and the council is to decide in June who pays for them.
`
const received = {receivedAt: '2026-05-01T12:00:00Z'}
const parse = () => parseCopy({bytes: new TextEncoder().encode(page)})

/** Every word of the copy, wherever it went. */
function wordsOf({items}: ParsedCopy): string[] {
  return items.flatMap(({arranged}) => [
    ...(['headline', 'byline', 'dateline', 'standfirst'] as const).flatMap((role) =>
      toWords(arranged[role] ?? ''),
    ),
    ...arranged.body.flatMap((block) => toWords(block.text)),
    ...arranged.captions.flatMap(({text, occurrences}) =>
      Array.from({length: occurrences}, () => toWords(text)).flat(),
    ),
    ...arranged.newsletters.flatMap(({title, pitch, other}) =>
      [title, pitch, ...other].flatMap((text) => toWords(text ?? '')),
    ),
    ...arranged.furniture.flatMap(({text}) => toWords(text)),
  ])
}

describe('the lines of copy', () => {
  it('are each of one kind, and words that somebody said are marked with who', async () => {
    const copy = await parse()
    const lines = toCopyLines(page, copy.items)
    expect(lines.map(({line}) => line)).toEqual(lines.map((_line, index) => index + 1))
    expect(lines[2]).toMatchObject({kind: 'headline'})
    const [spoken] = lines[8]?.spoken ?? []
    expect(lines[8]?.text.slice(spoken?.start, spoken?.end)).toBe('"missed the noise"')
    expect(spoken?.speakerName).toBe('Ines Calder')
  })
})

describe('correcting a line', () => {
  const cases: [string, Corrections][] = [
    ['furniture into a paragraph', {1: 'paragraph'}],
    ['furniture into the headline', {1: 'headline'}],
    ['the headline into a paragraph', {3: 'paragraph'}],
    ['a paragraph into a caption', {7: 'caption'}],
    ['a paragraph into furniture', {13: 'furniture'}],
    ['a paragraph into a newsletter block', {13: 'newsletter'}],
    ['several at once', {1: 'byline', 3: 'standfirst', 7: 'headline', 9: 'crosshead', 13: 'blockQuote'}],
  ]
  it.each(cases)('keeps every word exactly once: %s', async (_name, corrections) => {
    const copy = await parse()
    const corrected = correctCopy(copy, corrections)
    expect(wordsOf(corrected).sort()).toEqual(wordsOf(copy).sort())
    const lines = toCopyLines(page, corrected.items)
    for (const [line, kind] of Object.entries(corrections)) expect(lines[Number(line) - 1]?.kind).toBe(kind)
  })

  it('puts a displaced headline into the body as a paragraph, in its place', async () => {
    const [item] = correctCopy(await parse(), {1: 'headline'}).items
    expect(item?.arranged.headline).toBe('7°C Port Lorne')
    expect(item?.arranged.body[0]).toMatchObject({
      kind: 'paragraph',
      text: 'Ferry will sail again after a winter in dock',
    })
  })

  it('finds the quotations anew', async () => {
    const [item] = correctCopy(await parse(), {9: 'furniture'}).items
    expect(item?.quotes.flatMap(({paragraphs}) => paragraphs)).not.toContain('missed the noise')
  })

  it('keeps the speakers whom a paragraph names that is now the standfirst', async () => {
    const [line] = page
      .split('\n')
      .flatMap((text, index) => (text.startsWith('The captain,') ? index + 1 : []))
    const corrected = correctCopy(await parse(), {[line!]: 'standfirst'})
    const [item] = corrected.items
    expect(item!.arranged.standfirst).toMatch(/^The captain, Ines Calder/)
    expect(item!.quotes.map(({speakerName}) => speakerName)).toEqual(['Ines Calder'])
    for (const {segments} of item!.quotes)
      for (const {paragraph} of segments)
        expect(item!.arranged.body[paragraph]!.text).toMatch(/^"We have waited/)
  })

  it('leaves the article the id that the copy gives it, everywhere', async () => {
    const copy = await parse()
    const [was] = makeDocuments(copy, {}, received).articles
    const made = makeDocuments(copy, {13: 'furniture'}, received)
    expect(made.articles[0]?._id).toBe(was?._id)
    expect(made.wireCopy.articles[0]?._ref).toBe(was?._id)
    for (const document of made.supporting)
      if (document._type === 'quote') expect(document.article._ref).toBe(was?._id)
  })

  it('leaves nothing behind when it is taken back', async () => {
    const copy = await parse()
    expect(makeDocuments(copy, {}, received)).toEqual(makeDocuments(copy, {}, received))
    expect(correctCopy(copy, {})).toBe(copy)
  })
})

const lookedFor: Lookups = {captionKeys: [], partUris: [], storyUris: [], ids: []}

describe('the worker', () => {
  it('reads, corrects, makes and plans what the page asks for', async () => {
    const answer = createAnswerer()
    const bytes = new TextEncoder().encode(page)
    const understood = (await answer({ask: 'read', copyId: 'a', bytes})) as UnderstoodCopy
    expect(understood).toMatchObject({canBeCorrected: true, needsFile: false, format: 'text'})
    const corrected = (await answer({
      ask: 'correct',
      copyId: 'a',
      corrections: {1: 'byline'},
    })) as UnderstoodCopy
    expect(corrected.made.articles[0]?.byline).toBe('7°C Port Lorne')
    const plan = await answer({
      ask: 'plan',
      made: corrected.made,
      known: [],
      files: {},
      stories: [],
      found: {lookedFor, captions: [], parts: [], storiesOf: []},
      now: received.receivedAt,
    })
    expect(plan).toMatchObject({outcome: 'created'})
    expect(structuredClone(plan)).toEqual(plan)
  })

  it('asks for the captions that the dataset may have in other words, and joins with them', async () => {
    const answer = createAnswerer()
    const read = async (copyId: string, copy: string) =>
      (await answer({ask: 'read', copyId, bytes: new TextEncoder().encode(copy)})) as UnderstoodCopy
    const toCaption = ({made}: UnderstoodCopy) =>
      made.supporting.find((document) => document._type === 'imageCaption')
    const {made} = await read('new', sampleCopy)
    const stored = toCaption(
      await read(
        'old',
        sampleCopy.replaceAll('quay at Kilbrannan\n', 'quay at Kilbrannan (Priya Nair/PA)\n'),
      ),
    )
    const request = {
      ask: 'plan' as const,
      made,
      known: [],
      files: {},
      stories: [],
      now: received.receivedAt,
    }
    const found = {lookedFor, captions: [], parts: [], storiesOf: []}
    const {needs} = (await answer({...request, found})) as {needs: Lookups}
    expect(needs.captionKeys).toEqual(expect.arrayContaining(stored?.keys ?? ['none']))
    const plan = (await answer({
      ...request,
      found: {...found, lookedFor: needs, captions: [stored as never]},
    })) as ImportPlan
    expect(plan.outcome).toBe('created')
    expect(plan.mutations.flatMap((mutation) => JSON.stringify(mutation)).join()).toContain(stored?._id)
  })

  it('says which copy it does not have', async () => {
    await expect(createAnswerer()({ask: 'correct', copyId: 'b', corrections: {}})).rejects.toThrow(
      'This copy was not read: b',
    )
  })
})
