import {Badge, Box, Button, Card, Flex, Inline, Stack, Text, type BadgeTone} from '@sanity/ui'
import {useDateTimeFormat} from 'sanity'
import {IntentLink} from 'sanity/router'
import {useTexts} from '../i18n/use-texts.ts'
import type {ReportLine} from './stored-report.ts'

const tones: Record<string, BadgeTone> = {
  created: 'positive',
  updated: 'positive',
  unchanged: 'default',
  kept: 'caution',
  held: 'caution',
  waiting: 'caution',
  older: 'default',
  failed: 'critical',
}

/** What became of each piece of copy, the latest first, with links to the articles. */
export function ImportReport({lines, onClear}: {lines: ReportLine[]; onClear: () => void}) {
  const texts = useTexts()
  const format = useDateTimeFormat({timeStyle: 'medium'})
  return (
    <Card border padding={4} radius={2} data-testid="import-report">
      <Stack gap={4} aria-live="polite">
        <Flex align="center" justify="space-between">
          <Text as="h2" size={1} weight="semibold">
            {texts('import.report.heading')}
          </Text>
          {lines.length > 0 && (
            <Button
              fontSize={1}
              mode="bleed"
              onClick={onClear}
              padding={2}
              text={texts('import.report.clear')}
            />
          )}
        </Flex>
        {lines.length === 0 && (
          <Text muted size={1}>
            {texts('import.report.empty')}
          </Text>
        )}
        {lines.map((line) => (
          <Stack key={line.id} gap={3} data-testid="report-line" data-outcome={line.outcome}>
            <Flex align="center" gap={3} wrap="wrap">
              <Badge tone={tones[line.outcome] ?? 'default'}>{texts(toOutcomeKey(line.outcome))}</Badge>
              <Text muted size={1}>
                {[
                  format.format(new Date(line.at)),
                  line.fileName ?? texts('import.queue.pasted'),
                  texts('import.report.writes', {count: line.mutations}),
                ].join(' · ')}
              </Text>
            </Flex>
            {line.articles.length > 0 && (
              <Inline gap={3}>
                {line.articles.map(({id, headline}) => (
                  <Text key={id} size={1}>
                    <IntentLink intent="edit" params={{id, type: 'article'}}>
                      {headline ?? texts('import.report.open')}
                    </IntentLink>
                  </Text>
                ))}
              </Inline>
            )}
            {line.messages.slice(0, 5).map((message, index) => (
              <Box key={index} paddingLeft={2}>
                <Text muted size={1}>
                  {message}
                </Text>
              </Box>
            ))}
          </Stack>
        ))}
      </Stack>
    </Card>
  )
}

function toOutcomeKey(outcome: ReportLine['outcome']) {
  return outcome === 'kept' ? 'import.report.held' : (`import.report.${outcome}` as const)
}
