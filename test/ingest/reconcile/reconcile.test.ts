import {describe, expect, it} from 'vitest'
import {
  describeChange,
  leaveAll,
  leaveChange,
  takeAll,
  takeChange,
  type Mutation,
  type WaitingUpdate,
} from '../../../ingest/reconcile/index.ts'
import {MemoryDataset} from './dataset.ts'
import {makeVersion, paragraphsOf, typeOver, type Version} from './story.ts'

const first: Version = {
  version: '1',
  headline: 'Bridge closed after crash',
  standfirst: 'Two lorries met head on.',
  paragraphs: [
    'The old bridge over the Wend was closed on Monday after two lorries collided in fog.',
    'Nobody was hurt, said the harbour police.',
    '“It will take three days to clear,” said Rosa Ibarra, who runs the port.',
    'Ferries ran late all day.',
  ],
}
const second: Version = {
  ...first,
  version: '2',
  paragraphs: [
    'The old bridge over the Wend was closed on Monday after three lorries collided in fog.',
    'Nobody was hurt, said the harbour police.',
    'A new ferry was put on for commuters.',
    '“It will take three days to clear,” said Rosa Ibarra, who runs the port.',
    'Ferries ran late all day.',
  ],
}

function imported(...versions: Version[]): MemoryDataset {
  const dataset = new MemoryDataset()
  for (const version of versions) dataset.deliver(makeVersion(version))
  return dataset
}

/** The law of every case: the same copy again sends nothing, and no key of a body is there twice. */
function checkLaws(dataset: MemoryDataset): void {
  for (const made of dataset.copies.values()) expect(dataset.plan(made).mutations).toEqual([])
  for (const document of dataset.documents.values()) {
    const keys = ((document.body as {_key: string}[] | undefined) ?? []).map((block) => block._key)
    expect(new Set(keys).size).toBe(keys.length)
  }
}

function waitingOf(dataset: MemoryDataset): {
  kind: string
  where: string
  base: string | null
  ours: string | null
  theirs: string | null
  inQuotation: boolean
}[] {
  const update = dataset.article().waitingUpdate as WaitingUpdate | undefined
  return (update?.changes ?? []).map((change) => ({
    kind: change.kind,
    ...describeChange(change),
    inQuotation: change.inQuotation,
  }))
}

function idsOf(mutations: Mutation[]): string[] {
  return mutations.flatMap(
    (mutation) => mutation.create?._id ?? mutation.createIfNotExists?._id ?? mutation.patch?.id ?? [],
  )
}

describe('new copy', () => {
  it('lands as a draft, with its quotes and its record published', () => {
    const dataset = new MemoryDataset()
    const {mutations, outcome} = dataset.deliver(makeVersion(first))
    expect(outcome).toBe('created')
    expect(idsOf(mutations).map((id) => id.replace(/-[\da-f]{24}$/u, ''))).toEqual([
      'wireCopy',
      'quote',
      'drafts.article-story',
    ])
    checkLaws(dataset)
  })

  it('never puts a prefix before drafts.: x-drafts. is a published id', () => {
    for (const id of idsOf(new MemoryDataset().deliver(makeVersion(first)).mutations))
      expect(id.indexOf('drafts.')).toBeLessThan(1)
    const dataset = imported(first)
    dataset.publish()
    for (const id of idsOf(dataset.deliver(makeVersion(second)).mutations))
      expect(id.indexOf('drafts.')).toBeLessThan(1)
  })

  it('that another import brought in between fails as a whole, and is merged when planned anew', () => {
    const dataset = new MemoryDataset()
    const {mutations} = dataset.plan(makeVersion(second))
    dataset.deliver(makeVersion(first))
    expect(() => dataset.commit(mutations)).toThrow('exists')
    dataset.deliver(makeVersion(second))
    expect(paragraphsOf(dataset.article())).toEqual(second.paragraphs)
  })

  it('that came before makes no mutation', () => {
    expect(imported(first).plan(makeVersion(first)).mutations).toEqual([])
    checkLaws(imported(first, second))
    checkLaws(imported(second, first))
  })
})

