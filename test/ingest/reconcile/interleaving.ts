import * as fc from 'fast-check'
import {expect} from 'vitest'
import {
  leaveChange,
  takeAll,
  takeChange,
  type BodyElement,
  type StoredDocument,
  type WaitingUpdate,
} from '../../../ingest/reconcile/index.ts'
import {MemoryDataset} from './dataset.ts'
import {makeVersion, paragraphsOf, type Version} from './story.ts'

/** One thing that the wire does to its story from one version to the next; numbers choose the place. */
type WireStep = {kind: 'word' | 'insert' | 'remove' | 'move' | 'headline' | 'quote'; at: number; to: number}
/** One thing that an editor or a delivery does. */
type Edit = {kind: 'type' | 'insert' | 'delete' | 'move' | 'headline' | 'bold'; at: number; to: number}
type Command =
  | {kind: 'deliver'; version: number}
  | Edit
  | {kind: 'publish' | 'unpublish' | 'discard'}
  | {kind: 'take' | 'leave'; at: number}

const places = {at: fc.nat(30), to: fc.nat(30)}
const wireStep: fc.Arbitrary<WireStep> = fc.record({
  kind: fc.constantFrom('word', 'word', 'word', 'insert', 'remove', 'move', 'headline', 'quote'),
  ...places,
})
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('type', 'type', 'type', 'insert', 'delete', 'move', 'headline', 'bold'),
  ...places,
}) as fc.Arbitrary<Edit>
const history = fc.record({
  steps: fc.array(fc.array(wireStep, {minLength: 1, maxLength: 4}), {minLength: 2, maxLength: 4}),
  statuses: fc.array(fc.constantFrom('usable', 'usable', 'usable', 'usable', 'canceled', 'withheld'), {
    minLength: 5,
    maxLength: 5,
  }),
})
const command: fc.Arbitrary<Command> = fc.oneof(
  {weight: 4, arbitrary: fc.record({kind: fc.constant('deliver' as const), version: fc.nat(4)})},
  {weight: 6, arbitrary: edit},
  {
    weight: 1,
    arbitrary: fc.record({kind: fc.constantFrom('publish', 'unpublish', 'discard')}) as fc.Arbitrary<Command>,
  },
  {
    weight: 2,
    arbitrary: fc.record({kind: fc.constantFrom('take', 'leave'), at: fc.nat(5)}) as fc.Arbitrary<Command>,
  },
)

/**
 * Versions of one story, each word of which is there once and names the version that brought it (`w2x7`). `isRecognisable`: no
 * paragraph loses more than half of its words over all versions; a change that would is left out.
 */
function makeVersions(
  {steps, statuses}: {steps: WireStep[][]; statuses: string[]},
  isRecognisable = false,
): Version[] {
  let count = 0
  const word = (version: number): string => `w${version}x${(count += 1)}`
  /** Of each paragraph as it is, how many of its words were changed since it came in. */
  const changes = new Map<string, number>()
  const sentence = (version: number): string =>
    `${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(() => word(version)).join(' ')}.`
  let headline = word(1)
  let paragraphs = [sentence(1), `“${sentence(1)}” ${sentence(1)}`, sentence(1), sentence(1)]
  const versions: Version[] = [{version: '1', headline, paragraphs}]
  for (const [index, list] of steps.entries()) {
    const number = index + 2
    paragraphs = [...paragraphs]
    for (const {kind, at, to} of list) {
      const place = at % Math.max(1, paragraphs.length)
      if (kind === 'headline') headline = word(number)
      else if (kind === 'insert') paragraphs.splice(place, 0, sentence(number))
      else if (kind === 'remove' && paragraphs.length > 1) paragraphs.splice(place, 1)
      else if (kind === 'move') paragraphs.splice(to % paragraphs.length, 0, ...paragraphs.splice(place, 1))
      else {
        const before = paragraphs[place] ?? ''
        const changed = (changes.get(before) ?? 0) + 1
        if (isRecognisable && changed * 2 > tokens(before).size) continue
        const after = changeWord(before, to, word(number))
        paragraphs[place] = after
        changes.set(after, changed)
      }
    }
    versions.push({version: String(number), headline, paragraphs: [...paragraphs]})
  }
  return versions.map((version, index) =>
    statuses[index] === 'canceled'
      ? {...version, pubStatus: 'canceled', headline: 'Kill', paragraphs: ['Kill.']}
      : {...version, pubStatus: statuses[index] as 'usable' | 'withheld'},
  )
}

