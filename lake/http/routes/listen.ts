import {listen} from '../../listen/listen.ts'
import type {LakeApp, LakeContext} from '../context.ts'
import {readParams} from './query.ts'

/** `GET /data/listen/:dataset` and `GET /data/live/events/:dataset`, as server-sent events. */
export function addListenRoutes(app: LakeApp, lake: LakeContext): void {
  app.get('/:version/data/listen/:dataset', (c) => {
    const store = lake.storeOf(c.req.param('dataset'))
    const search = new URL(c.req.url).searchParams
    const isSet = (name: string, otherwise = false) => (search.get(name) ?? String(otherwise)) === 'true'
    const options = {
      query: search.get('query') ?? '',
      params: readParams(search),
      includeResult: isSet('includeResult', true),
      includePreviousRevision: isSet('includePreviousRevision'),
      includeMutations: isSet('includeMutations', true),
      includeAllVersions: isSet('includeAllVersions'),
      withEffects: search.get('effectFormat') === 'mendoza',
      enableResume: isSet('enableResume'),
      lastEventId: c.req.header('last-event-id'),
    }
    return lake.streams.open((stream) => listen(store, options, stream))
  })

  app.get('/:version/data/live/events/:dataset', (c) => {
    const store = lake.storeOf(c.req.param('dataset'))
    const includeDrafts = new URL(c.req.url).searchParams.get('includeDrafts') === 'true'
    return lake.streams.open((stream) => {
      stream.send('welcome', {id: String(store.history.lastSeq())})
      return store.onTransaction((transaction) => {
        const isPublic = transaction.changes.some(({documentId}) => !/^(drafts|versions)\./.test(documentId))
        // Every query carries the one tag, so that every change is a reason to ask again.
        if (isPublic || includeDrafts) stream.send('message', {tags: ['s1:all']}, String(transaction.seq))
      })
    })
  })
}
