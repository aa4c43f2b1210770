import {readFileSync} from 'node:fs'
import {glob} from 'node:fs/promises'
import path from 'node:path'
import {describe, expect, it} from 'vitest'

/** Who may import whom (DESIGN, "The house"); a room may always import itself. `type` edges carry types only. */
const allowed: Record<string, {to: string[]; types?: string[]}> = {
  schemas: {to: []},
  ingest: {to: [], types: ['schemas']},
  lake: {to: []},
  queries: {to: []},
  migrations: {to: ['ingest']},
  plugins: {to: ['schemas', 'ingest', 'queries']},
  cli: {to: ['ingest', 'lake', 'queries', 'package.json']},
  'sanity.config.ts': {to: ['plugins', 'schemas', 'lake/client']},
  'sanity.cli.ts': {to: []},
}

const root = path.resolve(import.meta.dirname, '../..')
const importPattern =
  /^\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm

interface Edge {
  file: string
  from: string
  to: string
  target: string
  typesOnly: boolean
}

async function findEdges(): Promise<{
  inside: Edge[]
  packages: {file: string; from: string; name: string}[]
}> {
  const inside: Edge[] = []
  const packages: {file: string; from: string; name: string}[] = []
  const rooms = ['schemas', 'ingest', 'lake', 'queries', 'migrations', 'plugins', 'cli']
  const files = [...rooms.map((room) => `${room}/**/*.{ts,tsx}`), 'sanity.*.ts']
  for await (const file of glob(files, {cwd: root})) {
    const from = file.split(path.sep)[0] ?? file
    for (const match of readFileSync(path.join(root, file), 'utf8').matchAll(importPattern)) {
      const specifier = match[3] ?? match[4] ?? ''
      if (!specifier.startsWith('.')) {
        packages.push({file, from, name: specifier})
        continue
      }
      const target = path
        .relative(root, path.resolve(root, path.dirname(file), specifier))
        .split(path.sep)
        .join('/')
      inside.push({file, from, target, to: target.split('/')[0] ?? target, typesOnly: match[2] !== undefined})
    }
  }
  return {inside, packages}
}

describe('the house', async () => {
  const {inside, packages} = await findEdges()

  it('has imports to look at', () => {
    expect(inside.length).toBeGreaterThan(20)
  })

  it('lets imports go one way only', () => {
    const wrong = inside.filter(({from, to, target, typesOnly}) => {
      if (from === to) return false
      const rule = allowed[from]
      if (!rule) return true
      const reaches = (places: string[]) =>
        places.some((place) => target === place || target.startsWith(`${place}/`))
      return !(reaches(rule.to) || (typesOnly && reaches(rule.types ?? [])))
    })
    expect(wrong.map(({file, target}) => `${file} imports ${target}`)).toEqual([])
  })

  it('keeps Node, React and the Studio out of ingest and queries', () => {
    const wrong = packages.filter(
      ({from, name}) =>
        (from === 'ingest' || from === 'queries') &&
        (name.startsWith('node:') ||
          /^(react|react-dom|sanity|styled-components|@sanity\/ui)(\/|$)/.test(name)),
    )
    expect(wrong.map(({file, name}) => `${file} imports ${name}`)).toEqual([])
  })

  it('keeps React in the plugin', () => {
    const wrong = packages.filter(
      ({from, name}) =>
        !['plugins', 'schemas'].includes(from) && /^(react|react-dom|@sanity\/ui)(\/|$)/.test(name),
    )
    expect(wrong.map(({file, name}) => `${file} imports ${name}`)).toEqual([])
  })
})
