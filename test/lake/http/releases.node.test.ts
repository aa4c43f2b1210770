import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {beforeEach, expect, test} from 'vitest'
import type {SanityClient} from '@sanity/client'
import {keepReleaseSchedule} from '../../../lake/actions/release-schedule.ts'
import type {Lake} from '../../../lake/index.ts'
import {LakeError} from '../../../lake/store/index.ts'
import {openTestLake, startTestLake} from '../open-test-lake.ts'

let lake: Lake
let client: SanityClient
beforeEach(async () => {
  const running = await startTestLake()
  lake = running.lake
  client = running.client
  await client.create({_id: 'a', _type: 'note', text: 'one'})
})

const stored = (id: string) => lake.store.getDocument(id)
const releaseOf = (name: string) => stored(`_.releases.${name}`)
const refusal = (request: Promise<unknown>) =>
  request.then(
    () => 'done',
    (error: {statusCode: number; details: {items: {error: {type: string}}[]}}) =>
      `${error.statusCode} ${error.details.items[0]!.error.type}`,
  )

async function openRelease(name = 'spring') {
  await client.releases.create({releaseId: name, metadata: {title: 'Spring', releaseType: 'asap'}})
  await client.createVersion({
    releaseId: name,
    publishedId: 'a',
    document: {_type: 'note', text: 'spring'},
  })
}

test('a release is a document of its own, made once', async () => {
  await client.releases.create({releaseId: 'spring'})
  expect(releaseOf('spring')).toMatchObject({
    _type: 'system.release',
    name: 'spring',
    state: 'active',
    metadata: {releaseType: 'undecided'},
  })
  expect(await client.releases.get({releaseId: 'spring'})).toMatchObject({name: 'spring'})
  expect(await refusal(client.releases.create({releaseId: 'spring'}))).toBe('409 documentAlreadyExistsError')
  expect(await refusal(client.releases.create({releaseId: 'a b'}))).toBe('400 invalidActionError')
  const nowhere = {releaseId: 'gone', metadata: {releaseType: 'never'}} as never
  expect(await refusal(client.releases.create(nowhere))).toBe('400 invalidActionError')
})

test('only the metadata of a release is edited', async () => {
  await openRelease()
  await client.releases.edit({releaseId: 'spring', patch: {set: {'metadata.title': 'Summer'}}})
  expect(releaseOf('spring')).toMatchObject({metadata: {title: 'Summer', releaseType: 'asap'}})
  const state = {releaseId: 'spring', patch: {set: {state: 'published'}}} as never
  expect(await refusal(client.releases.edit(state))).toBe('400 invalidActionError')
  expect(await refusal(client.releases.edit({releaseId: 'gone', patch: {}}))).toBe(
    '404 documentNotFoundError',
  )
})

test('releases are seen in every perspective', async () => {
  await openRelease()
  for (const perspective of ['raw', 'published', 'drafts', ['spring']] as const)
    expect(
      await client.fetch('*[_type == "system.release"].name', {}, {perspective: perspective as never}),
    ).toEqual(['spring'])
})

test('a version needs its release, and is seen in its perspective', async () => {
  const version = {
    releaseId: 'spring',
    publishedId: 'a',
    document: {_type: 'note', text: 'spring'} as never,
  }
  expect(await refusal(client.createVersion(version))).toBe('404 documentNotFoundError')
  await openRelease()
  expect(await client.fetch('*[_id == "a"][0].text', {}, {perspective: ['spring']})).toBe('spring')
  expect(await client.fetch('*[_id == "a"][0].text', {}, {perspective: 'published'})).toBe('one')
  const edit = {
    actionType: 'sanity.action.document.edit',
    publishedId: 'a',
    draftId: 'versions.spring.a',
    patch: {set: {text: 'summer'}},
  } as const
  await client.action(edit)
  expect(stored('versions.spring.a')).toMatchObject({text: 'summer'})
})

test('publishing a release publishes and unpublishes all of its documents at once', async () => {
  await openRelease()
  await client.create({_id: 'b', _type: 'note', text: 'leaves'})
  await client.action([
    {
      actionType: 'sanity.action.document.version.unpublish',
      publishedId: 'b',
      versionId: 'versions.spring.b',
    },
    {
      actionType: 'sanity.action.document.version.create',
      publishedId: 'c',
      document: {_id: 'versions.spring.c', _type: 'note', text: 'new'},
    },
    {actionType: 'sanity.action.release.publish', releaseId: 'spring'},
  ])
  expect(stored('a')).toMatchObject({text: 'spring'})
  expect(stored('b')).toBeUndefined()
  expect(stored('drafts.b')).toBeUndefined()
  expect(stored('c')).toMatchObject({text: 'new'})
  expect(lake.store.idsUnder('versions.')).toEqual([])
  expect(releaseOf('spring')).toMatchObject({
    state: 'published',
    publishedAt: expect.any(String),
    finalDocumentStates: [{id: 'versions.spring.a'}, {id: 'versions.spring.b'}, {id: 'versions.spring.c'}],
  })
  expect(await refusal(client.releases.publish({releaseId: 'spring'}))).toBe('409 releaseStateError')
})

test('a release that cannot be published whole is not published at all', async () => {
  await openRelease()
  await client.create({
    _id: 'versions.spring.z',
    _type: 'note',
    to: {_ref: 'nowhere', _weak: true, _strengthenOnPublish: {type: 'note'}},
  })
  expect(await refusal(client.releases.publish({releaseId: 'spring'}))).toBe(
    '409 documentReferenceDoesNotExistError',
  )
  expect(stored('a')).toMatchObject({text: 'one'})
  expect(releaseOf('spring')).toMatchObject({state: 'active'})
})

