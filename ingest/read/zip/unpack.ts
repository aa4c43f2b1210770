import {Inflate} from 'fflate'
import {joinBytes} from '../encoding/join-bytes.ts'

/** Why a file was not unpacked. */
export type UnpackFailure = 'too-large' | 'damaged'

const pieceBytes = 64 * 1024

/**
 * Unpacks deflated bytes up to `maxBytes`, counting what really comes out: the sizes that an archive gives are never
 * trusted. Damaged data gives `damaged`.
 */
export function unpack(packed: Uint8Array, maxBytes: number): Uint8Array | UnpackFailure {
  const pieces: Uint8Array[] = []
  let total = 0
  const inflate = new Inflate((piece) => {
    total += piece.length
    if (total <= maxBytes) pieces.push(piece)
  })
  try {
    for (let at = 0; at < packed.length; at += pieceBytes) {
      inflate.push(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length)
      if (total > maxBytes) return 'too-large'
    }
  } catch {
    return 'damaged'
  }
  if (total > maxBytes) return 'too-large'
  return joinBytes(pieces, total)
}
