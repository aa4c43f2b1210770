import {enGb, type MessageKey} from './en-gb.ts'

/** German. */
export const deDe: Record<MessageKey, string> = {...enGb}