describe('sanity-io/client#414: createIfNotExists of a draft after publishing brings stale words back', () => {
  it('does not happen when the same copy comes again', () => {
    const dataset = imported(first)
    dataset.edit((article) => typeOver(article, 'Ferries ran late all day.', 'Ferries ran late until noon.'))
    dataset.publish()
    expect(dataset.deliver(makeVersion(first)).mutations).toEqual([])
    expect(dataset.documents.has('drafts.article-story')).toBe(false)
  })

  it('does not happen when a new version comes: the draft is made from the published words', () => {
    const dataset = imported(first)
    dataset.edit((article) => typeOver(article, 'Ferries ran late all day.', 'Ferries ran late until noon.'))
    dataset.publish()
    dataset.deliver(makeVersion(second))
    expect(paragraphsOf(dataset.article())).toEqual([
      ...second.paragraphs.slice(0, 4),
      'Ferries ran late until noon.',
    ])
    expect(paragraphsOf(dataset.documents.get('article-story')!).at(-1)).toBe('Ferries ran late until noon.')
    checkLaws(dataset)
  })

  it('is refused when somebody publishes between the look and the write', () => {
    const dataset = imported(first)
    dataset.publish()
    const {mutations} = dataset.plan(makeVersion(second))
    dataset.edit((article) => typeOver(article, 'all day', 'until noon'))
    dataset.publish()
    expect(() => dataset.commit(mutations)).toThrow('changed meanwhile')
  })
})

