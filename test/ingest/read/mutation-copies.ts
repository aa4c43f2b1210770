import {readdirSync, readFileSync} from 'node:fs'
import {strToU8, zipSync} from 'fflate'
import {readers} from '../../../ingest/read/readers.ts'
import {paragraph, picture, toWordDocument} from './docx/word-document.ts'
import {pages} from './html/pages.ts'

const fixtures = new URL('../../fixtures/wire/', import.meta.url)

/** Whole copy of every format, for damaging it: the fixtures, and what is put together here where a format has none on file. */
export function findMutationCopies(): {format: string; copies: Uint8Array[]}[] {
  return readers.map(({format}) => ({format, copies: madeHere[format]?.() ?? onFile(format)}))
}

const madeHere: Record<string, () => Uint8Array[]> = {
  docx: () => [
    toWordDocument(
      paragraph('Light to be automated', '<w:rPr><w:b/></w:rPr>') +
        paragraph('By Sean Ord') +
        picture +
        `<w:tbl><w:tr><w:tc>${paragraph('a')}</w:tc><w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl>`,
    ),
  ],
  zip: () => [
    zipSync({
      'story.json': onFile('ninjs')[0]!,
      'pics/divers.jpg': load('photo/divers.jpg'),
      'inner.zip': zipSync({'ferry.xml': load('nitf/ferry.xml')}),
    }),
    zipSync({'a.txt': strToU8('The ferry is back.\n\nIt sails at noon.\n')}, {level: 0}),
  ],
  html: () => pages.slice(0, 4).map(({html}) => strToU8(html)),
  markdown: () => [
    strToU8(
      '---\ntitle: "Bridge reopens"\ndate: 2024-02-03T04:05:06+01:00\ntags: [roads, rivers]\n---\n# Bridge reopens\n\nThe bridge is *open* [again](https://a.example/x).[^1]\n\n## Tolls\n\n1. cars\n   - small ones\n\n> No more queues\n\n| Car | Van |\n|---|---|\n| 1 | 2 |\n\n![The span](span.jpg "The new span")\n\n```\ncode\n```\n\n[^1]: At last.\n',
    ),
  ],
  text: () => [
    strToU8('Harbour stays open\n\nBy Ada Berger\n\nThe council voted on Tuesday.\n\n"We stay," she said.\n'),
  ],
}

function onFile(format: string): Uint8Array[] {
  return readdirSync(new URL(`${format}/`, fixtures))
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name) => load(`${format}/${name}`))
}

function load(path: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(path, fixtures)))
}
