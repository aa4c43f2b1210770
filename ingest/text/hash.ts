import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'

/** SHA-256 of bytes, as 64 lower-case hex digits. */
export function hashBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}

/**
 * SHA-256 of texts, as the first `digits` hex digits. The parts are kept apart (`["ab","c"]` and `["a","bc"]` differ).
 * Lone surrogates hash as U+FFFD, as any UTF-8 encoder writes them.
 */
export function hashText(parts: string[], digits = 24): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts)))).slice(0, digits)
}

/**
 * A quick 64-bit hash of a text, as 16 hex digits: for keys that need only be stable and unlikely to meet within one document. Not for
 * ids. Two 32-bit lanes, each mixed as in MurmurHash3 (public domain, Austin Appleby).
 */
export function hashQuickly(text: string): string {
  const [one, other] = toLanes(text)
  return toHex(one, 8) + toHex(other, 8)
}

/** The first 40 bits of `hashQuickly`, as a number: many are compared before the few that stay are written with `writeHash`. */
export function hashToNumber(text: string): number {
  const [one, other] = toLanes(text)
  return one * 256 + (other >>> 24)
}

/** A number of `hashToNumber` as the first ten digits of `hashQuickly`. */
export function writeHash(hash: number): string {
  return toHex(hash, 10)
}

function toLanes(text: string): [number, number] {
  let one = 0x9747b28c
  let other = 0x3c6ef372
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    one = Math.imul(one ^ code, 0xcc9e2d51)
    one = (one << 15) | (one >>> 17)
    other = Math.imul(other ^ code, 0x1b873593)
    other = (other << 13) | (other >>> 19)
  }
  return [mix(one ^ text.length), mix(other ^ one)]
}

function mix(lane: number): number {
  let mixed = lane ^ (lane >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  mixed ^= mixed >>> 16
  return mixed >>> 0
}

function toHex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}
