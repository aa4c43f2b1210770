import {openDatabase} from '../../../lake/store/database/database.ts'
import type {StoredDocument} from '../../../lake/store/documents/document.ts'
import {openDocumentReader} from '../../../lake/store/documents/document-reader.ts'
import {openDocumentTable} from '../../../lake/store/documents/document-table.ts'
import {evaluateNow, explain, type QueryParams, type QuerySource} from '../../../lake/store/query/evaluate.ts'
import type {Perspective} from '../../../lake/store/query/perspective.ts'
import {openPlanner} from '../../../lake/store/plan/open-planner.ts'
import {defaultLimits, type PlanLimits} from '../../../lake/store/plan/plan-limits.ts'
import {openQueryView} from '../../../lake/store/plan/query-view.ts'
import {applyPerspective} from './apply-perspective.ts'

const timestamp = new Date('2026-05-04T10:00:00Z')

/** The same documents, asked with the planner and without. */
export function openBothWays(limits: PlanLimits = defaultLimits) {
  const database = openDatabase(':memory:')
  // Attributes are copied as soon as they have been read.
  const documents = openDocumentTable(database, 1)
  const reader = openDocumentReader(database, documents.indexes.copies)
  const plannerOf = openPlanner(database, documents.indexes, reader, limits)
  const facts = {timestamp, identity: 'editor', projectId: 'local', dataset: 'production', maxMs: 20_000}

  const planned = (perspective: Perspective): QuerySource => {
    const view = openQueryView(reader, perspective)
    const {all, get, attributes} = view
    return {
      ...facts,
      documents: all,
      document: get,
      ...(attributes ? {attributes} : {}),
      planner: plannerOf(view),
    }
  }
  const plain = (perspective: Perspective): QuerySource => {
    const shown = applyPerspective(documents.all(), perspective)
    const byId = new Map(shown.map((document) => [document._id, document]))
    return {...facts, documents: () => shown, document: (id) => byId.get(id)}
  }
  return {
    /** Stores documents in one transaction; `null` removes. */
    write(changes: Iterable<[string, StoredDocument | null]>, isBulk = false): void {
      const changed: {documentId: string; after: StoredDocument | null}[] = []
      database.exec('begin')
      for (const [documentId, after] of changes) {
        const before = documents.get(documentId) ?? null
        if (after) documents.put(before, after, isBulk)
        else if (before) documents.remove(before)
        changed.push({documentId, after})
      }
      database.exec('commit')
      reader.apply(changed)
    },
    /** Takes into the indexes what they are behind by. */
    catchUp(): void {
      while (documents.indexes.behind() > 0) documents.indexes.catchUp(100)
    },
    withPlanner: (query: string, params: QueryParams, perspective: Perspective) =>
      answerOf(() => evaluateNow(query, params, planned(perspective))),
    withoutPlanner: (query: string, params: QueryParams, perspective: Perspective) =>
      answerOf(() => evaluateNow(query, params, plain(perspective))),
    explain: (query: string, params: QueryParams = {}, perspective: Perspective = 'raw') =>
      explain(query, params, planned(perspective)),
    close: () => database.close(),
  }
}

/** An answer as it would be sent; of an error what it says. */
function answerOf(ask: () => unknown): string {
  try {
    return JSON.stringify(ask()) ?? 'undefined'
  } catch (error) {
    return `error: ${(error as Error).message}`
  }
}
