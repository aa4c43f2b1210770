import {Text} from '@sanity/ui'
import {useTexts} from '../i18n/use-texts.ts'
import {toWordRuns} from '../state/word-changes.ts'

/** The last word of a text has no space behind it, and what was taken out there begins with a word. */
function isJoined(text: string, next: string | undefined): boolean {
  return /[^\s]$/u.test(text) && /^[\p{L}\p{N}]/u.test(next ?? '')
}

/** Two texts in one: what was taken out struck through, what was put in underlined. */
export function WordRuns({before, now}: {before: string; now: string}) {
  const texts = useTexts()
  return (
    <Text size={1} style={{lineHeight: 1.5, overflowWrap: 'anywhere'}}>
      {toWordRuns(before, now).map((run, index, runs) => {
        if (run.kind === 'same')
          return (
            <span key={index}>
              {run.text}
              {isJoined(run.text, runs[index + 1]?.text) && ' '}
            </span>
          )
        if (run.kind === 'inserted')
          return (
            <ins
              key={index}
              title={texts('inspector.copy.inserted')}
              style={{
                background: 'var(--card-badge-positive-bg-color)',
                color: 'var(--card-badge-positive-fg-color)',
              }}
            >
              {run.text}
            </ins>
          )
        return (
          <del
            key={index}
            title={texts('inspector.copy.deleted')}
            style={{
              background: 'var(--card-badge-critical-bg-color)',
              color: 'var(--card-badge-critical-fg-color)',
            }}
          >
            {run.text}
          </del>
        )
      })}
    </Text>
  )
}
