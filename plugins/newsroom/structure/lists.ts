import {ArchiveIcon} from '@sanity/icons/Archive'
import {BellIcon} from '@sanity/icons/Bell'
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {CircleIcon} from '@sanity/icons/Circle'
import {ClockIcon} from '@sanity/icons/Clock'
import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {CopyIcon} from '@sanity/icons/Copy'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {DoubleQuoteIcon} from '@sanity/icons/DoubleQuote'
import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {EditIcon} from '@sanity/icons/Edit'
import {EnvelopeIcon} from '@sanity/icons/Envelope'
import {ErrorOutlineIcon} from '@sanity/icons/ErrorOutline'
import {EyeClosedIcon} from '@sanity/icons/EyeClosed'
import {ImagesIcon} from '@sanity/icons/Images'
import {InboxIcon} from '@sanity/icons/Inbox'
import {PauseIcon} from '@sanity/icons/Pause'
import {PublishIcon} from '@sanity/icons/Publish'
import {StopIcon} from '@sanity/icons/Stop'
import {TagIcon} from '@sanity/icons/Tag'
import {ThListIcon} from '@sanity/icons/ThList'
import {UnknownIcon} from '@sanity/icons/Unknown'
import {UnlinkIcon} from '@sanity/icons/Unlink'
import {UserIcon} from '@sanity/icons/User'
import {UsersIcon} from '@sanity/icons/Users'
import type {SanityClient, SortOrderingItem} from 'sanity'
import type {ComponentType} from 'react'
import type {TextKey} from '../i18n/use-texts.ts'
import {findChangedQuoteIds, findSimilarCaptionIds, findUnusedCaptionIds, type FoundIds} from './find-ids.ts'

/** A list of documents, by what GROQ can say of them or by ids that must be worked out. */
export interface DocumentsList {
  id: string
  title: TextKey
  values?: Record<string, string | number>
  icon: ComponentType
  type: string
  /** GROQ, over documents as an editor sees them: `_originalId` tells drafts from published ones. */
  filter?: string
  params?: Record<string, string | number>
  ordering?: SortOrderingItem[]
  /** Works the ids out when the list is opened; such a list has no live count. */
  find?: (client: SanityClient) => Promise<FoundIds>
}

/** A list of lists. `by` makes one of each value that documents have. */
export interface ListsList {
  id: string
  title: TextKey
  icon: ComponentType
  lists: NewsroomList[]
  by?: 'provider' | 'speaker'
  /** The type whose documents its count counts. */
  counts?: string
}

export type NewsroomList = DocumentsList | ListsList

const isDraft = '_originalId in path("drafts.**")'
const isUsable = 'coalesce(wire.pubStatus, "usable") == "usable"'
const isEmbargoed =
  'defined(wire.embargoedUntil) && coalesce(dateTime(wire.embargoedUntil) > dateTime(now()), true)'
const newestCopy: SortOrderingItem[] = [{field: 'receivedAt', direction: 'desc'}]
const newestArticle: SortOrderingItem[] = [{field: '_updatedAt', direction: 'desc'}]

const article = (id: string, title: TextKey, icon: ComponentType, filter?: string): DocumentsList => ({
  id,
  title,
  icon,
  type: 'article',
  ordering: newestArticle,
  ...(filter ? {filter} : {}),
})
const copy = (
  id: string,
  title: TextKey,
  icon: ComponentType,
  filter?: string,
  params?: DocumentsList['params'],
): DocumentsList => ({
  id,
  title,
  icon,
  type: 'wireCopy',
  ordering: newestCopy,
  ...(filter ? {filter} : {}),
  ...(params ? {params} : {}),
})

