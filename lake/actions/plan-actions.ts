import {LakeError, type Mutation} from '../store/index.ts'
import type {Action, ActionContext, ActionPlanner} from './action.ts'
import {documentActions} from './document-actions.ts'
import {releaseActions} from './release-actions.ts'
import {versionActions} from './version-actions.ts'

const planners: Record<string, ActionPlanner> = {...documentActions, ...versionActions, ...releaseActions}

/** The mutations of actions, one by one: each action sees what the ones before it have made. */
export function* planActions(
  actions: readonly Action[],
  context: ActionContext,
  onAction: (index: number) => void,
): Generator<Mutation> {
  // Documents that these actions make are not in the store's list of ids yet.
  const made = new Set<string>()
  const idsUnder = (prefix: string) =>
    [...new Set([...context.idsUnder(prefix), ...[...made].filter((id) => id.startsWith(prefix))])].toSorted()
  for (const [index, action] of actions.entries()) {
    onAction(index)
    const planner = Object.hasOwn(planners, String(action?.actionType))
      ? planners[action.actionType]
      : undefined
    if (!planner) {
      throw new LakeError({
        status: 400,
        type: 'invalidActionError',
        description: `Unknown action "${String(action?.actionType).slice(0, 80)}". Known: ${Object.keys(planners).join(', ')}`,
      })
    }
    for (const mutation of planner(action, {...context, idsUnder})) {
      const id = (mutation.create ?? mutation.createIfNotExists ?? mutation.createOrReplace)?._id
      if (id) made.add(id)
      yield mutation
    }
  }
}
