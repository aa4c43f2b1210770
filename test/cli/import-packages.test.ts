import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import type {Dataset} from '../../cli/dataset/dataset.ts'
import {openEmbeddedDataset} from '../../cli/dataset/embedded-dataset.ts'
import {openRemoteDataset} from '../../cli/dataset/remote-dataset.ts'
import {startReport} from '../../cli/import/import-report.ts'
import {runImport} from '../../cli/import/run-import.ts'
import {packageFile, pictureFile, storyFile} from '../ingest/parts/package-copies.ts'
import {startTestLake} from '../lake/open-test-lake.ts'
import {makeFolder} from './run-newsroom.ts'

const files = {package: packageFile(), story: storyFile(), first: pictureFile(1), second: pictureFile(2)}

async function importFiles(dataset: Dataset, names: (keyof typeof files)[]) {
  const {folder, remove} = makeFolder()
  onTestFinished(remove)
  const report = startReport('', false)
  const put = (name: keyof typeof files) => {
    const file = path.join(folder, `${name}.xml`)
    writeFileSync(file, files[name])
    return {path: file, size: files[name].byteLength}
  }
  await runImport(names.map(put), report, {
    dataset,
    now: () => new Date('2031-03-06T00:00:00Z'),
    dryRun: false,
    signal: new AbortController().signal,
    concurrency: 4,
  })
  return report
}

const shown = `*[_type == "article"]{"captions": [leadImage.caption->text, ...body[].caption->text][defined(@)]}.captions`
const unresolved = 'count(*[_type == "wireCopy"].findings[defined(part) && resolved != true])'
const captions = ['The ferry leaves Elmestad on Friday.', 'Captain Sanna Holm on the bridge of the ferry.']

const openEmbedded = async () => {
  const {folder, remove} = makeFolder()
  onTestFinished(remove)
  return openEmbeddedDataset(path.join(folder, 'data'), 'production')
}
const openOverHttp = async () => {
  const lake = await startTestLake()
  return openRemoteDataset({projectId: 'local', dataset: 'production', apiHost: lake.address})
}

test.each([
  ['embedded', openEmbedded],
  ['over HTTP', openOverHttp],
])('a package and its parts are joined in one import and in several, in an %s dataset', async (_, open) => {
  for (const runs of [
    [['second', 'package', 'first', 'story']],
    [['first'], ['package', 'story'], ['second']],
    [['story'], ['second', 'first'], ['package']],
  ] as (keyof typeof files)[][][]) {
    const dataset = await open()
    for (const names of runs) expect(await importFiles(dataset, names)).toMatchObject({failed: 0})
    expect(await dataset.fetch(shown, {}, 'raw')).toEqual([captions])
    expect(await dataset.fetch(unresolved, {}, 'raw')).toBe(0)
    const again = await importFiles(dataset, ['package', 'first', 'second', 'story'])
    expect(again).toMatchObject({mutations: 0, unchanged: 4})
    await dataset.close()
  }
})
