import {useCallback, useEffect, useRef, useState} from 'react'
import {useDocumentOperation, type DocumentActionProps} from 'sanity'
import {untilWordsAreHandedOver} from '../body/waiting-words.tsx'

/**
 * Publishing of what stands in the form at the moment of the click. Studio's own publishing knows nothing of the words that an editor of
 * Portable Text has not handed over yet, so that they stay behind in a new draft; and it waits up to a second for the next time that edits
 * are sent. Here the words are waited for, and sent at once.
 * @param publish what Studio's publish action does when it is chosen
 */
export function usePromptPublish(
  {id, type}: DocumentActionProps,
  publish: (() => void) | undefined | null,
): () => void {
  const {commit} = useDocumentOperation(id, type)
  const [presses, setPresses] = useState(0)
  const latest = useRef({publish, commit})
  useEffect(() => {
    latest.current = {publish, commit}
  })
  // Studio decides between publishing and waiting by what it was last rendered with, so it has to be rendered in between.
  useEffect(() => {
    if (presses > 0) latest.current.publish?.()
  }, [presses])
  return useCallback(() => {
    void untilWordsAreHandedOver().then(() => {
      latest.current.commit.execute()
      setPresses((count) => count + 1)
    })
  }, [])
}
