import {isKeptInline} from '../../../ingest/documents/index.ts'
import {parseCopy, type ParsedCopy} from '../../../ingest/parse-copy.ts'
import {planImport, type ImportPlan} from '../../../ingest/plan-import.ts'
import {toCopyLines} from './copy-lines.ts'
import type {Corrections} from './correct-item.ts'
import {canBeCorrected, correctCopy, makeDocuments} from './make-documents.ts'
import type {Lookups, UnderstoodCopy, WorkerRequest} from './worker-messages.ts'

/** Any date will do while nothing is written: the preview does not show it. */
const notYetReceived = '1970-01-01T00:00:00.000Z'

/** Does what the page asks; keeps the copies it has read. Runs in a worker, and without one in a test. */
export function createAnswerer(): (request: WorkerRequest) => Promise<unknown> {
  const copies = new Map<string, ParsedCopy>()
  const find = (copyId: string) => {
    const copy = copies.get(copyId)
    if (!copy) throw new Error(`This copy was not read: ${copyId}`)
    return copy
  }
  return async (request) => {
    if (request.ask === 'read') {
      const {copyId, bytes, fileName, format} = request
      const copy = await parseCopy({bytes, ...(fileName ? {fileName} : {}), ...(format ? {format} : {})})
      copies.set(copyId, copy)
      return describe(copy, {})
    }
    if (request.ask === 'correct') return describe(find(request.copyId), request.corrections)
    if (request.ask === 'make') {
      const {copyId, corrections, receivedAt, assetId} = request
      return makeDocuments(find(copyId), corrections, {receivedAt, ...(assetId ? {assetId} : {})})
    }
    if (request.ask === 'plan') return plan(request)
    copies.delete(request.copyId)
    return null
  }
}

/** The dataset is out of the worker's reach: what it lacks it asks for, and is asked again. */
async function plan(request: Extract<WorkerRequest, {ask: 'plan'}>): Promise<ImportPlan | {needs: Lookups}> {
  const {found} = request
  const known = new Map(request.known.map((document) => [document._id, document]))
  const needs: Lookups = {captionKeys: [], partUris: [], storyUris: [], ids: []}
  const want = (what: keyof Lookups, values: string[]) => {
    const looked = new Set([...found.lookedFor[what], ...needs[what]])
    needs[what].push(...values.filter((value) => !looked.has(value)))
  }
  const made = await planImport(request.made, known, {
    now: request.now,
    readFile: async (assetId) => request.files[assetId] ?? null,
    findStories: async () => request.stories,
    look: async (ids) =>
      want(
        'ids',
        ids.filter((id) => !known.has(id)),
      ),
    findCaptions: async (keys) => {
      want('captionKeys', keys)
      return found.captions
    },
    parts: {
      findCopies: async (uris) => {
        want('partUris', uris)
        return found.parts
      },
      findStories: async (uris) => {
        want('storyUris', uris)
        return found.storiesOf
      },
    },
  })
  return Object.values(needs).some((values) => values.length > 0) ? {needs} : made
}

function describe(copy: ParsedCopy, corrections: Corrections): UnderstoodCopy {
  const corrected = correctCopy(copy, corrections)
  const needsFile = !isKeptInline(copy)
  return {
    sha256: copy.sha256,
    size: copy.size,
    format: copy.format,
    needsFile,
    canBeCorrected: canBeCorrected(copy),
    items: corrected.items,
    made: makeDocuments(copy, corrections, {receivedAt: notYetReceived}),
    lines: copy.raw === null ? [] : toCopyLines(copy.raw, corrected.items),
  }
}
