import type {DocumentActionComponent} from 'sanity'
import {useNow} from '../live/use-now.ts'
import type {ResolvedOptions} from '../options.ts'
import {findBlockers, type ArticleLike, type Blocker} from '../state/article-state.ts'
import {useBlockerText} from '../state/use-blocker-text.ts'
import {usePromptPublish} from './use-prompt-publish.ts'

const guards = new WeakMap<DocumentActionComponent, DocumentActionComponent>()

/**
 * The publish action, switched off with the reason while the article is killed, held or under embargo; otherwise it publishes what stands
 * in the form when it is chosen, the words typed last among it.
 */
export function toGuardedPublish(
  publish: DocumentActionComponent,
  options: ResolvedOptions['publishing'],
): DocumentActionComponent {
  const known = guards.get(publish)
  if (known) return known
  const GuardedPublish: DocumentActionComponent = (props) => {
    const description = publish(props)
    const now = useNow()
    const toText = useBlockerText()
    const article = (props.version ?? props.draft ?? props.published) as ArticleLike | null
    const blocker = findBlockers(article, now).find((one) => isBlocking(one, options))
    const onHandle = usePromptPublish(props, description?.onHandle)
    if (!description) return description
    if (!blocker) return {...description, onHandle}
    return {...description, disabled: true, title: toText(blocker), tone: 'critical'}
  }
  GuardedPublish.action = 'publish'
  GuardedPublish.displayName = 'GuardedPublish'
  guards.set(publish, GuardedPublish)
  return GuardedPublish
}

/** True when the options let this blocker block. */
export function isBlocking(blocker: Blocker, options: ResolvedOptions['publishing']): boolean {
  if (blocker.kind === 'killed') return options.blockKilled
  if (blocker.kind === 'held') return options.blockHeld
  return options.blockEmbargoed
}
