import {useTranslation} from 'sanity'
import type {MessageKey} from './en-gb.ts'
import {newsroomNamespace} from './namespace.ts'

type Base<Key extends string> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key
/** A text's key; the ones that count leave out the `_one` and `_other`. */
export type TextKey = Base<MessageKey>
export type Texts = (key: TextKey, values?: Record<string, string | number>) => string

/** The plugin's texts in the language of the Studio. */
export function useTexts(): Texts {
  const {t} = useTranslation(newsroomNamespace)
  return (key, values) => t(key, values ?? {})
}
