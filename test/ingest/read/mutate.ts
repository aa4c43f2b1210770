/** A generator of numbers from 0 up to, not including, 1; the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Copy with some damage: bytes changed, pieces cut out, doubled, moved or filled with one byte. */
export function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  let result: Uint8Array = bytes.slice()
  const rounds = 1 + Math.floor(random() * 6)
  for (let round = 0; round < rounds; round++) {
    const at = Math.floor(random() * result.length)
    const length = Math.floor(random() * Math.min(200, result.length - at))
    const kind = Math.floor(random() * 6)
    if (kind === 0) result[at] = Math.floor(random() * 256)
    else if (kind === 1) result = join(result.subarray(0, at), result.subarray(at + length))
    else if (kind === 2)
      result = join(
        result.subarray(0, at + length),
        result.subarray(at, at + length),
        result.subarray(at + length),
      )
    else if (kind === 3) result.fill(Math.floor(random() * 256), at, at + length)
    else if (kind === 4) result = join(result.subarray(at), result.subarray(0, at))
    else result = result.slice(0, at + 1)
  }
  return result
}

function join(...pieces: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((total, piece) => total + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    joined.set(piece, at)
    at += piece.length
  }
  return joined
}
