import type {BlockAnnotationProps, Path} from 'sanity'
import {styled} from 'styled-components'
import {useTexts} from '../i18n/use-texts.ts'
import {useSpokenBy} from './article-context.ts'

/** The speaker stands behind the words as generated content: text of its own in the editor would get in the way of the cursor. */
const Spoken = styled.span`
  text-decoration: underline dotted 1px;
  text-underline-offset: 0.2em;
  &[data-changed] {
    background: var(--card-badge-critical-bg-color);
  }
  &::after {
    content: ' [' attr(data-speaker) ']';
    color: var(--card-badge-suggest-fg-color);
    font-size: 0.75em;
  }
  &[data-changed]::after {
    color: var(--card-badge-critical-fg-color);
  }
`

/** Words that somebody said, with their name in place, and a mark when they are not the words that came any more. */
export function QuotationAnnotation(props: BlockAnnotationProps) {
  const texts = useTexts()
  const {quote} = props.value as {quote?: {_ref?: string}}
  const spokenBy = useSpokenBy(quote?._ref)
  const speaker = spokenBy?.speakerName ?? texts('body.quotation.unattributed')
  const isChanged = spokenBy?.state === 'changed'
  const label = isChanged ? `${speaker}: ${texts('body.quotation.changed')}` : speaker
  if (!spokenBy) return props.renderDefault(props)
  return props.renderDefault({
    ...props,
    textElement: (
      <Spoken
        data-block={toBlockKey(props.path)}
        data-changed={isChanged ? '' : undefined}
        data-quote={quote?._ref}
        data-speaker={label}
        data-testid="quotation-in-place"
      >
        {props.textElement}
      </Spoken>
    ),
  })
}

/** The block that an annotation is in: the last segment with a key before its mark. */
function toBlockKey(path: Path): string | undefined {
  const keys = path.flatMap((segment) =>
    typeof segment === 'object' && '_key' in segment ? [segment._key] : [],
  )
  return keys.at(-2)
}
