import {toDraftId, toPublishedId, type Store, type StoredDocument} from '../../store/index.ts'
import type {LakeApp, LakeContext} from '../context.ts'

/** `GET /data/doc/:dataset/:ids` and `GET /data/export/:dataset`. */
export function addDocumentRoutes(app: LakeApp, lake: LakeContext): void {
  app.get('/:version/data/doc/:dataset/:ids', (c) => {
    const store = lake.storeOf(c.req.param('dataset'))
    const search = new URL(c.req.url).searchParams
    const ids = c.req.param('ids').split(',').filter(Boolean)
    const documents: StoredDocument[] = []
    const omitted: {id: string; reason: string}[] = []
    for (const id of ids) {
      const document = store.getDocument(id)
      if (document) documents.push(document)
      else omitted.push({id, reason: 'existence'})
    }
    if (search.get('includeAllVersions') === 'true')
      documents.push(...findOtherVersions(store, documents, ids))
    return c.json({documents: search.get('excludeContent') === 'true' ? [] : documents, omitted})
  })

  app.get('/:version/data/export/:dataset', (c) => {
    const store = lake.storeOf(c.req.param('dataset'))
    const types = new URL(c.req.url).searchParams.get('types')?.split(',')
    const encoder = new TextEncoder()
    const documents = store.exportDocuments()
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        let text = ''
        while (text.length < 64 * 1024) {
          const next = documents.next()
          if (next.done) {
            if (text) controller.enqueue(encoder.encode(text))
            controller.close()
            return
          }
          const document = next.value
          if (!types || types.includes(document._type)) text += `${JSON.stringify(document)}\n`
        }
        controller.enqueue(encoder.encode(text))
      },
      cancel: () => void documents.return?.(),
    })
    return c.body(body, 200, {'content-type': 'application/x-ndjson'})
  })
}

function findOtherVersions(store: Store, known: StoredDocument[], ids: string[]): StoredDocument[] {
  const wanted = new Set(ids.map(toPublishedId))
  const have = new Set(known.map((document) => document._id))
  const versions = store.idsUnder('versions.').filter((id) => wanted.has(toPublishedId(id)))
  const others = [...wanted, ...[...wanted].map(toDraftId), ...versions].filter((id) => !have.has(id))
  return store.getDocuments(others).filter((document) => document !== undefined)
}
