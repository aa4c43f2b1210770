import {existsSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {detect} from '../../../ingest/read/detect.ts'
import {factsOf} from './facts-of.ts'
import facts from './samples-wire.facts.json' with {type: 'json'}
import {readWire, wireReaders} from './wire-readers.ts'

const samples = new URL('../../../../shared/samples/wire/', import.meta.url)

describe.runIf(existsSync(samples))('the wire samples', () => {
  it.each(Object.entries(facts))('reads %s as a person does', async (path, expected) => {
    const bytes = new Uint8Array(readFileSync(new URL(path, samples)))
    const {format, items} = await readWire(bytes, {fileName: path.replace(/^.*\//, '')})
    expect({format, items: items.map(factsOf)}).toEqual(expected)
  })

  it.each(Object.entries(facts))(
    'tells the format of %s by its content whatever it is called',
    (path, {format}) => {
      const bytes = new Uint8Array(readFileSync(new URL(path, samples)))
      for (const hints of [
        {},
        {fileName: 'copy.jpg', contentType: 'image/jpeg'},
        {fileName: 'copy.json', contentType: 'application/json'},
      ]) {
        expect(detect(bytes, wireReaders, hints)?.format).toBe(format)
      }
    },
  )
})