function changeWord(text: string, at: number, word: string): string {
  const words = text.match(/[we]\d*x\d+/gu) ?? []
  const chosen = words[at % Math.max(1, words.length)]
  return chosen ? text.replace(chosen, word) : `${text} ${word}`
}

/** Every word that names itself, in the text of a document (not in what waits). */
function wordsOf(document: StoredDocument | undefined): Set<string> {
  if (!document) return new Set()
  return tokens(`${String(document.headline ?? '')} ${paragraphsOf(document).join(' ')}`)
}

function tokens(text: string): Set<string> {
  return new Set(text.match(/(?:w\d+|e)x\d+/gu))
}

function editorWords(dataset: MemoryDataset): Set<string> {
  const all = [dataset.documents.get('drafts.article-story'), dataset.documents.get('article-story')].flatMap(
    (document) => [...wordsOf(document)],
  )
  return new Set(all.filter((word) => word.startsWith('ex')))
}

let typed = 0

function edited(dataset: MemoryDataset, command: Edit): void {
  dataset.edit((article) => {
    const body = article.body as BodyElement[]
    const word = `ex${(typed += 1)}`
    const place = command.at % Math.max(1, body.length)
    const block = body[place]
    if (command.kind === 'headline') article.headline = word
    else if (command.kind === 'insert')
      body.splice(place, 0, {
        _type: 'block',
        _key: `k${word}`,
        style: 'normal',
        markDefs: [],
        children: [{_type: 'span', _key: 's', text: word, marks: []}],
      })
    else if (!block) return
    else if (command.kind === 'delete') body.splice(place, 1)
    else if (command.kind === 'move') body.splice(command.to % body.length, 0, ...body.splice(place, 1))
    else {
      const spans = block.children as {text: string; marks: string[]}[]
      const span = spans[command.to % spans.length]!
      if (command.kind === 'bold') span.marks = [...new Set([...span.marks, 'strong'])]
      else span.text = changeWord(span.text, command.to, word)
    }
  })
}

function deliver(dataset: MemoryDataset, made: StoredDocument[]): void {
  const ours = dataset.documents.get('drafts.article-story') ?? dataset.documents.get('article-story')
  const published = dataset.documents.get('article-story')
  const before = editorWords(dataset)
  const {outcome, mutations} = dataset.deliver(made)
  expect(dataset.plan(made).mutations).toEqual([])
  const now = dataset.documents.get('drafts.article-story') ?? dataset.documents.get('article-story')
  expect([...before].filter((word) => !editorWords(dataset).has(word))).toEqual([])
  const publishedNow = dataset.documents.get('article-story')
  expect([publishedNow?.headline, publishedNow && paragraphsOf(publishedNow)]).toEqual([
    published?.headline,
    published && paragraphsOf(published),
  ])
  if (!now) {
    expect(mutations).toEqual([])
    return
  }
  const keys = (now.body as BodyElement[]).map((block) => block._key)
  expect(new Set(keys).size).toBe(keys.length)
  if (!ours || !isSameCopy(now, made)) return
  const base = dataset.copies.get((ours.wire as {copy: {_ref: string}}).copy._ref)?.at(-1)
  const theirs = made.at(-1)
  const here = wordsOf(now)
  const waiting = tokens(JSON.stringify(now.waitingUpdate ?? {}))
  const wasWaiting = tokens(JSON.stringify(ours.waitingUpdate ?? {}))
  const brought = [...wordsOf(theirs)].filter((word) => !wordsOf(base).has(word))
  expect(
    brought.filter((word) => !here.has(word) && !waiting.has(word)),
    `brought by ${outcome}`,
  ).toEqual([])
  const takenOut = [...wordsOf(base)].filter((word) => !wordsOf(theirs).has(word))
  expect(takenOut.filter((word) => here.has(word) && !waiting.has(word) && !wasWaiting.has(word))).toEqual([])
}