describe('a new version', () => {
  it('is taken whole when the editor changed nothing', () => {
    const dataset = imported(first, second)
    expect(paragraphsOf(dataset.article())).toEqual(second.paragraphs)
    expect(dataset.article()).toEqual({
      ...makeVersion(second).at(-1),
      _id: 'drafts.article-story',
      _rev: dataset.article()._rev,
    })
  })

  it('is written as patches of what changed, the first guarded by the revision', () => {
    const dataset = imported(first)
    const {mutations} = dataset.plan(makeVersion(second))
    const patches = mutations.flatMap((mutation) =>
      mutation.patch?.id === 'drafts.article-story' ? [mutation.patch] : [],
    )
    expect(patches).toHaveLength(2)
    expect(patches[0]?.ifRevisionID).toBe(dataset.article()._rev)
    expect(Object.keys(patches[0]?.set ?? {}).map((path) => path.replace(/"[\da-f]+"/u, '"…"'))).toEqual([
      'wire.copy',
      'wire.version',
      'body[_key=="…"]',
    ])
    expect(patches[1]?.insert?.items).toHaveLength(1)
  })

  it('merges with what the editor changed elsewhere', () => {
    const dataset = imported(first)
    dataset.edit((article) => {
      article.headline = 'Wend bridge shut'
      typeOver(article, 'Nobody was hurt', 'No one was hurt')
    })
    expect(dataset.deliver(makeVersion(second)).outcome).toBe('updated')
    expect(dataset.article().headline).toBe('Wend bridge shut')
    expect(paragraphsOf(dataset.article())).toEqual(
      second.paragraphs.with(1, 'No one was hurt, said the harbour police.'),
    )
    checkLaws(dataset)
  })

  it('merges word by word in a block both changed', () => {
    const dataset = imported(first)
    dataset.edit((article) => typeOver(article, 'in fog', 'in thick fog'))
    dataset.deliver(makeVersion(second))
    expect(paragraphsOf(dataset.article())[0]).toBe(
      'The old bridge over the Wend was closed on Monday after three lorries collided in thick fog.',
    )
    expect(waitingOf(dataset)).toEqual([])
    checkLaws(dataset)
  })

  it('waits where both changed the same words', () => {
    const dataset = imported(first)
    dataset.edit((article) => {
      article.headline = 'Wend bridge shut'
      typeOver(article, 'two lorries', 'a pair of lorries')
    })
    const {outcome, findings} = dataset.deliver(
      makeVersion({...second, headline: 'Bridge closed after pile-up'}),
    )
    expect(outcome).toBe('waiting')
    expect(findings.map((finding) => finding.code)).toEqual(['update-waits'])
    expect(dataset.article().headline).toBe('Wend bridge shut')
    expect(waitingOf(dataset)).toEqual([
      {
        kind: 'field',
        where: 'headline',
        base: 'Bridge closed after crash',
        ours: 'Wend bridge shut',
        theirs: 'Bridge closed after pile-up',
        inQuotation: false,
      },
      {
        kind: 'block',
        where: 'body',
        base: first.paragraphs[0],
        ours: 'The old bridge over the Wend was closed on Monday after a pair of lorries collided in fog.',
        theirs: second.paragraphs[0],
        inQuotation: false,
      },
    ])
    checkLaws(dataset)
  })

  it('keeps a block that the editor changed and the wire took out, and says so', () => {
    const dataset = imported(first)
    dataset.edit((article) => typeOver(article, 'all day', 'until noon'))
    dataset.deliver(makeVersion({...first, version: '2', paragraphs: first.paragraphs.slice(0, 3)}))
    expect(paragraphsOf(dataset.article()).at(-1)).toBe('Ferries ran late until noon.')
    expect(waitingOf(dataset)).toMatchObject([
      {kind: 'removed', base: 'Ferries ran late all day.', theirs: null},
    ])
    checkLaws(dataset)
  })

  it('tells of a block that the editor deleted and the wire changed', () => {
    const dataset = imported(first)
    dataset.edit((article) => {
      article.body = (article.body as unknown[]).slice(1)
    })
    dataset.deliver(makeVersion(second))
    expect(paragraphsOf(dataset.article())).toEqual(second.paragraphs.slice(1))
    expect(waitingOf(dataset)).toMatchObject([
      {kind: 'deletedHere', ours: null, theirs: second.paragraphs[0]},
    ])
    checkLaws(dataset)
  })

  it('leaves blocks where the editor moved them, and moves with the wire when the editor moved none', () => {
    const order = [1, 0, 2, 3].map((index) => first.paragraphs[index]!)
    const dataset = imported(first)
    dataset.edit((article) => {
      const body = article.body as unknown[]
      article.body = [body[3], body[0], body[1], body[2]]
    })
    dataset.deliver(makeVersion(second))
    expect(paragraphsOf(dataset.article())).toEqual([second.paragraphs[4], ...second.paragraphs.slice(0, 4)])
    expect(paragraphsOf(imported(first, {...first, version: '2', paragraphs: order}).article())).toEqual(
      order,
    )
  })

  it('moves quotations with their words, and marks a correction inside quotation marks', () => {
    const corrected = {
      ...first,
      version: '2',
      paragraphs: first.paragraphs.with(
        2,
        '“It will take four days to clear,” said Rosa Ibarra, who runs the port.',
      ),
    }
    const clean = imported(first)
    clean.edit((article) => typeOver(article, 'who runs the port', 'who heads the port'))
    expect(clean.deliver(makeVersion(corrected)).findings.map((finding) => finding.code)).toEqual([
      'quotation-changed',
    ])
    const block = (
      clean.article().body as {
        children: {text: string; marks: string[]}[]
        markDefs: {_key: string; quote: {_ref: string}}[]
      }[]
    )[2]!
    expect(block.children.map((span) => [span.text, span.marks.length])).toEqual([
      ['“It will take four days to clear,”', 1],
      [' said Rosa Ibarra, who heads the port.', 0],
    ])
    expect(block.markDefs.map((definition) => definition.quote._ref)).toEqual([
      makeVersion(corrected).find((document) => document._type === 'quote')!._id,
    ])
    const dataset = imported(first)
    dataset.edit((article) => typeOver(article, 'three days', 'some days'))
    dataset.deliver(makeVersion(corrected))
    expect(waitingOf(dataset)).toMatchObject([{kind: 'block', inQuotation: true}])
    checkLaws(dataset)
  })

  it('folds into one that still waits', () => {
    const third: Version = {...second, version: '3', headline: 'Bridge open again'}
    const edit = (dataset: MemoryDataset): void =>
      dataset.edit((article) => {
        article.headline = 'Wend bridge shut'
        typeOver(article, 'two lorries', 'a pair of lorries')
      })
    const stepwise = imported(first)
    edit(stepwise)
    stepwise.deliver(makeVersion({...second, headline: 'Bridge closed after pile-up'}))
    stepwise.deliver(makeVersion(third))
    const atOnce = imported(first)
    edit(atOnce)
    atOnce.deliver(makeVersion(third))
    expect(stepwise.article()).toEqual({...atOnce.article(), _rev: stepwise.article()._rev})
    expect(waitingOf(stepwise)).toHaveLength(2)
  })

  it('that goes back to what it was before ends the waiting', () => {
    const dataset = imported(first)
    dataset.edit((article) => {
      article.headline = 'Wend bridge shut'
    })
    dataset.deliver(makeVersion({...first, version: '2', headline: 'Bridge closed after pile-up'}))
    dataset.deliver(makeVersion({...first, version: '3'}))
    expect(dataset.article().waitingUpdate).toBeUndefined()
    expect(dataset.article().headline).toBe('Wend bridge shut')
  })

  it('that takes back the one before leaves no draft beside the published article', () => {
    const dataset = imported(first)
    dataset.publish()
    dataset.deliver(makeVersion(second))
    expect(dataset.documents.has('drafts.article-story')).toBe(true)
    dataset.deliver(makeVersion({...first, version: '3'}))
    expect(dataset.documents.has('drafts.article-story')).toBe(false)
    expect(dataset.article().wire).toMatchObject({version: '3'})
    checkLaws(dataset)
  })

  it('that takes back the one before and puts the story on hold leaves no draft, and the hold on what is published', () => {
    const dataset = imported(first)
    dataset.publish()
    dataset.deliver(makeVersion(second))
    dataset.deliver(makeVersion({...first, version: '3', pubStatus: 'withheld'}))
    expect(dataset.documents.has('drafts.article-story')).toBe(false)
    expect(dataset.article().wire).toMatchObject({version: '3', pubStatus: 'withheld'})
    checkLaws(dataset)
  })

  it('that takes back the one before keeps the draft that an editor typed in', () => {
    const dataset = imported(first)
    dataset.publish()
    dataset.deliver(makeVersion(second))
    dataset.edit((article) => {
      article.standfirst = 'Two lorries met in fog.'
    })
    dataset.deliver(makeVersion({...first, version: '3'}))
    expect(dataset.documents.get('drafts.article-story')?.standfirst).toBe('Two lorries met in fog.')
  })

  it('is left alone, with a finding, when the base cannot be made again', () => {
    const dataset = imported(first)
    dataset.copies.clear()
    const made = makeVersion(second)
    const {outcome, findings, mutations} = dataset.plan(made)
    expect(outcome).toBe('kept')
    expect(findings.map((finding) => finding.code)).toEqual(['base-missing'])
    expect(idsOf(mutations).some((id) => id.includes('article'))).toBe(false)
  })
})

