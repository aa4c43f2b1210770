import {validateDocument} from '@sanity/validation'
import {createSchema} from 'sanity'
import {expect} from 'vitest'
import {toDocuments, type MadeDocuments} from '../../ingest/documents/index.ts'
import {parseCopy, type Copy} from '../../ingest/parse-copy.ts'
import {findNeededIds, planImport} from '../../ingest/plan-import.ts'
import {toWords} from '../../ingest/text/words.ts'
import {openStore, type Mutation} from '../../lake/store/index.ts'
import {schemaTypes} from '../../schemas/index.ts'

const schema = createSchema({name: 'newsroom', types: schemaTypes})
const receivedAt = '2026-01-02T03:04:05.000Z'

/**
 * The laws of an import, checked over one piece of copy: the same copy makes the same documents; keys are unique within their array;
 * every reference leads to a document that is made too; the documents are JSON and are valid against the schema; importing again
 * makes no mutation. Gives the documents.
 */
export async function checkDocumentLaws(copy: Copy): Promise<MadeDocuments> {
  const made = toDocuments(await parseCopy(copy), {receivedAt})
  const again = toDocuments(await parseCopy(copy), {receivedAt})
  expect(again).toEqual(made)
  const all = [made.wireCopy, ...made.supporting, ...made.articles]
  expect(JSON.parse(JSON.stringify(all))).toEqual(all)
  const ids = new Set<string>(all.map((document) => document._id))
  expect(ids.size).toBe(all.length)
  for (const document of all) {
    checkKeys(document)
    for (const ref of findRefs(document)) expect(ids).toContain(ref)
    for (const id of [document._id]) expect(id).toMatch(/^[A-Za-z]+-[0-9a-f]+$/)
  }
  await checkValid(all)
  await checkSecondImport(made)
  return made
}

/** Every word of flat copy is in the documents exactly as often as in the copy. */
export function checkWordsInDocuments(
  text: string,
  made: MadeDocuments,
  arrangedCaptionLines: number[],
): void {
  const lines = text.split(/\r\n|\r|\n/)
  const parts: string[] = arrangedCaptionLines.map((line) => lines[line - 1] ?? '')
  for (const article of made.articles) {
    parts.push(article.headline ?? '', article.byline ?? '', article.dateline ?? '', article.standfirst ?? '')
    for (const element of article.body) {
      if (element._type === 'block') parts.push(element.children.map((span) => span.text).join(''))
      if (element._type === 'table') parts.push(...element.rows.flatMap((row) => row.cells))
    }
  }
  for (const document of made.supporting)
    if (document._type === 'newsletterBlock')
      parts.push(
        ...[
          document.title,
          document.pitch,
          document.emailLabel,
          document.requiredMessage,
          document.submitLabel,
          document.consent,
        ].map((part) => part ?? ''),
      )
  parts.push(...made.wireCopy.furniture.map((part) => part.text))
  expect(countWords(parts.join('\n'))).toEqual(countWords(text))
}

function countWords(text: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const word of toWords(text).sort()) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

function checkKeys(value: unknown): void {
  if (Array.isArray(value)) {
    const keys = value.flatMap((item: unknown) => (item as {_key?: string} | null)?._key ?? [])
    expect(new Set(keys).size).toBe(keys.length)
    const objects = value.filter((item) => typeof item === 'object')
    expect(keys).toHaveLength(objects.length)
    value.forEach(checkKeys)
  } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(checkKeys)
}

function findRefs(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(findRefs)
  if (typeof value !== 'object' || value === null) return []
  const {_ref} = value as {_ref?: unknown}
  return [
    ...(typeof _ref === 'string' && !_ref.startsWith('file-') ? [_ref] : []),
    ...Object.values(value).flatMap(findRefs),
  ]
}

/** No error against the schema; a warning may stand (it asks an editor for a look). A missing headline is for the editor to mend. */
async function checkValid(documents: {_id: string; _type: string}[]): Promise<void> {
  for (const document of documents) {
    const {markers} = (await validateDocument({
      document: {...document, _createdAt: receivedAt, _updatedAt: receivedAt, _rev: 'a'},
      schema,
      customValidation: false,
    })) as unknown as {markers: {level: string; message: string; path: unknown[]}[]}
    const errors = markers.filter(
      (marker) => marker.level === 'error' && marker.path.join('.') !== 'headline',
    )
    expect(errors.map((marker) => `${document._id} ${marker.path.join('.')}: ${marker.message}`)).toEqual([])
  }
}

async function checkSecondImport(made: MadeDocuments): Promise<void> {
  const store = openStore({path: ':memory:'})
  try {
    const plan = async () => {
      const known = new Map(
        store
          .getDocuments(findNeededIds(made))
          .flatMap((document) => (document ? [[document._id, document as never] as const] : [])),
      )
      return planImport(made, known, {now: receivedAt})
    }
    store.transact((await plan()).mutations as Mutation[], {transactionId: 'first'})
    expect((await plan()).mutations).toEqual([])
  } finally {
    store.close()
  }
}
