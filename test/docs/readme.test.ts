import {readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {helpTexts} from '../../cli/commands/help-texts.ts'
import {resolveOptions} from '../../plugins/newsroom/options.ts'
import * as queries from '../../queries/index.ts'
import {schemaTypes} from '../../schemas/index.ts'

const root = path.resolve(import.meta.dirname, '../..')
const read = (name: string) => readFileSync(path.join(root, name), 'utf8')
const readme = read('README.md')

test('the README names every option with its default', () => {
  const options = Object.entries(resolveOptions()).flatMap(([group, given]) =>
    Object.entries(given as Record<string, unknown>).map(([name, value]) => {
      const shown = typeof value === 'string' ? `'${value}'` : String(value)
      return `| \`${group}.${name}\` | \`${shown}\` |`
    }),
  )
  expect(options.filter((row) => !readme.includes(row))).toEqual([])
})

test('the README names every query, every command and every document', () => {
  const documents = schemaTypes.filter((type) => type.type === 'document').map(({name}) => `| \`${name}\` |`)
  const named = [
    ...Object.keys(queries).map((name) => `\`${name}\``),
    ...Object.keys(helpTexts).map((name) => `\`newsroom ${name}`),
    ...documents,
  ]
  expect(named.filter((text) => !readme.includes(text))).toEqual([])
})

test('the page on datasets that exist names every type whose name can meet another', () => {
  const page = read('docs/existing-datasets.md')
  expect(schemaTypes.filter(({name}) => !page.includes(`\`${name}\``))).toEqual([])
})