describe('an older version that comes late', () => {
  it('is recorded and changes nothing', () => {
    const dataset = imported(second)
    const before = dataset.article()
    const {outcome, mutations} = dataset.deliver(makeVersion(first))
    expect(outcome).toBe('older')
    expect(idsOf(mutations).every((id) => id.startsWith('wireCopy-'))).toBe(true)
    expect(dataset.article()).toEqual(before)
  })

  it('is told by when it was sent when there is no version', () => {
    const dataset = imported({...second, version: undefined, versionCreated: '2026-01-02T00:00:00+01:00'})
    expect(
      dataset.deliver(
        makeVersion({...first, version: undefined, versionCreated: '2026-01-01T23:30:00+01:00'}),
      ).outcome,
    ).toBe('older')
  })

  it('is told by number, not by letters', () => {
    const dataset = imported({...second, version: '10'})
    expect(dataset.deliver(makeVersion({...first, version: '9'})).outcome).toBe('older')
  })
})

describe('a waiting change', () => {
  function conflicted(): MemoryDataset {
    const dataset = imported(first)
    dataset.edit((article) => {
      article.headline = 'Wend bridge shut'
      typeOver(article, 'two lorries', 'a pair of lorries')
      typeOver(article, 'in fog', 'in thick fog')
      typeOver(article, 'all day', 'until noon')
    })
    dataset.deliver(
      makeVersion({
        ...second,
        headline: 'Bridge closed after pile-up',
        paragraphs: second.paragraphs.slice(0, 4),
      }),
    )
    return dataset
  }

  it('is taken one by one: only the words that met are replaced', () => {
    const dataset = conflicted()
    const update = dataset.article().waitingUpdate as WaitingUpdate
    const block = update.changes.find((change) => change.kind === 'block')!
    dataset.commit(takeChange(dataset.article(), block._key))
    expect(paragraphsOf(dataset.article())[0]).toBe(
      'The old bridge over the Wend was closed on Monday after three lorries collided in thick fog.',
    )
    expect(waitingOf(dataset).map((change) => change.kind)).toEqual(['field', 'removed'])
    checkLaws(dataset)
  })

  it('is left one by one, and does not come again with the next version', () => {
    const dataset = conflicted()
    for (const change of (dataset.article().waitingUpdate as WaitingUpdate).changes)
      dataset.commit(leaveChange(dataset.article(), change._key))
    expect(dataset.article().waitingUpdate).toBeUndefined()
    dataset.deliver(
      makeVersion({
        ...second,
        version: '3',
        headline: 'Bridge closed after pile-up',
        paragraphs: ['Update at noon.', ...second.paragraphs.slice(0, 4)],
      }),
    )
    expect(dataset.article().waitingUpdate).toBeUndefined()
    expect(dataset.article().headline).toBe('Wend bridge shut')
    expect(paragraphsOf(dataset.article())[0]).toBe('Update at noon.')
    expect(paragraphsOf(dataset.article()).at(-1)).toBe('Ferries ran late until noon.')
  })

  it('is taken or left with all others', () => {
    const taken = conflicted()
    taken.commit(takeAll(taken.article()))
    expect(taken.article().headline).toBe('Bridge closed after pile-up')
    expect(paragraphsOf(taken.article())).toEqual(
      second.paragraphs
        .slice(0, 4)
        .with(
          0,
          'The old bridge over the Wend was closed on Monday after three lorries collided in thick fog.',
        ),
    )
    const left = conflicted()
    const before = paragraphsOf(left.article())
    left.commit(leaveAll(left.article()))
    expect(paragraphsOf(left.article())).toEqual(before)
    for (const dataset of [taken, left]) {
      expect(dataset.article().waitingUpdate).toBeUndefined()
      checkLaws(dataset)
    }
  })

  it('for a block deleted here is put in where it stood', () => {
    const dataset = imported(first)
    dataset.edit((article) => {
      article.body = (article.body as unknown[]).toSpliced(1, 1)
    })
    dataset.deliver(
      makeVersion({
        ...first,
        version: '2',
        paragraphs: first.paragraphs.with(1, 'Nobody was badly hurt, said the harbour police.'),
      }),
    )
    dataset.commit(takeAll(dataset.article()))
    expect(paragraphsOf(dataset.article())).toEqual(
      first.paragraphs.with(1, 'Nobody was badly hurt, said the harbour police.'),
    )
  })

  it('for a block deleted here stands in the wire’s order when it is taken with others, though they go by other keys then', () => {
    const dataset = imported(first)
    dataset.edit((article) => {
      typeOver(article, 'two lorries', 'a pair of lorries')
      article.body = (article.body as unknown[]).toSpliced(1, 2)
    })
    const crash = 'The old bridge over the Wend was closed on Monday after three lorries collided in fog.'
    const words = '“It will take four days to clear,” said Rosa Ibarra, who runs the port.'
    const [, hurt, , ferries] = first.paragraphs as [string, string, string, string]
    dataset.deliver(makeVersion({...first, version: '2', paragraphs: [crash, hurt, words, ferries]}))
    const update = dataset.article().waitingUpdate as WaitingUpdate
    expect(update.changes.map((change) => change.kind)).toEqual(['block', 'deletedHere'])
    const byOne = structuredClone(dataset.documents)
    dataset.commit(takeAll(dataset.article()))
    expect(paragraphsOf(dataset.article())).toEqual([crash, words, ferries])
    for (const changes of [update.changes, update.changes.toReversed()]) {
      dataset.documents = structuredClone(byOne)
      for (const change of changes) dataset.commit(takeChange(dataset.article(), change._key))
      expect(paragraphsOf(dataset.article())).toEqual([crash, words, ferries])
    }
  })

  it('of a moved block comes again with the next version, which changes the block’s words too', () => {
    const dataset = imported(first)
    dataset.edit((article) => {
      article.body = (article.body as unknown[]).toReversed()
    })
    const [one, two, three, four] = first.paragraphs as [string, string, string, string]
    dataset.deliver(makeVersion({...first, version: '2', paragraphs: [two, one, three, four]}))
    expect(waitingOf(dataset).map((change) => [change.kind, change.theirs])).toEqual([['moved', one]])
    const later = `${one} It opened on Tuesday.`
    dataset.deliver(makeVersion({...first, version: '3', paragraphs: [two, later, three, four]}))
    expect(paragraphsOf(dataset.article())).toEqual([four, three, two, later])
    expect(waitingOf(dataset).map((change) => [change.kind, change.theirs])).toEqual([['moved', later]])
    checkLaws(dataset)
  })

  it('that is unknown gives no patches', () => {
    expect(takeChange(conflicted().article(), 'none')).toEqual([])
  })
})

