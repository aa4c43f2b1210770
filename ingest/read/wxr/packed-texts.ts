import {deflateSync, inflateSync, strFromU8, strToU8} from 'fflate'

/** Texts that are packed together: as many as make packing worth while and unpacking quick. */
const textsOfBlock = 256
/** Blocks kept unpacked: texts that are read soon after one another mostly came so. */
const openBlocks = 8

/**
 * A long list of short texts that are much like one another, kept packed: a tenth of their size, at the price of unpacking a block of
 * 256 for those that are read far apart.
 */
export class PackedTexts {
  #packed: Uint8Array[] = []
  #last: string[] = []
  #open = new Map<number, string[]>()

  get length(): number {
    return this.#packed.length * textsOfBlock + this.#last.length
  }

  /** Gives the place of the text, by which it is read. */
  add(text: string): number {
    const place = this.length
    this.#last.push(text)
    if (this.#last.length === textsOfBlock) {
      this.#packed.push(deflateSync(strToU8(JSON.stringify(this.#last)), {level: 1}))
      this.#last = []
    }
    return place
  }

  /** Throws a `RangeError` for a place that was not given. */
  get(place: number): string {
    const text = this.#block(Math.floor(place / textsOfBlock))[place % textsOfBlock]
    if (text === undefined) throw new RangeError(`There are ${this.length} texts, and none at ${place}.`)
    return text
  }

  #block(number: number): string[] {
    const packed = this.#packed[number]
    if (!packed) return number === this.#packed.length ? this.#last : []
    const texts = this.#open.get(number) ?? (JSON.parse(strFromU8(inflateSync(packed))) as string[])
    // The one used last stands last.
    this.#open.delete(number)
    this.#open.set(number, texts)
    const [oldest] = this.#open.keys()
    if (this.#open.size > openBlocks && oldest !== undefined) this.#open.delete(oldest)
    return texts
  }
}
