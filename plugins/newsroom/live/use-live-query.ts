import {useEffect, useState} from 'react'
import {listenQuery, useClient} from 'sanity'

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
    const subscription = listenQuery(
      client,
      {fetch, listen: '*[_type in $types]'},
      {...values, types: listened},
      {apiVersion, perspective: 'drafts', throttleTime: 1000, tag: 'newsroom.live'},
    ).subscribe({
      next: (value: Result) => setResult({of: key, value}),
      error: () => setResult(undefined),
    })
    return () => subscription.unsubscribe()
  }, [client, key])
  return result?.of === key ? result.value : undefined
}
