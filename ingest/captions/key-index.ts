/**
 * From 48-bit keys (12 hex digits) to the groups that carry them, newest first, in typed arrays: a million captions carry
 * millions of keys, and a map of arrays for them would not fit. Open addressing, doubled when two thirds full.
 */
export class KeyIndex {
  #keys = new Float64Array(64)
  #heads = new Int32Array(64).fill(-1)
  #used = 0
  #groups = new Int32Array(64)
  #next = new Int32Array(64)
  #links = 0

  /** Up to `limit` groups under `key`, newest first. */
  newest(key: string, limit: number): number[] {
    const found: number[] = []
    let link = this.#heads[this.#slot(Number.parseInt(key, 16))] as number
    while (link >= 0 && found.length < limit) {
      found.push(this.#groups[link] as number)
      link = this.#next[link] as number
    }
    return found
  }

  add(key: string, group: number): void {
    if (this.#used * 3 > this.#keys.length * 2) this.#grow()
    const number = Number.parseInt(key, 16)
    const slot = this.#slot(number)
    const head = this.#heads[slot] as number
    if (head >= 0 && this.#groups[head] === group) return
    if (head < 0) {
      this.#keys[slot] = number
      this.#used += 1
    }
    if (this.#links === this.#groups.length) {
      this.#groups = widened(this.#groups)
      this.#next = widened(this.#next)
    }
    this.#groups[this.#links] = group
    this.#next[this.#links] = head
    this.#heads[slot] = this.#links
    this.#links += 1
  }

  #slot(key: number): number {
    const mask = this.#keys.length - 1
    let slot =
      (Math.imul(key >>> 0, 0x9e_37_79_b1) ^ Math.imul(Math.floor(key / 0x1_00_00_00_00), 0x85_eb_ca_6b)) >>>
      7
    slot &= mask
    while ((this.#heads[slot] as number) >= 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const keys = this.#keys
    const heads = this.#heads
    this.#keys = new Float64Array(keys.length * 2)
    this.#heads = new Int32Array(keys.length * 2).fill(-1)
    for (const [index, key] of keys.entries()) {
      const head = heads[index] as number
      if (head < 0) continue
      const slot = this.#slot(key)
      this.#keys[slot] = key
      this.#heads[slot] = head
    }
  }
}

function widened(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const wide = new Int32Array(array.length * 2)
  wide.set(array)
  return wide
}
