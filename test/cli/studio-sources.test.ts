import {mkdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {findStudioSources} from '../../cli/studio/studio-sources.ts'
import {makeFolder} from './run-newsroom.ts'

const {folder, remove} = makeFolder()
afterAll(remove)

function put(name: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), {recursive: true})
  writeFileSync(path.join(folder, name), '')
}

test('a Studio is built from its sources, settings and pictures, and not from what is installed, built or kept beside them', async () => {
  const sources = [
    '.env.local',
    'components/logo.svg',
    'package.json',
    'sanity.config.ts',
    'schemaTypes/post.tsx',
  ]
  const others = [
    '.newsroom/production.sqlite',
    '.sanity/runtime/app.js',
    'desk/lake.json',
    'dist/index.html',
    'node_modules/decimal.js/decimal.js',
    'packages/site/node_modules/react/index.js',
    'story.txt',
  ]
  for (const name of [...sources, ...others]) put(name)
  expect(await findStudioSources(folder, path.join(folder, 'desk'))).toEqual(sources)
})
