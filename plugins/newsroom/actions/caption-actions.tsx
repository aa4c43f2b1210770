import {LinkIcon} from '@sanity/icons/Link'
import {SplitVerticalIcon} from '@sanity/icons/SplitVertical'
import {useState} from 'react'
import {useClient, type DocumentActionComponent, type SanityClient, type SanityDocument} from 'sanity'
import {useTexts} from '../i18n/use-texts.ts'
import {newKey} from '../state/new-key.ts'
import {apiVersion, useLiveQuery} from '../live/use-live-query.ts'
import {toReferenceMoves} from '../state/move-references.ts'
import {ChoiceList} from './choice-list.tsx'
import {toDraft} from './in-draft.ts'

interface Caption extends SanityDocument {
  text?: string
  keys?: string[]
}

/** Gives one article a caption of its own; the others keep this one. */
export const SplitCaptionAction: DocumentActionComponent = ({id, draft, published, onComplete}) => {
  const texts = useTexts()
  const client = useClient({apiVersion})
  const [isOpen, setIsOpen] = useState(false)
  const [error, setError] = useState<string | undefined>()
  const articles = useLiveQuery<{_id: string; headline: string | null}[]>(
    isOpen ? '*[_type == "article" && references($captionId)]{_id, headline}' : '[]',
    ['article'],
    {captionId: id},
  )
  const caption = draft ?? published
  const close = () => {
    setIsOpen(false)
    onComplete()
  }
  return {
    label: texts('action.split-caption.label'),
    icon: SplitVerticalIcon,
    disabled: !caption,
    onHandle: () => setIsOpen(true),
    dialog: isOpen && {
      type: 'dialog',
      header: texts('action.split-caption.label'),
      onClose: close,
      content: (
        <ChoiceList
          explanation={texts('action.split-caption.message')}
          none={texts('action.split-caption.none')}
          error={error}
          choices={(articles ?? []).map(({_id, headline}) => ({id: _id, text: headline ?? _id}))}
          onChoose={(articleId) => {
            if (!caption) return
            splitCaption(client, caption, id, articleId).then(close, (reason: Error) =>
              setError(texts('action.split-caption.failed', {message: reason.message})),
            )
          }}
        />
      ),
    },
  }
}

/** Joins another caption of the same picture into this one. */
export const JoinCaptionsAction: DocumentActionComponent = ({id, draft, published, onComplete}) => {
  const texts = useTexts()
  const client = useClient({apiVersion})
  const [isOpen, setIsOpen] = useState(false)
  const [error, setError] = useState<string | undefined>()
  const caption = draft ?? published
  const others = useLiveQuery<{_id: string; text: string | null}[]>(
    isOpen
      ? '*[_type == "imageCaption" && _id != $captionId && count(keys[@ in $keys]) > 0][0...20]{_id, text}'
      : '[]',
    ['imageCaption'],
    {captionId: id, keys: caption?.keys ?? []},
  )
  const close = () => {
    setIsOpen(false)
    onComplete()
  }
  return {
    label: texts('action.join-captions.label'),
    icon: LinkIcon,
    disabled: !caption,
    onHandle: () => setIsOpen(true),
    dialog: isOpen && {
      type: 'dialog',
      header: texts('action.join-captions.label'),
      onClose: close,
      content: (
        <ChoiceList
          explanation={texts('action.join-captions.message')}
          none={texts('action.join-captions.none')}
          error={error}
          choices={(others ?? []).map(({_id, text}) => ({id: _id, text: text ?? _id}))}
          onChoose={(otherId) => {
            joinCaptions(client, id, otherId, [draft?._id, published?._id]).then(close, (reason: Error) =>
              setError(texts('action.join-captions.failed', {message: reason.message})),
            )
          }}
        />
      ),
    },
  }
}

async function splitCaption(
  client: SanityClient,
  caption: Caption,
  captionId: string,
  articleId: string,
): Promise<void> {
  const raw = client.withConfig({perspective: 'raw', useCdn: false})
  const [draft, published] = await raw.getDocuments([`drafts.${articleId}`, articleId])
  const target = toDraft(draft ?? null, published ?? null)
  if (!target) return
  const ownId = `imageCaption-${crypto.randomUUID()}`
  const {_id, _rev, _createdAt, _updatedAt, keys: _keys, fingerprint: _fingerprint, ...content} = caption
  const moves = toReferenceMoves(target.draft, captionId, ownId)
  await raw.mutate(
    [
      {create: {...content, _id: ownId}},
      ...target.mutations,
      {patch: {id: target.draft._id, set: moves}},
    ] as never,
    {tag: 'newsroom.split-caption'},
  )
}

async function joinCaptions(
  client: SanityClient,
  captionId: string,
  otherId: string,
  versions: (string | undefined)[],
): Promise<void> {
  const raw = client.withConfig({perspective: 'raw', useCdn: false})
  const [referring, others] = await Promise.all([
    raw.fetch<SanityDocument[]>('*[references($otherId)]', {otherId}),
    raw.fetch<Caption[]>('*[_id in [$otherId, "drafts." + $otherId]]', {otherId}),
  ])
  const wordings = others.flatMap(({text, alsoSeen}) => [
    ...(text ? [{_type: 'otherWording', _key: newKey(), text}] : []),
    ...((alsoSeen as object[] | undefined) ?? []),
  ])
  await raw.mutate(
    [
      ...referring.map((document) => ({
        patch: {
          id: document._id,
          ifRevisionID: document._rev,
          set: toReferenceMoves(document, otherId, captionId),
        },
      })),
      ...versions.flatMap((version) =>
        version
          ? [
              {
                patch: {
                  id: version,
                  setIfMissing: {alsoSeen: []},
                  insert: {after: 'alsoSeen[-1]', items: wordings},
                },
              },
            ]
          : [],
      ),
      ...others.map(({_id}) => ({delete: {id: _id}})),
    ] as never,
    {tag: 'newsroom.join-captions'},
  )
}
