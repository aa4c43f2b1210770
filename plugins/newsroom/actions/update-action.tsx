import {SyncIcon} from '@sanity/icons/Sync'
import {useState} from 'react'
import type {DocumentActionComponent} from 'sanity'
import type {WaitingUpdate} from '../../../ingest/reconcile/index.ts'
import {useTexts} from '../i18n/use-texts.ts'
import {WaitingChanges} from '../update/waiting-changes.tsx'

/** Shows the changes of a waiting update, to take or to leave. */
export const UpdateAction: DocumentActionComponent = ({draft, published, onComplete}) => {
  const texts = useTexts()
  const [isOpen, setIsOpen] = useState(false)
  const update = (draft ?? published)?.waitingUpdate as WaitingUpdate | undefined
  if (!update) return null
  return {
    label: texts('action.update.label'),
    icon: SyncIcon,
    tone: 'caution',
    onHandle: () => setIsOpen(true),
    dialog: isOpen && {
      type: 'dialog',
      width: 'large',
      header: update.version
        ? texts('action.update.title', {version: update.version})
        : texts('action.update.title-plain'),
      onClose: () => {
        setIsOpen(false)
        onComplete()
      },
      content: <WaitingChanges update={update} draft={draft} published={published} />,
    },
  }
}
