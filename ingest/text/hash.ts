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
