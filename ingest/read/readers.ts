import {anpa1312Reader} from './anpa1312/anpa1312-reader.ts'
import {iptc7901Reader} from './iptc7901/iptc7901-reader.ts'
import type {Reader} from './reader.ts'
import {textReader} from './text/index.ts'

/** Every format; the surest claim wins, the earlier at a tie. Adding one is a folder here, a line here and a fixture. */
export const readers: readonly Reader[] = [anpa1312Reader, iptc7901Reader, textReader]
