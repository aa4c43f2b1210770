import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {loadFormats, toMarkdown} from '../../docs/formats.ts'

describe('docs/formats.md', () => {
  it('is what the reader folders say (run: node docs/formats.ts)', async () => {
    const written = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8')
    expect(written).toBe(toMarkdown(await loadFormats()))
  })

  it('names a headline source for every format of stories', async () => {
    for (const {format, fields} of await loadFormats()) {
      if (format !== 'zip')
        expect(
          fields.map(({field}) => field),
          format,
        ).toContain('headline')
    }
  })
})
