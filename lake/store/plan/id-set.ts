import {Path} from 'groq-js'

/**
 * A set of document ids for groq-js's `in`, which walks an array for each row but asks a path whether it matches. `holds` is asked for the
 * ids that come up.
 */
export class IdSet extends Path {
  readonly #candidates: () => string[] | undefined
  readonly #holds: (id: string) => boolean
  readonly #known = new Map<string, boolean>()

  constructor(candidates: () => string[] | undefined, holds: (id: string) => boolean) {
    super('')
    this.#candidates = candidates
    this.#holds = holds
  }

  /** The ids that may be in it, where an index knows them. */
  candidates(): string[] | undefined {
    return this.#candidates()
  }

  override matches(id: string): boolean {
    let isHeld = this.#known.get(id)
    if (isHeld === undefined) this.#known.set(id, (isHeld = this.#holds(id)))
    return isHeld
  }
}
