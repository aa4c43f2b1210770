import type {BadgeTone} from '@sanity/ui'
import type {LineKind} from './copy-lines.ts'

/** The colour of each kind of line; its name stands beside it, so that nothing is said by colour alone. */
export const kindTones: Record<LineKind, BadgeTone> = {
  headline: 'primary',
  byline: 'primary',
  dateline: 'primary',
  standfirst: 'primary',
  paragraph: 'default',
  crosshead: 'default',
  blockQuote: 'default',
  listItem: 'default',
  preformatted: 'default',
  table: 'default',
  embed: 'default',
  image: 'positive',
  separator: 'default',
  caption: 'positive',
  newsletter: 'suggest',
  furniture: 'caution',
  blank: 'default',
}
