import {ClockIcon} from '@sanity/icons/Clock'
import {PauseIcon} from '@sanity/icons/Pause'
import {StopIcon} from '@sanity/icons/Stop'
import type {ComponentType} from 'react'
import {pubStatuses} from './choices.ts'

export interface ArticleStatus {
  title: string
  icon: ComponentType
}

const icons: Record<string, ComponentType> = {canceled: StopIcon, withheld: PauseIcon}

/**
 * What an editor must know of an article before opening it: that it is killed, held or embargoed. An embargo that cannot be read holds, as
 * everywhere. Undefined for a story that nothing holds back.
 */
export function toArticleStatus(
  pubStatus: unknown,
  embargoedUntil: unknown,
  now: Date,
): ArticleStatus | undefined {
  const status = pubStatuses.find(({value}) => value === pubStatus)
  const icon = status && icons[status.value]
  if (status && icon) return {title: status.title, icon}
  if (typeof embargoedUntil !== 'string' || embargoedUntil === '') return undefined
  const isOver = new Date(embargoedUntil).getTime() <= now.getTime()
  return isOver ? undefined : {title: 'Embargoed', icon: ClockIcon}
}