/** The version's text was merged: the article now names its copy. */
function isSameCopy(article: StoredDocument, made: StoredDocument[]): boolean {
  return (article.wire as {copy: {_ref: string}}).copy._ref === made[0]?._id
}

function run(dataset: MemoryDataset, versions: StoredDocument[][], command: Command): void {
  if (command.kind === 'deliver') deliver(dataset, versions[command.version % versions.length]!)
  else if (command.kind === 'publish') {
    const status = (dataset.documents.get('drafts.article-story')?.wire as {pubStatus?: string} | undefined)
      ?.pubStatus
    if (status === 'usable') dataset.publish()
  } else if (command.kind === 'unpublish') {
    if (!dataset.documents.has('drafts.article-story')) dataset.unpublish()
  } else if (command.kind === 'discard') dataset.discard()
  else if (command.kind === 'take' || command.kind === 'leave') settle(dataset, command.kind, command.at)
  else edited(dataset, command as Edit)
}

/** The editor takes or leaves one waiting change: it is off the list, and leaving touches nothing else. */
function settle(dataset: MemoryDataset, kind: 'take' | 'leave', at: number): void {
  const article = dataset.documents.get('drafts.article-story')
  const changes = (article?.waitingUpdate as WaitingUpdate | undefined)?.changes ?? []
  const change = changes[at % Math.max(1, changes.length)]
  if (!article || !change) return
  dataset.commit(kind === 'take' ? takeChange(article, change._key) : leaveChange(article, change._key))
  const now = dataset.article()
  const left = (now.waitingUpdate as WaitingUpdate | undefined)?.changes ?? []
  expect(left.map((one) => one._key)).toEqual(
    changes.flatMap((one) => (one._key === change._key ? [] : [one._key])),
  )
  expect(kind === 'take' || isSameText(now, article)).toBe(true)
}

function isSameText(one: StoredDocument, other: StoredDocument): boolean {
  return (
    one.headline === other.headline &&
    JSON.stringify(paragraphsOf(one)) === JSON.stringify(paragraphsOf(other))
  )
}

/** What an editor sees: everything but revisions, times and the text that stood here when the update came. */
function viewOf(dataset: MemoryDataset): unknown {
  return ['drafts.article-story', 'article-story'].map((id) => {
    const document = dataset.documents.get(id)
    if (!document) return null
    const waiting = document.waitingUpdate as WaitingUpdate | undefined
    return {
      headline: document.headline,
      paragraphs: paragraphsOf(document).filter((text) => !/^ex\d+$/u.test(text)),
      own: paragraphsOf(document)
        .filter((text) => /^ex\d+$/u.test(text))
        .toSorted(),
      wire:
        id === 'drafts.article-story' || !dataset.documents.has('drafts.article-story')
          ? document.wire
          : (document.wire as {pubStatus: string}).pubStatus,
      waiting: (waiting?.changes ?? [])
        .map((change) => ({...change, ours: undefined, path: undefined}))
        .sort((one, other) => (one._key < other._key ? -1 : 1)),
    }
  })
}

/** As `viewOf`, wherever the paragraphs stand. */
function viewUnordered(dataset: MemoryDataset): unknown {
  return (viewOf(dataset) as ({paragraphs: string[]} | null)[]).map(
    (view) => view && {...view, paragraphs: view.paragraphs.toSorted()},
  )
}

