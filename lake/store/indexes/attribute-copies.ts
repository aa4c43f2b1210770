import type {DatabaseSync} from 'node:sqlite'
import {prepareArrays} from '../database/array-rows.ts'
import type {StoredDocument} from '../documents/document.ts'

/** An attribute of the documents of a type, copied out of them. */
interface CopiedAttribute {
  ax: number
  type: string
  name: string
  /** The number of the last document that was looked at when the copies were made. */
  filledTo: number
  /** Whether all documents have been looked at. */
  isWhole: boolean
}

type CopyRow = [id: string, ax: number, value: string | null]

/** How many documents of a type are read for an attribute before it is copied out of all of them. */
const minRead = 2000
const maxCopied = 32
/** Types, with what is asked of them, whose reads are counted. */
const maxCounted = 500
/** In characters of JSON. Of a longer value only is noted that the document has it. */
const maxValueLength = 400

/**
 * Attributes that queries often take from behind references, kept beside their documents: a headline is then read without the text that
 * stands below it. A type's attribute is copied once it has been asked for often, a little at a time while nothing else is to be done.
 * Writes belong inside a transaction.
 */
export function openAttributeCopies(database: DatabaseSync, leastRead = minRead) {
  const all = database.prepare(
    'select ax, type, name, filled_to, is_whole from copied_attributes order by ax',
  )
  const insertAttribute = database.prepare(
    'insert into copied_attributes (type, name, filled_to, is_whole) values (?, ?, 0, 0)',
  )
  const advance = database.prepare('update copied_attributes set filled_to = ?, is_whole = ? where ax = ?')
  const put = database.prepare('insert or replace into attribute_copies (id, ax, value) values (?, ?, ?)')
  const remove = database.prepare('delete from attribute_copies where id = ? and ax = ?')
  const following = database.prepare(
    'select n, content from documents where type = ? and n > ? and n <= ? order by n limit ?',
  )
  const ofDocuments = prepareArrays<CopyRow>(
    database,
    'select id, ax, value from attribute_copies where id in (select value from json_each(?))',
  )
  const timesRead = new Map<string, number>()
  let wanted: {type: string; names: readonly string[]}[] = []
  let onWanted = () => {}
  let attributes: CopiedAttribute[] = []
  let byNumber = new Map<number, CopiedAttribute>()

  const reload = () => {
    attributes = (all.all() as unknown as AttributeRow[]).map(({filled_to, is_whole, ...row}) => ({
      ...row,
      filledTo: filled_to,
      isWhole: is_whole === 1,
    }))
    byNumber = new Map(attributes.map((attribute) => [attribute.ax, attribute]))
  }
  const find = (type: string, name: string) =>
    attributes.find((attribute) => attribute.type === type && attribute.name === name)
  const write = (
    ax: number,
    id: string,
    before: string | null | undefined,
    after: string | null | undefined,
  ) => {
    if (before === after) return
    if (after === undefined) remove.run(id, ax)
    else put.run(id, ax, after)
  }
  const register = () => {
    for (const {type, names} of wanted)
      for (const name of names) {
        if (find(type, name) || attributes.length >= maxCopied) continue
        insertAttribute.run(type, name)
        reload()
      }
    wanted = []
  }

  reload()
  return {
    /** Follows a document in the place of `before`. */
    put(before: StoredDocument | null, after: StoredDocument): void {
      for (const {ax, type, name} of attributes)
        write(
          ax,
          after._id,
          before?._type === type ? toCopy(before[name]) : undefined,
          after._type === type ? toCopy(after[name]) : undefined,
        )
    },
    remove(before: StoredDocument): void {
      for (const {ax, type} of attributes) if (before._type === type) remove.run(before._id, ax)
    },
    /** Whether there is something that `fill` would do. */
    isUnfinished: (): boolean => wanted.length > 0 || attributes.some(({isWhole}) => !isWhole),
    /** Copies out of the next `limit` documents, of those up to the number `upTo`. */
    fill(limit: number, upTo: number): void {
      register()
      const first = attributes.find(({isWhole}) => !isWhole)
      if (!first) return
      const {type, filledTo} = first
      const together = attributes.filter(
        (one) => one.type === type && one.filledTo === filledTo && !one.isWhole,
      )
      const rows = following.all(type, filledTo, upTo, limit) as unknown as {n: number; content: string}[]
      for (const {content} of rows) {
        const document = JSON.parse(content) as StoredDocument
        for (const {ax, name} of together) write(ax, document._id, undefined, toCopy(document[name]))
      }
      for (const {ax} of together) advance.run(rows.at(-1)?.n ?? filledTo, rows.length < limit ? 1 : 0, ax)
      reload()
    },
    /** Whether attributes of these names are copied out of documents of some type. */
    mayTell: (names: readonly string[]): boolean =>
      attributes.some(({name, isWhole}) => isWhole && names.includes(name)),
    /** The attributes of the documents of which all that are asked for can be told; what a document lacks is null. */
    tell(ids: readonly string[], names: readonly string[]): Map<string, Record<string, unknown>> {
      const rows = ofDocuments.all(JSON.stringify(ids))
      const told = new Map<string, Record<string, unknown>>()
      for (let start = 0, end = 0; start < rows.length; start = end) {
        const [id] = rows[start]!
        while (rows[end]?.[0] === id) end++
        const values = toAttributes(rows.slice(start, end), names)
        if (values) told.set(id, values)
      }
      return told
    },
    /** Notes that attributes were read out of a document of the type. */
    noteRead(type: string, names: readonly string[]): void {
      const key = JSON.stringify([type, names])
      const times = (timesRead.get(key) ?? 0) + 1
      if (timesRead.size >= maxCounted) timesRead.clear()
      timesRead.set(key, times)
      if (times !== Math.max(1, leastRead) || attributes.length >= maxCopied) return
      wanted.push({type, names})
      onWanted()
    },
    /** Calls `listener` when there is something to fill. */
    whenWanted: (listener: () => void): void => void (onWanted = listener),
    reload,
  }

  function toAttributes(rows: CopyRow[], names: readonly string[]): Record<string, unknown> | undefined {
    const type = byNumber.get(rows[0]![1])?.type
    const values: Record<string, unknown> = {}
    for (const name of names) {
      const attribute = type === undefined ? undefined : find(type, name)
      if (!attribute?.isWhole) return undefined
      const value = rows.find(([, ax]) => ax === attribute.ax)?.[2]
      if (value === null) return undefined
      values[name] = value === undefined ? null : (JSON.parse(value) as unknown)
    }
    return values
  }
}

export type AttributeCopies = ReturnType<typeof openAttributeCopies>

interface AttributeRow {
  ax: number
  type: string
  name: string
  filled_to: number
  is_whole: number
}

/** A value as it is kept: JSON, null for a long one, undefined for none. */
function toCopy(value: unknown): string | null | undefined {
  if (value === undefined || value === null) return undefined
  const text = JSON.stringify(value)
  return text.length <= maxValueLength ? text : null
}
