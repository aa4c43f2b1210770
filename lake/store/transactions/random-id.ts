import {randomBytes, randomFillSync} from 'node:crypto'

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Random bytes at hand: to ask for a few costs as much as for many. */
const pool = Buffer.alloc(4096)
let used = pool.length

function nextByte(): number {
  if (used >= pool.length) {
    randomFillSync(pool)
    used = 0
  }
  return pool[used++]!
}

/** 22 letters and digits, as the hosted lake's transaction ids have. */
export function newRandomId(): string {
  let id = ''
  while (id.length < 22) {
    const byte = nextByte()
    // 248 is the last multiple of 62 in a byte: larger ones would favour some letters.
    if (byte < 248) id += letters[byte % 62]
  }
  return id
}

/** 12 hexadecimal digits, as Studio makes for array items. */
export function newRandomKey(): string {
  return randomBytes(6).toString('hex')
}
