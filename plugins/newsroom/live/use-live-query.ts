import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {askWhileChanging} from './ask-while-changing.ts'

/** Of the HTTP API, for every query of the plugin. */
export const apiVersion = '2026-01-01'

/**
 * The result of a query over documents as an editor sees them (drafts in front of published ones), kept up to date while documents of
 * `types` change. Undefined until the first answer, and after an error.
 */
export function useLiveQuery<Result>(
  query: string,
  types: string[],
  params: Record<string, unknown> = {},
): Result | undefined {
  const client = useClient({apiVersion})
  const [result, setResult] = useState<{of: string; value: Result} | undefined>()
  const key = JSON.stringify([query, types, params])
  useEffect(() => {
    const [fetch, listened, values] = JSON.parse(key) as [string, string[], Record<string, string>]
    const ask = () =>
      client.fetch<Result>(fetch, {...values, types: listened}, {perspective: 'drafts', tag: 'newsroom.live'})
    const asking = askWhileChanging(ask, (answer) => setResult(answer && {of: key, ...answer}))
    const listening = client
      .listen(
        '*[_type in $types]',
        {types: listened},
        {
          events: ['welcome', 'mutation', 'reconnect'],
          includeResult: false,
          visibility: 'query',
          tag: 'newsroom.live',
        },
      )
      .subscribe({
        next: ({type}) => {
          if (type !== 'reconnect') asking.note()
        },
        error: () => setResult(undefined),
      })
    return () => {
      listening.unsubscribe()
      asking.stop()
    }
  }, [client, key])
  return result?.of === key ? result.value : undefined
}
