import {existsSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {detect} from '../../../ingest/read/detect.ts'
import {factsOf} from './facts-of.ts'
import facts from './samples-xml.facts.json' with {type: 'json'}
import {readAs, readersForDetection} from './xml-readers.ts'

const samples = new URL('../../../../shared/samples/wire/', import.meta.url)

describe.runIf(existsSync(samples))('the XML samples', () => {
  it.each(Object.entries(facts))('reads %s as a person does', async (path, expected) => {
    const bytes = new Uint8Array(readFileSync(new URL(path, samples)))
    const items = await readAs(expected.format, bytes)
    expect({format: expected.format, items: items.map(factsOf)}).toEqual(expected)
  })

  it.each(Object.entries(facts))('tells the format of %s by its content', (path, {format}) => {
    const bytes = new Uint8Array(readFileSync(new URL(path, samples)))
    for (const hints of [{}, {fileName: 'copy.jpg', contentType: 'image/jpeg'}]) {
      expect(detect(bytes, readersForDetection, hints)?.format).toBe(format)
    }
  })
})
