import {enGb} from '../i18n/en-gb.ts'
import type {TextKey} from '../i18n/use-texts.ts'

/** The text for why a line was left out; formats have reasons of their own, which all read as "not the story". */
export function toReasonKey(reason: string | undefined): TextKey {
  const key = `reason.${reason ?? ''}`
  return key in enGb ? (key as TextKey) : 'reason.other'
}
