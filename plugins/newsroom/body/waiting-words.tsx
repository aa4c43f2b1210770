import {useEditor} from '@portabletext/editor'
import {useEffect} from 'react'
import type {PortableTextPluginsProps} from 'sanity'

/** Editors that hold words which the form does not know of yet, and who asked to be told when they are handed over. */
const waitingEditors = new Set<object>()
const askers = new Set<() => void>()

/** An editor hands over at the latest a second after it got something. */
const longestMs = 1200

/** What the plugin adds to every Portable Text editor of the Studio: what it holds back is known to `untilWordsAreHandedOver`. */
export function EditorPlugins(props: PortableTextPluginsProps) {
  const editor = useEditor()
  useEffect(() => {
    const handOver = () => {
      waitingEditors.delete(editor)
      if (waitingEditors.size === 0) for (const tell of askers) tell()
    }
    const patches = editor.on('patch', ({patch}) => {
      if (patch.origin === 'local') waitingEditors.add(editor)
    })
    const mutations = editor.on('mutation', handOver)
    return () => {
      patches.unsubscribe()
      mutations.unsubscribe()
      handOver()
    }
  }, [editor])
  return props.renderDefault(props)
}

/**
 * Resolves once the form knows all words. An editor of Portable Text keeps what is typed back until nothing was typed for a quarter of a
 * second, and Studio knows nothing of it until then.
 */
export function untilWordsAreHandedOver(): Promise<void> {
  if (waitingEditors.size === 0) return Promise.resolve()
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      askers.delete(end)
      // The form gets them with the same event: it has them once that is over.
      setTimeout(resolve)
    }
    const timer = setTimeout(end, longestMs)
    askers.add(end)
  })
}
