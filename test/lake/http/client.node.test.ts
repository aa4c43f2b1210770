import {createClient} from '@sanity/client'
import {firstValueFrom, take, toArray} from 'rxjs'
import {expect, test} from 'vitest'
import {createLocalClientFactory} from '../../../lake/client/index.ts'
import {startTestLake, toClient} from '../open-test-lake.ts'

test('the client creates, patches, queries, and deletes', async () => {
  const {client} = await startTestLake()
  const created = await client.create(
    {_type: 'note', text: 'one', tags: [{label: 'x'}]},
    {autoGenerateArrayKeys: true},
  )
  expect(created._id).toMatch(/^\w{22}$/)
  expect(created.tags[0]).toHaveProperty('_key')
  const patched = await client
    .patch(created._id)
    .set({text: 'two'})
    .inc({count: 1})
    .setIfMissing({count: 4})
    .commit()
  expect(patched).toMatchObject({text: 'two', count: 5})
  expect(await client.fetch('*[_type == $type]{text}', {type: 'note'})).toEqual([{text: 'two'}])
  const result = await client
    .transaction()
    .create({_id: 'b', _type: 'note'})
    .patch('b', {set: {text: 'three'}})
    .delete(created._id)
    .commit()
  expect(result.results).toEqual([
    {id: 'b', operation: 'create'},
    {id: 'b', operation: 'update'},
    {id: created._id, operation: 'delete'},
  ])
  expect(await client.getDocuments(['b', 'gone'])).toMatchObject([{text: 'three'}, null])
})

test('a long query goes by POST and gives the same', async () => {
  const {client} = await startTestLake()
  await client.create({_id: 'a', _type: 'note'})
  const ids = Array.from({length: 3000}, (_, n) => `id-${n}`)
  expect(await client.fetch('*[_id in $ids || _id == "a"]._id', {ids})).toEqual(['a'])
})

test('failures are the client’s own errors with what the lake says', async () => {
  const {client} = await startTestLake()
  await client.create({_id: 'a', _type: 'note'})
  await expect(client.create({_id: 'a', _type: 'note'})).rejects.toMatchObject({
    statusCode: 409,
    details: {type: 'mutationError', items: [{error: {type: 'documentAlreadyExistsError'}}]},
  })
  await expect(client.fetch('*[')).rejects.toMatchObject({
    statusCode: 400,
    details: {type: 'queryParseError'},
  })
  await expect(toClient(client.config().apiHost, {dataset: 'other'}).fetch('*')).rejects.toMatchObject({
    statusCode: 404,
  })
})

test('the API version decides what a query sees when it names no perspective', async () => {
  const {address, client} = await startTestLake()
  await client.create({_id: 'drafts.a', _type: 'note'})
  const count = (apiVersion: string, perspective?: 'drafts' | 'raw') =>
    toClient(address, {apiVersion, perspective}).fetch('count(*)')
  expect(await count('2021-06-07')).toBe(1)
  expect(await count('2025-02-19')).toBe(0)
  expect(await count('2025-02-19', 'drafts')).toBe(1)
  expect(await count('2025-02-19', 'raw')).toBe(1)
  const stack = (apiVersion: string) =>
    toClient(address, {apiVersion, perspective: ['spring', 'drafts']}).fetch('count(*)')
  expect(await stack('2025-02-19')).toBe(1)
  await expect(stack('2024-01-01')).rejects.toMatchObject({statusCode: 400})
})

test('the observable client gives the same', async () => {
  const {client} = await startTestLake()
  await firstValueFrom(client.observable.create({_id: 'a', _type: 'note'}))
  expect(await firstValueFrom(client.observable.fetch('count(*)'))).toBe(1)
})

test('listen tells what appears, changes and disappears, with an unbroken chain of revisions', async () => {
  const {client} = await startTestLake()
  const options = {
    events: ['welcome', 'mutation'],
    includePreviousRevision: true,
    effectFormat: 'mendoza',
  } as const
  const heard: Record<string, unknown>[] = []
  const done = new Promise<void>((resolve, reject) => {
    const subscription = client
      .listen('*[_type == "note" && shown == true]', {}, options as never)
      .subscribe({
        next: (event) => {
          heard.push(event)
          if ((event as {type: string}).type === 'welcome') void write()
          if (heard.length < 4) return
          subscription.unsubscribe()
          resolve()
        },
        error: reject,
      })
  })
  const write = async () => {
    await client.create({_id: 'a', _type: 'note'})
    await client.patch('a').set({shown: true}).commit()
    await client.patch('a').set({text: 'x'}).commit()
    await client.create({_id: 'b', _type: 'other', shown: true})
    await client.patch('a').set({shown: false}).commit()
  }
  await done
  const mutations = heard.slice(1)
  expect(mutations.map((event) => event['transition'])).toEqual(['appear', 'update', 'disappear'])
  expect(mutations[1]!['previousRev']).toBe(mutations[0]!['resultRev'])
  expect(mutations[2]!['previousRev']).toBe(mutations[1]!['resultRev'])
  expect(mutations[1]).toMatchObject({
    result: {text: 'x'},
    previous: {shown: true},
    effects: {apply: expect.any(Array)},
  })
})

