import type {DatabaseSync, StatementSync} from 'node:sqlite'
import type {AttributeCopies} from '../indexes/attribute-copies.ts'

type Attributes = Record<string, unknown>

interface Row {
  id: string
  type: string
  list: string
}

/** Documents of which attributes are kept. */
const maxKept = 2000
const maxForeseen = 500

/**
 * Reads some attributes of documents without the rest: from copies of them where there are some; else SQLite finds them in the text, and only
 * they are parsed. What was read last is kept.
 */
export function openAttributeReader(database: DatabaseSync, copies: AttributeCopies) {
  const statements = new Map<string, {one: StatementSync; several: StatementSync}>()
  const kept = new Map<string, Map<string, Attributes>>()

  const statementsFor = (names: readonly string[]) => {
    const shape = names.join()
    const known = statements.get(shape)
    if (known) return known
    // With two paths or more it gives a list, whatever the values are.
    const paths = [...names, names[0]!].map((name) => `'$.${name}'`)
    const select = `select id, type, json_extract(content, ${paths.join(', ')}) as list from documents where id`
    const made = {
      one: database.prepare(`${select} = ?`),
      several: database.prepare(`${select} in (select value from json_each(?))`),
    }
    statements.set(shape, made)
    return made
  }
  const parse = ({id, type, list}: Row, names: readonly string[]): Attributes => {
    const values = JSON.parse(list) as unknown[]
    copies.noteRead(type, names)
    return keep(id, Object.fromEntries(names.map((name, at) => [name, values[at]])), names)
  }
  const keep = (id: string, attributes: Attributes, names: readonly string[]): Attributes => {
    const ofDocument = kept.get(id) ?? new Map<string, Attributes>()
    ofDocument.set(names.join(), attributes)
    kept.set(id, ofDocument)
    if (kept.size > maxKept) kept.delete(kept.keys().next().value!)
    return attributes
  }

  return {
    /** `names` are attributes at the top that `areReadable`. What a document lacks is null. Undefined when there is no such document. */
    of(id: string, names: readonly string[]): Attributes | undefined {
      const known = kept.get(id)?.get(names.join())
      if (known) return known
      const copied = copies.mayTell(names) ? copies.tell([id], names).get(id) : undefined
      if (copied) return keep(id, copied, names)
      const row = statementsFor(names).one.get(id) as Row | undefined
      return row && parse(row, names)
    },
    /** Reads together what will be asked for one by one. */
    foresee(ids: readonly string[], names: readonly string[]): void {
      const shape = names.join()
      let wanted = [...new Set(ids)].filter((id) => !kept.get(id)?.has(shape)).slice(0, maxForeseen)
      if (wanted.length > 0 && copies.mayTell(names)) {
        const copied = copies.tell(wanted, names)
        for (const [id, attributes] of copied) keep(id, attributes, names)
        wanted = wanted.filter((id) => !copied.has(id))
      }
      if (wanted.length === 0) return
      for (const row of statementsFor(names).several.all(JSON.stringify(wanted)))
        parse(row as unknown as Row, names)
    },
    /** The document has changed. */
    forget: (id: string): void => void kept.delete(id),
  }
}

/** What reads attributes of documents, as a perspective shows them. */
export interface AttributeSource {
  /** At least these attributes of the document with this `_id`. Shared: not to be changed. */
  of(id: string, names: readonly string[]): Attributes | undefined
  /** Reads together what will be asked for one by one. */
  foresee(ids: readonly string[], names: readonly string[]): void
}

/** Few enough, and of letters that need no quotes in a path. */
export function areReadable(names: readonly string[]): boolean {
  return names.length > 0 && names.length <= 8 && names.every((name) => /^[A-Za-z_]\w*$/.test(name))
}