const shuffle = fc.infiniteStream(fc.nat(1000))

/** The first version, edits, then the others in their order and in another: what an editor sees in the end. */
function twoOrders(
  of: {steps: WireStep[][]; statuses: string[]},
  edits: Edit[],
  isPublished: boolean,
  random: fc.Stream<number>,
  isTaken = false,
  see = viewOf,
): void {
  const told = {...of, statuses: ['usable', ...of.statuses.slice(1)]}
  const versions = makeVersions(told, edits.length > 0).map(makeVersion)
  const start = typed
  const views = [false, true].map((isShuffled) => {
    typed = start
    const dataset = new MemoryDataset()
    dataset.deliver(versions[0]!)
    for (const one of edits) run(dataset, versions, one)
    if (isPublished) dataset.publish()
    const rest = versions.slice(1)
    if (isShuffled) rest.sort(() => ((random.next().value as number) % 2 === 0 ? 1 : -1))
    for (const made of rest) deliver(dataset, made)
    const left = dataset.documents.get('drafts.article-story')
    if (isTaken && left) dataset.commit(takeAll(left))
    return see(dataset)
  })
  expect(views[1]).toEqual(views[0])
}

/**
 * Any interleaving of versions, kills, re-imports and an editor's acts: every word an editor typed last is in the draft or the published
 * document; every change of the wire is in the article, in a waiting update or refused by a recorded decision; a repeated delivery
 * changes nothing. Returns the number of runs.
 */
export function checkNothingIsLost(numRuns: number): number {
  fc.assert(
    fc.property(history, fc.array(command, {maxLength: 25}), (of, commands) => {
      const versions = makeVersions(of).map(makeVersion)
      const dataset = new MemoryDataset()
      for (const one of commands) run(dataset, versions, one)
    }),
    {numRuns},
  )
  return numRuns
}

/** Versions that no editor touched end the same in whatever order they come. Returns the number of runs. */
export function checkOrderUntouched(numRuns: number): number {
  fc.assert(
    fc.property(history, fc.boolean(), shuffle, (of, isPublished, random) => {
      twoOrders(of, [], isPublished, random)
    }),
    {numRuns},
  )
  return numRuns
}

/**
 * Versions end the same in whatever order they come once an editor took what waits. Out of order, an editor's own blocks may stand
 * elsewhere (what they stood behind may never have come), and so may blocks when the editor moved some: such moves are left out. A
 * paragraph of which the wire changed more than half over several versions is another one to whoever sees only the first and the last:
 * such changes are left out too. And
 * what waits depends on the versions seen: a block that an editor changed and the wire took out in the end is kept with the
 * changes of the versions between that came in time. Taken, it is the last version's. Returns the number of runs.
 */
export function checkOrderEdited(numRuns: number, seed?: number): number {
  const unmoved = edit.map((one) => (one.kind === 'move' ? {...one, kind: 'type' as const} : one))
  fc.assert(
    fc.property(
      history,
      fc.array(unmoved, {maxLength: 6}),
      fc.boolean(),
      shuffle,
      (of, edits, isPublished, random) => {
        twoOrders(of, edits, isPublished, random, true)
      },
    ),
    {numRuns, ...(seed === undefined ? {} : {seed})},
  )
  return numRuns
}

/**
 * When the editor moved blocks, too, versions end with the same words in the same blocks in whatever order they come, once the editor took what
 * waits; the blocks may stand in another order. Returns the number of runs.
 */
export function checkWordsMoved(numRuns: number, seed?: number): number {
  fc.assert(
    fc.property(
      history,
      fc.array(edit, {maxLength: 6}),
      fc.boolean(),
      shuffle,
      (of, edits, isPublished, random) => {
        twoOrders(of, edits, isPublished, random, true, viewUnordered)
      },
    ),
    {numRuns, ...(seed === undefined ? {} : {seed})},
  )
  return numRuns
}