describe('a kill', () => {
  const kill: Version = {
    version: '3',
    headline: 'KILL Bridge closed after crash',
    paragraphs: ['Kill this story. It is wrong.'],
    pubStatus: 'canceled',
  }
  const status = (dataset: MemoryDataset, id: string): unknown =>
    (dataset.documents.get(id)?.wire as {pubStatus?: string} | undefined)?.pubStatus

  it('reaches the draft and the published article and keeps the text', () => {
    const dataset = imported(first)
    dataset.publish()
    dataset.edit((article) => typeOver(article, 'all day', 'until noon'))
    const {outcome, findings} = dataset.deliver(makeVersion(kill))
    expect(outcome).toBe('held')
    expect(findings.map((finding) => finding.code)).toEqual(['article-killed'])
    expect([status(dataset, 'article-story'), status(dataset, 'drafts.article-story')]).toEqual([
      'canceled',
      'canceled',
    ])
    expect(paragraphsOf(dataset.article()).at(-1)).toBe('Ferries ran late until noon.')
    checkLaws(dataset)
  })

  it('of a published article without a draft makes no draft', () => {
    const dataset = imported(first)
    dataset.publish()
    dataset.deliver(makeVersion(kill))
    expect(dataset.documents.has('drafts.article-story')).toBe(false)
    expect(status(dataset, 'article-story')).toBe('canceled')
    expect(paragraphsOf(dataset.article())).toEqual(first.paragraphs)
    checkLaws(dataset)
  })

  it('is undone by a later usable version only when an editor agrees', () => {
    const dataset = imported(first, kill)
    const {outcome, findings} = dataset.deliver(makeVersion({...second, version: '4'}))
    expect(outcome).toBe('waiting')
    expect(findings.map((finding) => finding.code)).toEqual(['usable-again-waits'])
    expect(status(dataset, 'drafts.article-story')).toBe('canceled')
    expect(paragraphsOf(dataset.article())).toEqual(second.paragraphs)
    dataset.commit(takeAll(dataset.article()))
    expect(status(dataset, 'drafts.article-story')).toBe('usable')
    checkLaws(dataset)
  })

  it('counts in whatever order it comes', () => {
    const versions: Version[] = [first, second, kill, {...second, version: '4', headline: 'Bridge open'}]
    const inOrder = imported(...versions)
    for (const order of [
      [3, 2, 1, 0],
      [2, 0, 1, 3],
      [2, 3, 0, 1],
      [0, 3, 1, 2],
      [1, 2, 0, 3],
      [0, 2, 3, 1],
    ]) {
      const dataset = imported(...order.map((index) => versions[index]!))
      expect({...dataset.article(), _rev: ''}).toEqual({...inOrder.article(), _rev: ''})
      checkLaws(dataset)
    }
  })

  it('that comes before the story holds the story', () => {
    const dataset = imported(kill, first)
    expect(paragraphsOf(dataset.article())).toEqual(first.paragraphs)
    expect(status(dataset, 'drafts.article-story')).toBe('canceled')
  })
})

