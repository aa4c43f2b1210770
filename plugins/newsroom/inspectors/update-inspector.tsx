import {Text} from '@sanity/ui'
import {getPublishedId, useEditState, type DocumentInspectorProps} from 'sanity'
import type {WaitingUpdate} from '../../../ingest/reconcile/index.ts'
import {useTexts} from '../i18n/use-texts.ts'
import {WaitingChanges} from '../update/waiting-changes.tsx'
import {InspectorFrame} from './inspector-frame.tsx'

/** The update that waits, beside the article that it would change. */
export function UpdateInspector({documentId, documentType, onClose}: DocumentInspectorProps) {
  const texts = useTexts()
  const {draft, published} = useEditState(getPublishedId(documentId), documentType)
  const update = (draft ?? published)?.waitingUpdate as WaitingUpdate | undefined
  return (
    <InspectorFrame
      title={texts('inspector.update.title')}
      description={
        update?.version
          ? texts('action.update.title', {version: update.version})
          : texts('inspector.update.description')
      }
      onClose={onClose}
    >
      {update ? (
        <WaitingChanges update={update} draft={draft} published={published} isNarrow />
      ) : (
        <Text size={1} data-testid="nothing-waits">
          {texts('inspector.update.none')}
        </Text>
      )}
    </InspectorFrame>
  )
}
