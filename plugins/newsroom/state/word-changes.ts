import {diffWords} from '../../../ingest/reconcile/diff-words.ts'

/** A run of words: in both texts, only in the new one, or only in the old one. White space goes with the word before it. */
export interface WordRun {
  kind: 'same' | 'inserted' | 'deleted'
  text: string
}

/** What became of a text, word by word. */
export function toWordRuns(before: string, after: string): WordRun[] {
  const old = toTokens(before)
  const now = toTokens(after)
  const runs: WordRun[] = []
  const add = (kind: WordRun['kind'], words: string[]) => {
    if (words.length > 0) runs.push({kind, text: words.join('')})
  }
  let at = 0
  for (const hunk of diffWords(old.map(trimmed), now.map(trimmed))) {
    add('same', now.slice(at, hunk.start))
    add('deleted', old.slice(hunk.baseStart, hunk.baseEnd))
    add('inserted', now.slice(hunk.start, hunk.end))
    at = hunk.end
  }
  add('same', now.slice(at))
  return runs
}

/** A word, or a sign, with the white space behind it: a comma that is added changes no word. */
const toTokens = (text: string) =>
  text.match(/(?:[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}])\s*|\s+/gu) ?? []
const trimmed = (token: string) => token.trim()
