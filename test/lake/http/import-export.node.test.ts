import {createReadStream, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {Readable} from 'node:stream'
import {exportDataset} from '@sanity/export'
import {sanityImport} from '@sanity/import'
import sharp from 'sharp'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {startTestLake, toClient} from '../open-test-lake.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lake-export-'))
})
afterAll(() => rmSync(folder, {recursive: true}))

test('@sanity/import brings documents, references and pictures in; @sanity/export takes all of it out; it goes in again', async () => {
  const first = await startTestLake({data: path.join(folder, 'first')})
  const picture = await sharp({create: {width: 8, height: 4, channels: 3, background: '#123456'}})
    .png()
    .toBuffer()
  const file = path.join(folder, 'picture.png')
  writeFileSync(file, picture)
  const lines = [
    {_id: 'a', _type: 'note', text: 'one', to: {_type: 'reference', _ref: 'b'}, list: [{label: 'no key'}]},
    {_id: 'b', _type: 'note', text: 'two'},
    {
      _id: 'drafts.b',
      _type: 'note',
      photo: {_type: 'image', _sanityAsset: `image@file://${file}`},
    },
  ]
  const ndjson = Readable.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  const imported = await sanityImport(ndjson, {
    client: first.client.withConfig({token: 'local-editor'}),
    operation: 'create',
    allowAssetsInDifferentDataset: true,
  } as never)
  expect(imported).toMatchObject({numDocs: 3})
  expect(await first.client.fetch('*[_id == "a"][0]{"to": to->text, "key": defined(list[0]._key)}')).toEqual({
    to: 'two',
    key: true,
  })
  const asset = await first.client.fetch<{_ref: string}>('*[_id == "drafts.b"][0].photo.asset')
  expect(asset._ref).toMatch(/^image-[0-9a-f]{40}-8x4-png$/)

  await first.client.releases.create({releaseId: 'spring', metadata: {title: 'Spring'}})
  await first.client.createVersion({releaseId: 'spring', publishedId: 'b', baseId: 'b'})
  const outputPath = path.join(folder, 'dataset.tar.gz')
  await exportDataset({
    client: first.client.withConfig({token: 'local-editor'}),
    dataset: 'production',
    outputPath,
  } as never)
  const second = await startTestLake({data: path.join(folder, 'second')})
  await sanityImport(createReadStream(outputPath), {
    client: second.client.withConfig({token: 'local-editor'}),
    operation: 'createOrReplace',
  } as never)
  const inOrder =
    '*[!(_type in ["sanity.imageAsset", "system.release"])]|order(_id){_id, _type, text, to, list}'
  expect(await second.client.fetch(inOrder)).toEqual(await first.client.fetch(inOrder))
  expect(await second.client.releases.get({releaseId: 'spring'})).toMatchObject({
    state: 'active',
    metadata: {title: 'Spring'},
  })
  const again = await second.client.fetch<{url: string}>('*[_type == "sanity.imageAsset"][0]{url}')
  const bytes = Buffer.from(await (await fetch(again.url)).arrayBuffer())
  expect(bytes.equals(picture)).toBe(true)
})

test('the addresses of assets follow the lake when it starts at another port', async () => {
  const data = path.join(folder, 'moved')
  const before = await startTestLake({data})
  const {_id} = await before.client.assets.upload('file', Buffer.from('words'), {filename: 'a.txt'})
  await before.close()
  const after = await startTestLake({data})
  const {url} = (await after.client.getDocument<{url: string}>(_id))!
  expect(url.startsWith(after.address)).toBe(true)
  expect(await (await fetch(url)).text()).toBe('words')
})

test('a dataset that the lake was not started with is found when it is there', async () => {
  const data = path.join(folder, 'several')
  const {address, client} = await startTestLake({data})
  await expect(toClient(address, {dataset: 'staging'}).fetch('*')).rejects.toMatchObject({statusCode: 404})
  await client.request({method: 'PUT', url: '/datasets/staging', body: {}})
  await toClient(address, {dataset: 'staging'}).create({_id: 'a', _type: 'note'})
  expect(await client.fetch('count(*)')).toBe(0)
  expect((await client.request<{name: string}[]>({url: '/datasets'})).map(({name}) => name)).toEqual([
    'production',
    'staging',
  ])
})
