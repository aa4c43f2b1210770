import {mkdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {findStudio} from '../../cli/studio/find-studio.ts'
import {makeFolder} from './run-newsroom.ts'

const {folder, remove} = makeFolder()
afterAll(remove)
const nowhere = path.join(folder, 'nowhere')

function makeStudio(name: string, config: string): string {
  const root = path.join(folder, name)
  mkdirSync(path.join(root, 'schemas'), {recursive: true})
  writeFileSync(path.join(root, 'package.json'), '{}')
  writeFileSync(path.join(root, 'sanity.config.js'), config)
  return root
}

test('a folder without a Studio is told where to go', () => {
  expect(() => findStudio(folder, nowhere)).toThrow(
    `There is no Studio here: no sanity.config.ts in ${folder}`,
  )
})

test('a Studio that does not know of the local lake is told the lines to add', () => {
  const root = makeStudio('plain', 'export default {}')
  expect(() => findStudio(root, nowhere)).toThrow('...localLake(process.env.SANITY_STUDIO_LAKE)')
})

test('a Studio whose packages are not installed is told to install them', () => {
  const root = makeStudio('bare', '// SANITY_STUDIO_LAKE')
  expect(() => findStudio(root, nowhere)).toThrow(
    `"sanity" is not installed in ${root}. Run "npm install" there.`,
  )
})

test('the Studio of a folder above is found, before the checkout’s own', () => {
  const root = makeStudio('whole', '// SANITY_STUDIO_LAKE')
  const sanity = path.join(root, 'node_modules/sanity')
  mkdirSync(sanity, {recursive: true})
  writeFileSync(path.join(sanity, 'package.json'), '{"name": "sanity"}')
  expect(findStudio(path.join(root, 'schemas'))).toMatchObject({
    root,
    sanityCommand: path.join(sanity, 'bin/sanity'),
  })
})
