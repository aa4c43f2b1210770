import type {StoredDocument} from '../../ingest/reconcile/index.ts'

/** What is known of a dataset while a batch is planned: a map by id that also gives the documents of a type, without a look at all the others. */
export class KnownDocuments extends Map<string, StoredDocument> {
  readonly #byType = new Map<string, Map<string, StoredDocument>>()

  override set(id: string, document: StoredDocument): this {
    const before = this.get(id)
    if (before && before._type !== document._type) this.#byType.get(before._type)?.delete(id)
    let ofType = this.#byType.get(document._type)
    if (!ofType) this.#byType.set(document._type, (ofType = new Map()))
    ofType.set(id, document)
    return super.set(id, document)
  }

  override delete(id: string): boolean {
    const before = this.get(id)
    if (before) this.#byType.get(before._type)?.delete(id)
    return super.delete(id)
  }

  override clear(): void {
    this.#byType.clear()
    super.clear()
  }

  ofType(type: string): Iterable<StoredDocument> {
    return this.#byType.get(type)?.values() ?? []
  }
}
