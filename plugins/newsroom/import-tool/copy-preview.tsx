import {Badge, Box, Card, Flex, Grid, Select, Stack, Text} from '@sanity/ui'
import {useState, type ReactNode} from 'react'
import {useTexts} from '../i18n/use-texts.ts'
import type {CopyLine} from './copy-lines.ts'
import {correctableKinds, type CorrectableKind, type Corrections} from './correct-item.ts'
import {kindTones} from './kind-tones.ts'
import {toReasonKey} from './reason-text.ts'

/** Lines shown; the rest of a very long copy is imported all the same. */
const maxLines = 1500

interface CopyPreviewProps {
  lines: CopyLine[]
  corrections: Corrections
  /** Undefined when this copy cannot be corrected line by line. */
  onCorrect: ((line: number, kind: CorrectableKind) => void) | undefined
}

/** The copy line by line, coloured and named by what each became; a line that is clicked can be made something else. */
export function CopyPreview({lines, corrections, onCorrect}: CopyPreviewProps) {
  const texts = useTexts()
  const [activeLine, setActiveLine] = useState<number | undefined>()
  const shown = lines.slice(0, maxLines).filter(({kind}) => kind !== 'blank')
  if (lines.length === 0)
    return (
      <Box padding={3}>
        <Text muted size={1}>
          {texts('import.copy.binary')}
        </Text>
      </Box>
    )
  return (
    <Stack as="ol" gap={1} data-testid="copy-lines">
      {shown.map((line) => (
        <li key={line.line} style={{listStyle: 'none'}}>
          <LineRow
            line={line}
            isActive={line.line === activeLine}
            isCorrected={line.line in corrections}
            onActivate={onCorrect && (() => setActiveLine(line.line === activeLine ? undefined : line.line))}
            onCorrect={(kind) => {
              onCorrect?.(line.line, kind)
              setActiveLine(undefined)
            }}
          />
        </li>
      ))}
      {lines.length > maxLines && (
        <Box padding={3}>
          <Text muted size={1}>
            {texts('import.copy.more', {count: lines.length - maxLines})}
          </Text>
        </Box>
      )}
    </Stack>
  )
}

interface LineRowProps {
  line: CopyLine
  isActive: boolean
  isCorrected: boolean
  onActivate: (() => void) | undefined
  onCorrect: (kind: CorrectableKind) => void
}

function LineRow({line, isActive, isCorrected, onActivate, onCorrect}: LineRowProps) {
  const texts = useTexts()
  const tone = kindTones[line.kind]
  const kindName = texts(`kind.${line.kind}`)
  const reasonKey = line.kind === 'furniture' ? toReasonKey(line.reason) : undefined
  const button = onActivate
    ? ({as: 'button', type: 'button', onClick: onActivate, 'aria-expanded': isActive} as object)
    : {}
  return (
    <Card border={isActive} radius={2} tone={tone} data-kind={line.kind} data-line={line.line}>
      <Card
        {...button}
        padding={2}
        radius={2}
        tone="inherit"
        style={{textAlign: 'start', width: '100%', background: 'transparent'}}
        title={onActivate && texts('import.copy.change', {line: line.line})}
      >
        <Flex gap={3} align="flex-start">
          <Box style={{width: '2.2em', flex: 'none'}}>
            <Text align="right" muted size={0} style={{paddingTop: 4}}>
              {line.line}
            </Text>
          </Box>
          <Flex flex={1} gap={3} wrap="wrap">
            <Box style={{flex: '1 1 14em', minWidth: 0}}>
              <Text
                size={1}
                weight={line.kind === 'headline' || line.kind === 'crosshead' ? 'semibold' : undefined}
                muted={line.kind === 'furniture'}
                style={{overflowWrap: 'anywhere', lineHeight: 1.5}}
              >
                <SpokenText line={line} />
              </Text>
            </Box>
            <Stack gap={2} style={{width: '8.5em', flex: 'none', paddingTop: 2}}>
              <Box>
                <Badge tone={tone} fontSize={0}>
                  {kindName}
                </Badge>
              </Box>
              {reasonKey && (
                <Text muted size={0}>
                  {texts(reasonKey)}
                </Text>
              )}
              {isCorrected && (
                <Text muted size={0}>
                  {texts('import.copy.changed')}
                </Text>
              )}
            </Stack>
          </Flex>
        </Flex>
      </Card>
      {isActive && (
        <Grid gridTemplateColumns={1} paddingX={2} paddingBottom={2}>
          <Select
            autoFocus
            fontSize={1}
            aria-label={texts('import.copy.change', {line: line.line})}
            value={line.kind}
            onChange={(event) => onCorrect(event.currentTarget.value as CorrectableKind)}
          >
            {!correctableKinds.some((kind) => kind === line.kind) && (
              <option value={line.kind}>{kindName}</option>
            )}
            {correctableKinds.map((kind) => (
              <option key={kind} value={kind}>
                {texts(`kind.${kind}`)}
              </option>
            ))}
          </Select>
        </Grid>
      )}
    </Card>
  )
}

function SpokenText({line}: {line: CopyLine}) {
  const texts = useTexts()
  const parts: ReactNode[] = []
  let at = 0
  for (const [index, {start, end, speakerName}] of line.spoken.entries()) {
    if (start < at) continue
    const speaker = speakerName ?? texts('import.documents.unattributed')
    parts.push(
      line.text.slice(at, start),
      <mark
        key={index}
        title={texts('body.quotation.speaker', {speaker})}
        style={{background: 'var(--card-badge-suggest-bg-color)', color: 'inherit', borderRadius: 2}}
      >
        {line.text.slice(start, end)}
      </mark>,
      <span
        key={`${index}-speaker`}
        style={{color: 'var(--card-badge-suggest-fg-color)', fontSize: '0.8em', paddingInlineStart: '0.3em'}}
      >
        [{speaker}]
      </span>,
    )
    at = end
  }
  parts.push(line.text.slice(at))
  return <>{parts}</>
}
