/** Where in the copy a finding applies. `line` counts from 1; `offset` is a JavaScript string offset into the decoded copy. */
export interface Place {
  line?: number
  offset?: number
  xpath?: string
}

/**
 * Something about a piece of copy that a person should know. Bad copy never throws: it is a finding on the item and the
 * batch goes on. `info` explains a decision, `warning` asks for a look, `error` means that the item (or a part of it)
 * could not be imported.
 */
export interface Finding {
  severity: 'info' | 'warning' | 'error'
  /** Stable, kebab-case; every code is declared in `finding-codes.ts`. */
  code: string
  /** What, which value, where, what is allowed, what to do. */
  message: string
  at?: Place
  /** Of a part that is named and not here: what names it. The finding is resolved when that part arrives. */
  part?: string
}

/** What every stage of the importer returns. */
export interface Staged<T> {
  value: T
  findings: Finding[]
}
