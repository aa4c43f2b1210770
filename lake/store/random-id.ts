import {randomBytes} from 'node:crypto'

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** 22 letters and digits, as the hosted lake's transaction ids have. */
export function newRandomId(): string {
  let id = ''
  while (id.length < 22) {
    // 248 is the last multiple of 62 in a byte: larger ones would favour some letters.
    for (const byte of randomBytes(32)) if (byte < 248 && id.length < 22) id += letters[byte % 62]
  }
  return id
}

/** 12 hexadecimal digits, as Studio makes for array items. */
export function newRandomKey(): string {
  return randomBytes(6).toString('hex')
}
