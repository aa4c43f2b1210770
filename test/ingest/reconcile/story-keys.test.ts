import {describe, expect, it} from 'vitest'
import {makeArticle} from '../../../bench/make-article.ts'
import {toDocuments} from '../../../ingest/documents/index.ts'
import {parseCopy} from '../../../ingest/parse-copy.ts'
import {findNeededIds, planImport, toStoriesQuery, type KeyedStory} from '../../../ingest/plan-import.ts'
import {toLookupKeys, toStoryKeys, type StoredDocument} from '../../../ingest/reconcile/index.ts'
import {openStore, type Mutation} from '../../../lake/store/index.ts'

const now = '2026-03-02T12:00:00.000Z'

interface Telling {
  provider: string
  headline: string
  paragraphs: string[]
  sent?: string
  uri?: string
}

const northern: Telling = {
  provider: 'Northern Wire',
  headline: 'Cable car stops above Lake Orsa with 38 aboard',
  paragraphs: [
    'Rescuers brought 38 people down from a cable car above Lake Orsa on Sunday.',
    '“The cables had been inspected only a fortnight ago and nobody saw a thing wrong with them,” said operator manager Hedda Lunde.',
    'The line from Vik to Mount Sol was built in 1974 and carries 900 people a day, the council in Vik said.',
  ],
}
const continental: Telling = {
  provider: 'Continental',
  headline: 'Thirty-eight rescued as Lake Orsa cable car stops',
  paragraphs: [
    'A stopped cable car left 38 passengers hanging over Lake Orsa for five hours before helicopters came from Vik.',
    'Manager Hedda Lunde said: “The cables had been inspected only a fortnight ago and nobody saw a thing wrong with them.”',
    'Opened in 1974, the line climbs Mount Sol.',
  ],
}

function toBytes({provider, headline, paragraphs, sent = '2026-03-01T10:00:00Z', uri}: Telling): Uint8Array {
  const story = {
    uri: uri ?? `urn:example:${provider}:${headline}`,
    version: '1',
    versioncreated: sent,
    type: 'text',
    pubstatus: 'usable',
    headline,
    provider,
    body_html: paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join(''),
  }
  return new TextEncoder().encode(JSON.stringify(story))
}

async function toArticle(telling: Telling): Promise<StoredDocument> {
  const made = toDocuments(await parseCopy({bytes: toBytes(telling)}), {receivedAt: now})
  return made.articles[0] as unknown as StoredDocument
}

const shares = (one: string[], other: string[]) => one.some((key) => other.includes(key))

describe('the keys by which a dataset finds the same story from another agency', () => {
  it('are few, are on the article, and lead from either telling to the other', async () => {
    const [one, other] = [await toArticle(northern), await toArticle(continental)]
    expect((one.wire as {storyKeys: string[]}).storyKeys).toEqual(toStoryKeys(one))
    expect(toStoryKeys(one).length).toBeLessThanOrEqual(13)
    expect(shares(toLookupKeys(toStoryKeys(one)), toStoryKeys(other))).toBe(true)
    expect(shares(toLookupKeys(toStoryKeys(other)), toStoryKeys(one))).toBe(true)
  })

  it('lead to it over midnight, and to a story of the same words a month later by what was said alone', async () => {
    const quiet = {...northern, paragraphs: northern.paragraphs.toSpliced(1, 1)}
    const late = await toArticle({...quiet, sent: '2026-03-01T23:59:00Z'})
    const early = await toArticle({...quiet, provider: 'Continental', sent: '2026-03-02T00:01:00Z'})
    const month = await toArticle({...quiet, sent: '2026-04-01T00:01:00Z'})
    expect(shares(toLookupKeys(toStoryKeys(late)), toStoryKeys(early))).toBe(true)
    expect(shares(toLookupKeys(toStoryKeys(late)), toStoryKeys(month))).toBe(false)
  })

  it('are none for a story without words', async () => {
    expect(toStoryKeys({_id: 'a', _type: 'article'})).toEqual([])
  })
})

describe('importing a story that another agency sent before', () => {
  it('says so on the record of the copy, joins nothing, and changes nothing the second time', async () => {
    const store = openStore({path: ':memory:'})
    const importCopy = async (telling: Telling) => {
      const made = toDocuments(await parseCopy({bytes: toBytes(telling)}), {receivedAt: now})
      const known = new Map<string, StoredDocument>()
      const look = async (ids: string[]) => {
        for (const document of store.getDocuments(ids)) if (document) known.set(document._id, document)
      }
      await look(findNeededIds(made))
      const plan = await planImport(made, known, {
        now,
        look,
        findStories: (keys) => store.fetch<KeyedStory[]>(toStoriesQuery(keys)),
      })
      if (plan.mutations.length > 0) store.transact(plan.mutations as Mutation[])
      return plan
    }
    for (let index = 0; index < 30; index++) {
      const paragraphs = makeArticle(index + 1, 3000).text.split('\n\n')
      await importCopy({provider: 'Continental', headline: paragraphs[1]!, paragraphs: paragraphs.slice(4)})
    }
    await importCopy(northern)
    const plan = await importCopy(continental)
    expect(plan.findings).toMatchObject([{code: 'perhaps-the-same-story', severity: 'info'}])
    expect(plan.findings[0]?.message).toContain('Cable car stops above Lake Orsa')
    const found = await store.fetch<{headline: string}[]>(
      '*[_type == "wireCopy" && "perhaps-the-same-story" in findings[].code]{"headline": articles[0]._ref}',
    )
    expect(found).toHaveLength(1)
    expect(await store.fetch('count(*[_type == "article"])')).toBe(32)
    expect((await importCopy(continental)).mutations).toEqual([])
    store.close()
  })
})
