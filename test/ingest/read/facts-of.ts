import {hashText} from '../../../ingest/text/hash.ts'
import type {ReadItem} from '../../../ingest/model/news-item.ts'

/** What is checked of an item. Words are hashed, so that no word of a sample enters the repository. */
export function factsOf({item, findings}: ReadItem): Record<string, unknown> {
  const story = (item.blocks ?? []).filter((block) => block.furniture === undefined)
  const words = story
    .map((block) => block.text)
    .filter((text) => text !== '')
    .join('\n')
  const kinds: Record<string, number> = {}
  for (const block of story) kinds[block.kind] = (kinds[block.kind] ?? 0) + 1
  return withoutUndefined({
    itemClass: item.itemClass,
    headline: hashed(item.headline),
    uri: item.uri,
    version: item.version,
    provider: item.provider,
    byline: hashed(item.byline),
    dateline: hashed(item.dateline),
    located: hashed(item.located),
    slugline: hashed(item.slugline),
    standfirst: hashed(item.standfirst),
    language: item.language,
    pubStatus: item.pubStatus,
    signals: item.signals.join(' ') || undefined,
    urgency: item.urgency,
    embargoedUntil: item.embargoedUntil,
    firstCreated: item.firstCreated,
    versionCreated: item.versionCreated,
    creditLine: hashed(item.creditLine),
    copyrightNotice: hashed(item.copyrightNotice),
    usageTerms: hashed(item.usageTerms),
    notes: item.edNotes.length || undefined,
    publicNotes: item.edNotes.filter((note) => note.public).length || undefined,
    subjects: item.subjects.length || undefined,
    kinds,
    first: hashed(words.slice(0, 60)),
    last: hashed(words.slice(-60)),
    furniture: (item.blocks ?? []).length - story.length || undefined,
    media: item.associations.map(({itemClass}) => itemClass).join(' ') || undefined,
    captions:
      item.associations.flatMap(({captions}) => captions.map(({text}) => hashText([text], 8))).join(' ') ||
      undefined,
    missing: item.associations.filter(({missing}) => missing).length || undefined,
    encoding: item.encoding.used,
    findings: [...new Set(findings.map(({code}) => code))].toSorted().join(' ') || undefined,
  })
}

function hashed(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : hashText([text], 8)
}

function withoutUndefined(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}
