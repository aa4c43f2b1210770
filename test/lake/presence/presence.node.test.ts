import {fromUrl} from '@sanity/bifur-client'
import {firstValueFrom, take, toArray} from 'rxjs'
import {expect, test} from 'vitest'
import WebSocket from 'ws'
import {startTestLake} from '../open-test-lake.ts'

test('what one Studio tells of itself reaches the others, and that it has gone', async () => {
  const {address} = await startTestLake()
  const url = `${address.replace('http', 'ws')}/v2022-06-30/socket/production`
  const [first, second] = [fromUrl(url), fromUrl(url)]
  const heard = firstValueFrom(second.listen('presence').pipe(take(3), toArray()))
  // Answered in order on the one socket: the listening has begun when this is back.
  await firstValueFrom(second.request('presence_rollcall', {session: 's2'}))
  await firstValueFrom(first.request('presence_rollcall', {session: 's1'}))
  const data = {sessionId: 's1', locations: [{type: 'document', documentId: 'a', path: ['headline']}]}
  await firstValueFrom(first.request('presence_announce', {data}))
  await firstValueFrom(first.request('presence_disconnect', {session: 's1'}))
  expect(await heard).toEqual([
    {type: 'rollCall', i: 'local-editor', session: 's1'},
    {type: 'state', i: 'local-editor', m: data},
    {type: 'disconnect', i: 'local-editor', m: {session: 's1'}},
  ])
})

test('one that is cut off is gone for the others, and another dataset hears nothing of it', async () => {
  const {address, lake} = await startTestLake()
  lake.context.createDataset('staging')
  const toUrl = (dataset: string) => `${address.replace('http', 'ws')}/v2022-06-30/socket/${dataset}`
  const [here, elsewhere] = [fromUrl(toUrl('production')), fromUrl(toUrl('staging'))]
  const heardHere = firstValueFrom(here.listen('presence').pipe(take(2), toArray()))
  const heardElsewhere: unknown[] = []
  elsewhere.listen('presence').subscribe({next: (event) => heardElsewhere.push(event), error: () => {}})
  await firstValueFrom(here.request('presence_rollcall', {session: 's1'}))
  await firstValueFrom(elsewhere.request('presence_rollcall', {session: 's2'}))
  const cutOff = new WebSocket(toUrl('production'))
  await new Promise((resolve) => cutOff.once('open', resolve))
  cutOff.send(JSON.stringify({id: 1, method: 'presence_rollcall', params: {session: 's3'}}))
  await new Promise((resolve) => cutOff.once('message', resolve))
  cutOff.terminate()
  expect(await heardHere).toEqual([
    {type: 'rollCall', i: 'local-editor', session: 's3'},
    {type: 'disconnect', i: 'local-editor', m: {session: 's3'}},
  ])
  await firstValueFrom(elsewhere.request('presence_rollcall', {session: 's2'}))
  expect(heardElsewhere).toEqual([])
})
