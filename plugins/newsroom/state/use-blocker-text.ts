import {useDateTimeFormat} from 'sanity'
import {useTexts} from '../i18n/use-texts.ts'
import type {Blocker} from './article-state.ts'

/** Says why an article must not be published, in the editor's language and time zone. */
export function useBlockerText(): (blocker: Blocker) => string {
  const texts = useTexts()
  const format = useDateTimeFormat({dateStyle: 'medium', timeStyle: 'short'})
  return (blocker) => {
    if (blocker.kind === 'embargoed') return texts('blocked.embargoed', {time: format.format(blocker.until)})
    if (blocker.kind === 'embargo-unreadable')
      return texts('blocked.embargo-unreadable', {value: blocker.value})
    return texts(`blocked.${blocker.kind}`)
  }
}
