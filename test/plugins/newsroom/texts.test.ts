import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {deDe} from '../../../plugins/newsroom/i18n/de-de.ts'
import {enGb} from '../../../plugins/newsroom/i18n/en-gb.ts'
import {deDeSchema} from '../../../plugins/newsroom/i18n/de-de-schema.ts'
import {enUs, enUsSchema} from '../../../plugins/newsroom/i18n/en-us.ts'
import {toSchemaTexts} from '../../../plugins/newsroom/i18n/schema-texts.ts'
import {schemaTypes} from '../../../schemas/index.ts'

const folder = path.resolve(import.meta.dirname, '../../../plugins/newsroom')
const files = readdirSync(folder, {recursive: true, encoding: 'utf8'})
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('i18n'))
  .map((file) => ({file, source: readFileSync(path.join(folder, file), 'utf8')}))

const toStem = (key: string) => key.replace(/_(one|other)$/, '')
const toValues = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

describe('the texts', () => {
  it.each([
    ['de-DE', deDe],
    ['en-US', enUs],
  ])('of %s have the keys and the values of en-GB', (_language, bundle) => {
    expect(Object.keys(bundle).sort()).toEqual(Object.keys(enGb).sort())
    for (const [key, text] of Object.entries(enGb))
      expect([key, toValues(bundle[key as keyof typeof enGb])]).toEqual([key, toValues(text)])
  })

  it('of the content model are there in German', () => {
    const english = toSchemaTexts(schemaTypes)
    expect(Object.keys(deDeSchema)).toEqual(Object.keys(english))
    expect(Object.keys(enUsSchema).filter((key) => !(key in english))).toEqual([])
    expect(Object.keys(enGb).filter((key) => key in english)).toEqual([])
  })

  it('are all used', () => {
    const sources = files.map(({source}) => source).join('\n')
    const stems = new Set([...sources.matchAll(/[`'"]([a-z][\w.-]+\.)\$\{/g)].map(([, stem]) => stem ?? ''))
    const unused = Object.keys(enGb).filter((key) => {
      const stem = toStem(key)
      return !sources.includes(`'${stem}'`) && ![...stems].some((start) => stem.startsWith(start))
    })
    expect(unused).toEqual([])
  })

  it('are the only words in the components: no text stands between tags, in labels or titles', () => {
    const found = files.flatMap(({file, source}) => {
      const code = source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      return [
        ...code.matchAll(/<[A-Za-z][^<>]*>\s*([A-Za-z][A-Za-z ,.’']+)\s*<\//g),
        ...code.matchAll(/\b(?:aria-label|title|label|placeholder|text|alt|header)="([^"]*[A-Za-z][^"]*)"/g),
        ...code.matchAll(/\b(?:title|label|header|message|placeholder): '([^']*[A-Z][a-z]+[^']*)'/g),
      ].map(([, text]) => `${file}: ${text}`)
    })
    expect(found).toEqual([])
  })
})
