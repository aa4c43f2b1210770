import {Card, Stack, Text} from '@sanity/ui'

interface ChoiceListProps {
  explanation: string
  /** Shown when there is nothing to choose. */
  none: string
  choices: {id: string; text: string}[]
  error: string | undefined
  onChoose: (id: string) => void
}

/** A dialog's list of things to choose one of. */
export function ChoiceList({explanation, none, choices, error, onChoose}: ChoiceListProps) {
  return (
    <Stack gap={4}>
      <Text muted size={1}>
        {choices.length > 0 ? explanation : none}
      </Text>
      {error && (
        <Card padding={3} radius={2} role="alert" tone="critical">
          <Text size={1}>{error}</Text>
        </Card>
      )}
      <Stack as="ul" gap={2}>
        {choices.map((choice) => (
          <li key={choice.id} style={{listStyle: 'none'}}>
            <Card border radius={2}>
              <Card
                {...({as: 'button', type: 'button', onClick: () => onChoose(choice.id)} as object)}
                padding={3}
                radius={2}
                style={{width: '100%', textAlign: 'start'}}
                data-testid="choice"
              >
                <Text size={1} style={{lineHeight: 1.5}}>
                  {choice.text}
                </Text>
              </Card>
            </Card>
          </li>
        ))}
      </Stack>
    </Stack>
  )
}