describe('a deleted article', () => {
  it('stays deleted when the same copy comes again, and comes back with a newer version', () => {
    const dataset = imported(first)
    dataset.discard()
    const {mutations, findings} = dataset.deliver(makeVersion(first))
    expect(mutations).toEqual([])
    expect(findings.map((finding) => finding.code)).toEqual(['article-deleted-here'])
    dataset.deliver(makeVersion(second))
    expect(paragraphsOf(dataset.article())).toEqual(second.paragraphs)
  })
})

describe('a known caption', () => {
  it('grows by wordings and keys and never is changed otherwise', () => {
    const dataset = new MemoryDataset()
    const caption = {
      _id: 'imageCaption-a',
      _type: 'imageCaption',
      text: 'A bridge. (Wend News)',
      fingerprint: 'a',
      keys: ['k1'],
    }
    dataset.deliver([caption])
    dataset.commit([{patch: {id: caption._id, set: {altText: 'typed by an editor'}}}])
    dataset.deliver([{...caption, text: 'A bridge.', keys: ['k1', 'k2'], altText: 'from the wire'}])
    expect(dataset.documents.get(caption._id)).toMatchObject({
      text: 'A bridge. (Wend News)',
      altText: 'typed by an editor',
      keys: ['k1', 'k2'],
      alsoSeen: [{text: 'A bridge.'}],
    })
    expect(dataset.deliver([{...caption, text: 'A bridge.', keys: ['k2']}]).mutations).toEqual([])
  })
})