/** The lists of a newsroom. Copy counts as new for `newHours`. */
export function toNewsroomLists(newHours: number): ListsList {
  const urgencies = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((urgency): DocumentsList => ({
    ...article(`urgency-${urgency}`, 'structure.wire.urgency', BellIcon, `wire.urgency == ${urgency}`),
    values: {urgency},
  }))
  return {
    id: 'newsroom',
    title: 'structure.title',
    icon: ThListIcon,
    lists: [
      {
        id: 'wire',
        title: 'structure.wire',
        icon: EarthGlobeIcon,
        counts: 'wireCopy',
        lists: [
          copy(
            'new',
            'structure.wire.new',
            InboxIcon,
            'outcome == "imported" && dateTime(receivedAt) > dateTime(now()) - $newSeconds',
            {newSeconds: newHours * 3600},
          ),
          article('updates', 'structure.wire.updates', BellIcon, 'defined(waitingUpdate)'),
          article('held', 'structure.wire.held', PauseIcon, 'wire.pubStatus == "withheld"'),
          article('killed', 'structure.wire.killed', StopIcon, 'wire.pubStatus == "canceled"'),
          copy('failed', 'structure.wire.failed', ErrorOutlineIcon, 'outcome == "failed"'),
          copy('all-copy', 'structure.wire.all', ArchiveIcon),
          {id: 'by-provider', title: 'structure.wire.by-provider', icon: TagIcon, lists: [], by: 'provider'},
          {id: 'by-urgency', title: 'structure.wire.by-urgency', icon: BellIcon, lists: urgencies},
        ],
      },
      {
        id: 'articles',
        title: 'structure.articles',
        icon: DocumentTextIcon,
        counts: 'article',
        lists: [
          article('revision', 'structure.articles.revision', EditIcon, isDraft),
          article('embargoed', 'structure.articles.embargoed', ClockIcon, isEmbargoed),
          article(
            'ready',
            'structure.articles.ready',
            CheckmarkCircleIcon,
            `${isDraft} && ${isUsable} && !(${isEmbargoed}) && !defined(waitingUpdate) && defined(headline) && count(body) > 0`,
          ),
          article('published', 'structure.articles.published', PublishIcon, `!(${isDraft})`),
          article('articles-killed', 'structure.articles.killed', StopIcon, 'wire.pubStatus == "canceled"'),
          article('all-articles', 'structure.articles.all', DocumentTextIcon),
        ],
      },
      {
        id: 'captions',
        title: 'structure.captions',
        icon: ImagesIcon,
        counts: 'imageCaption',
        lists: [
          {id: 'all-captions', title: 'structure.captions.all', icon: ImagesIcon, type: 'imageCaption'},
          {
            id: 'no-alt',
            title: 'structure.captions.no-alt',
            icon: EyeClosedIcon,
            type: 'imageCaption',
            filter: '!defined(altText)',
          },
          {
            id: 'no-credit',
            title: 'structure.captions.no-credit',
            icon: CircleIcon,
            type: 'imageCaption',
            filter: '!defined(creditLine)',
          },
          {
            id: 'similar',
            title: 'structure.captions.similar',
            icon: CopyIcon,
            type: 'imageCaption',
            ordering: [{field: 'text', direction: 'asc'}],
            find: findSimilarCaptionIds,
          },
          {
            id: 'unused',
            title: 'structure.captions.unused',
            icon: UnlinkIcon,
            type: 'imageCaption',
            find: findUnusedCaptionIds,
          },
        ],
      },
      {
        id: 'quotes',
        title: 'structure.quotes',
        icon: DoubleQuoteIcon,
        counts: 'quote',
        lists: [
          {id: 'by-speaker', title: 'structure.quotes.by-speaker', icon: UserIcon, lists: [], by: 'speaker'},
          {
            id: 'unattributed',
            title: 'structure.quotes.unattributed',
            icon: UnknownIcon,
            type: 'quote',
            filter: '!defined(speaker) && !defined(speakerName)',
          },
          {
            id: 'changed',
            title: 'structure.quotes.changed',
            icon: CloseCircleIcon,
            type: 'quote',
            find: findChangedQuoteIds,
          },
          {id: 'all-quotes', title: 'structure.quotes.all', icon: DoubleQuoteIcon, type: 'quote'},
        ],
      },
      {id: 'newsletters', title: 'structure.newsletters', icon: EnvelopeIcon, type: 'newsletterBlock'},
      {
        id: 'people',
        title: 'structure.people',
        icon: UsersIcon,
        type: 'person',
        ordering: [{field: 'name', direction: 'asc'}],
      },
    ],
  }
}
