import {useEffect, useState} from 'react'
import {toBlockKeys} from '../../../ingest/documents/body.ts'
import {startImportWorker} from '../import-tool/import-worker-client.ts'
import type {CopyLine} from '../import-tool/copy-lines.ts'
import type {ComparedElement} from '../state/compare-bodies.ts'
import type {FieldValues} from '../state/compare-fields.ts'
import {useLiveQuery} from '../live/use-live-query.ts'

interface StoredCopy {
  _id: string
  raw: string | null
  format: string
  fileName: string | null
  receivedAt: string | null
}

/** What the copy of an article says, made again from the copy as it was stored. */
export interface CopyComparison {
  copy: StoredCopy
  /** The lines above the story that this copy makes. */
  fields: FieldValues
  /** The body that this copy makes. */
  body: ComparedElement[]
  lines: CopyLine[]
  /** The key of the body's element that stands before a line of the copy; null before the first. */
  keyBeforeLine: (line: number) => string | null
}

export type ComparisonState = 'none' | 'loading' | 'missing' | 'file' | CopyComparison

/** Reads the copy with this id and makes the article of it anew, in a worker. */
export function useCopyComparison(copyId: string | undefined, articleId: string): ComparisonState {
  const copies = useLiveQuery<StoredCopy[]>(
    '*[_type == "wireCopy" && _id == $copyId]{_id, raw, format, fileName, receivedAt}',
    ['wireCopy'],
    {copyId: copyId ?? ''},
  )
  const copy = copies?.[0]
  const [made, setMade] = useState<{of: string; comparison: CopyComparison} | undefined>()
  // Copy never changes: as a key, its text keeps the worker from starting anew with every answer.
  const key = copy?.raw ? JSON.stringify(copy) : undefined
  useEffect(() => {
    if (key === undefined) return undefined
    const copy = JSON.parse(key) as StoredCopy
    const worker = startImportWorker()
    let isOver = false
    worker
      .ask({
        ask: 'read',
        copyId: copy._id,
        bytes: new TextEncoder().encode(copy.raw ?? ''),
        format: copy.format,
        ...(copy.fileName ? {fileName: copy.fileName} : {}),
      })
      .then((understood) => {
        if (isOver) return
        const index = Math.max(
          0,
          understood.made.articles.findIndex(({_id}) => _id === articleId),
        )
        const article = understood.made.articles[index]
        const blocks = understood.items[index]?.arranged.body ?? []
        const keys = toBlockKeys(blocks)
        const places = blocks.flatMap((block, at) =>
          block.at?.line === undefined || block.furniture ? [] : [{line: block.at.line, key: keys[at] ?? ''}],
        )
        setMade({
          of: copy._id,
          comparison: {
            copy,
            fields: {headline: article?.headline, standfirst: article?.standfirst, byline: article?.byline},
            body: (article?.body ?? []) as unknown as ComparedElement[],
            lines: understood.lines,
            keyBeforeLine: (line) => places.findLast((place) => place.line < line)?.key ?? null,
          },
        })
      })
      .catch(() => undefined)
    return () => {
      isOver = true
      worker.end()
    }
  }, [key, articleId])
  if (!copyId) return 'none'
  if (!copies) return 'loading'
  if (!copy) return 'missing'
  if (!copy.raw) return 'file'
  return made?.of === copy._id ? made.comparison : 'loading'
}