test('a listener that comes back gets what it has missed, or a reset when that is not known', async () => {
  const {address, client} = await startTestLake()
  await client.create({_id: 'a', _type: 'note', n: 0}, {transactionId: 'first'} as never)
  const {transactionId} = await client.mutate([{patch: {id: 'a', set: {n: 1}}}], {returnDocuments: false})
  await client.patch('a').set({n: 2}).commit()
  await client.delete('a')
  const query = `${address}/v1/data/listen/production?query=*[_id=="a"]&enableResume=true&includeResult=true`
  const readEvents = async (lastEventId: string, count: number) => {
    const abort = new AbortController()
    const response = await fetch(query, {headers: {'last-event-id': lastEventId}, signal: abort.signal})
    let text = ''
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk
      if (text.split('event: ').length > count) break
    }
    abort.abort()
    return text
      .split('\n\n')
      .filter((part) => part.includes('event: '))
      .map(
        (part) =>
          [
            /event: (\w+)/.exec(part)![1],
            JSON.parse(/data: (.*)/.exec(part)![1]!) as Record<string, unknown>,
          ] as const,
      )
  }
  const events = await readEvents(`${transactionId}#a`, 4)
  expect(events.map(([name]) => name)).toEqual(['welcomeback', 'mutation', 'mutation', 'mutation'])
  expect(
    events.slice(1).map(([, data]) => [data['transition'], (data['result'] as {n: number} | undefined)?.n]),
  ).toEqual([
    ['update', 1],
    ['update', 2],
    ['disappear', undefined],
  ])
  expect((await readEvents('unknown#a', 1))[0]![0]).toBe('reset')
})

test('the local client factory carries many listeners over one WebSocket', async () => {
  const {address, client, lake} = await startTestLake()
  const local = createLocalClientFactory(address)({
    projectId: 'local',
    dataset: 'production',
    apiVersion: '2025-02-19',
    useCdn: false,
  })
  const heard = Array.from({length: 30}, (_, n) =>
    firstValueFrom(
      local
        .listen('*[_id == $id]', {id: `n${n}`}, {events: ['welcome', 'mutation']})
        .pipe(take(2), toArray()),
    ),
  )
  while (lake.context.streams.size() < 30) await new Promise((resolve) => setTimeout(resolve, 5))
  await client.mutate(Array.from({length: 30}, (_, n) => ({create: {_id: `n${n}`, _type: 'note'}})))
  for (const [n, events] of (await Promise.all(heard)).entries()) {
    expect(events).toMatchObject([
      {type: 'welcome'},
      {type: 'mutation', documentId: `n${n}`, transition: 'appear'},
    ])
  }
  while (lake.context.streams.size() > 0) await new Promise((resolve) => setTimeout(resolve, 5))
})

test('live events tell of each change', async () => {
  const {address, lake} = await startTestLake()
  const client = createClient({
    projectId: 'local',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost: address,
    useProjectHostname: false,
    useCdn: false,
  })
  const heard = firstValueFrom(client.live.events().pipe(take(2), toArray()))
  const {syncTags} = await client.fetch('*', {}, {filterResponse: false})
  while (lake.context.streams.size() === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await client.create({_id: 'a', _type: 'note'})
  expect(await heard).toMatchObject([{type: 'welcome'}, {type: 'message', tags: syncTags}])
})

test('the same picture is stored once, and served in the size and format asked for', async () => {
  const {client, address} = await startTestLake()
  const {default: sharp} = await import('sharp')
  const picture = await sharp({create: {width: 400, height: 200, channels: 3, background: '#c04020'}})
    .jpeg()
    .toBuffer()
  const first = await client.assets.upload('image', picture, {
    filename: 'a.jpg',
    creditLine: 'A. Photographer',
  })
  const second = await client.assets.upload('image', picture, {filename: 'b.jpg'})
  expect(second).toEqual(first)
  expect(first).toMatchObject({
    _type: 'sanity.imageAsset',
    extension: 'jpg',
    originalFilename: 'a.jpg',
    creditLine: 'A. Photographer',
    metadata: {dimensions: {width: 400, height: 200, aspectRatio: 2}, isOpaque: true},
  })
  const load = async (parameters: string) => {
    const response = await fetch(`${first.url}${parameters}`)
    const bytes = Buffer.from(await response.arrayBuffer())
    const {width, height, format} = await sharp(bytes).metadata()
    return [response.status, format, width, height]
  }
  expect(await load('')).toEqual([200, 'jpeg', 400, 200])
  expect(await load('?w=100')).toEqual([200, 'jpeg', 100, 50])
  expect(await load('?w=100&h=100&fit=crop&fm=webp')).toEqual([200, 'webp', 100, 100])
  expect(await load('?rect=0,0,50,200&h=100&fm=png')).toEqual([200, 'png', 25, 100])
  expect(await load('?w=60&h=60&fit=crop&crop=focalpoint&fp-x=0.1&fp-y=0.5&dpr=2')).toEqual([
    200,
    'jpeg',
    120,
    120,
  ])
  expect((await fetch(`${first.url}?w=lots`)).status).toBe(400)
  expect((await fetch(`${address}/images/local/production/${'0'.repeat(40)}-1x1.png`)).status).toBe(404)
})
