import type {Reader} from './reader.ts'
import {textReader} from './text/index.ts'

/** Every format, the surest detections first. Adding one is a folder here, a line here and a fixture. */
export const readers: readonly Reader[] = [textReader]