test('archiving takes the versions away, unarchiving brings them back as they were', async () => {
  await openRelease()
  await client.releases.archive({releaseId: 'spring'})
  expect(releaseOf('spring')).toMatchObject({state: 'archived'})
  expect(stored('versions.spring.a')).toBeUndefined()
  await client.releases.unarchive({releaseId: 'spring'})
  expect(releaseOf('spring')).toMatchObject({state: 'active'})
  expect(stored('versions.spring.a')).toMatchObject({text: 'spring'})
  expect(await refusal(client.releases.unarchive({releaseId: 'spring'}))).toBe('409 releaseStateError')
})

test('only an archived or published release is deleted', async () => {
  await openRelease()
  expect(await refusal(client.releases.delete({releaseId: 'spring'}))).toBe('409 releaseStateError')
  await client.releases.archive({releaseId: 'spring'})
  await client.releases.delete({releaseId: 'spring'})
  expect(releaseOf('spring')).toBeUndefined()
})

test('a scheduled release locks its versions until it is unscheduled', async () => {
  await openRelease()
  await client.releases.schedule({releaseId: 'spring', publishAt: '2999-01-01T00:00:00+01:00'})
  expect(releaseOf('spring')).toMatchObject({state: 'scheduled', publishAt: '2998-12-31T23:00:00.000Z'})
  const edit = () =>
    client.action({
      actionType: 'sanity.action.document.edit',
      publishedId: 'a',
      draftId: 'versions.spring.a',
      patch: {set: {text: 'late'}},
    })
  expect(await refusal(edit())).toBe('409 releaseStateError')
  expect(await refusal(client.releases.archive({releaseId: 'spring'}))).toBe('409 releaseStateError')
  expect(await refusal(client.releases.publish({releaseId: 'spring'}))).toBe('409 releaseStateError')
  await client.releases.unschedule({releaseId: 'spring'})
  expect(releaseOf('spring')).not.toHaveProperty('publishAt')
  expect(await refusal(edit())).toBe('done')
  const never = client.releases.schedule({releaseId: 'spring', publishAt: 'soon'})
  expect(await refusal(never)).toBe('400 invalidActionError')
})

test('a scheduled release is published when its time has come, without being asked', async () => {
  await openRelease()
  const publishAt = new Date(Date.now() + 150).toISOString()
  await client.releases.schedule({releaseId: 'spring', publishAt})
  expect(stored('a')).toMatchObject({text: 'one'})
  await expect.poll(() => stored('a')!['text'], {interval: 10}).toBe('spring')
  expect(releaseOf('spring')).toMatchObject({state: 'published'})
})

test('a release whose time came while the lake was not running is published when it starts', async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'lake-releases-'))
  const first = await startTestLake({data})
  await first.client.create({_id: 'a', _type: 'note', text: 'one'})
  await first.client.releases.create({releaseId: 'night'})
  await first.client.create({_id: 'versions.night.a', _type: 'note', text: 'night'})
  await first.client.releases.schedule({
    releaseId: 'night',
    publishAt: new Date(Date.now() + 60_000).toISOString(),
  })
  await first.close()
  const later = openTestLake({data, now: () => new Date(Date.now() + 120_000)})
  expect(later.store.getDocument('a')).toMatchObject({text: 'night'})
  later.close()
  rmSync(data, {recursive: true})
})

test('a scheduled release that cannot be published is active again and says why', async () => {
  await client.releases.create({releaseId: 'spring'})
  await client.create({
    _id: 'versions.spring.z',
    _type: 'note',
    to: {_ref: 'nowhere', _weak: true, _strengthenOnPublish: {type: 'note'}},
  })
  await client.releases.schedule({releaseId: 'spring', publishAt: new Date().toISOString()})
  await expect.poll(() => releaseOf('spring')!['state'], {interval: 10}).toBe('active')
  expect(releaseOf('spring')).toMatchObject({error: {message: expect.stringContaining('nowhere')}})
  expect(stored('versions.spring.z')).toBeDefined()
})

test('a release whose publishing the disk does not take stays scheduled, and the lake goes on', async () => {
  const full = openTestLake()
  full.store.transact([
    {
      create: {
        _id: '_.releases.night',
        _type: 'system.release',
        name: 'night',
        state: 'scheduled',
        publishAt: '2020-01-01T00:00:00.000Z',
      },
    },
  ])
  const diskFull = () => {
    throw new LakeError({status: 507, type: 'diskFull', description: 'There is no room left'})
  }
  const stop = keepReleaseSchedule({...full.store, transact: diskFull}, () => new Date())
  stop()
  expect(full.store.getDocument('_.releases.night')).toMatchObject({state: 'scheduled'})
})

test('a release is imported under its own name: refused, left or replaced where there is one', async () => {
  const attributes = {_id: '_.releases.spring', _type: 'system.release', name: 'spring', state: 'archived'}
  const bringIn = (ifExists: 'fail' | 'ignore' | 'replace', metadata: object) =>
    client.action({
      actionType: 'sanity.action.release.import',
      releaseId: 'spring',
      attributes: {...attributes, metadata},
      ifExists,
    })
  await bringIn('fail', {title: 'One'})
  expect(releaseOf('spring')).toMatchObject({state: 'archived', metadata: {title: 'One'}})
  expect(await refusal(bringIn('fail', {title: 'Two'}))).toBe('409 documentAlreadyExistsError')
  await bringIn('ignore', {title: 'Two'})
  expect(releaseOf('spring')).toMatchObject({metadata: {title: 'One'}})
  await bringIn('replace', {title: 'Two'})
  expect(releaseOf('spring')).toMatchObject({metadata: {title: 'Two'}})
})