describe('very long copy', () => {
  function merged(made: Version, other: Version): number {
    const dataset = imported(made)
    dataset.edit((article) => typeOver(article, 'Monday', 'Tuesday'))
    const start = performance.now()
    dataset.plan(makeVersion(other))
    return performance.now() - start
  }
  const story = (count: number, word: string): Version => ({
    version: word === 'two' ? '1' : '2',
    paragraphs: Array.from(
      {length: count},
      (_, index) => `Bridge ${index} over river ${index * 7} was closed on Monday after ${word} lorries met.`,
    ),
  })
  const block = (count: number, word: string): Version => ({
    version: word === 'two' ? '1' : '2',
    paragraphs: [
      `Monday ${Array.from({length: count}, (_, index) => (index % 97 === 50 ? word : `w${index}`)).join(' ')}`,
    ],
  })

  it.each([
    ['paragraphs', story, 400],
    ['words in one block', block, 8000],
  ])('of many %s merges in time that grows with its length', (_, make, count) => {
    merged(make(count, 'two'), make(count, 'three'))
    const once = merged(make(count, 'two'), make(count, 'three'))
    const fourTimes = merged(make(count * 4, 'two'), make(count * 4, 'three'))
    expect(fourTimes).toBeLessThan(Math.max(3000, once * 14))
  })
})
