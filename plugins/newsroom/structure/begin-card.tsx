import {DownloadIcon} from '@sanity/icons/Download'
import {Button, Card, Stack, Text} from '@sanity/ui'
import {useWorkspace} from 'sanity'
import {useRouter} from 'sanity/router'
import {useTexts} from '../i18n/use-texts.ts'

/** Where to begin in a newsroom that has nothing yet: at the Import tool, where there is one. */
export function BeginCard() {
  const texts = useTexts()
  const {basePath, tools} = useWorkspace()
  const {navigateUrl} = useRouter()
  if (!tools.some(({name}) => name === 'import')) return null
  return (
    <Card padding={4} border radius={2} marginX={3} marginTop={2} data-testid="newsroom-begin">
      <Stack gap={4}>
        <Text size={1} muted>
          {texts('list.begin')}
        </Text>
        <Button
          icon={DownloadIcon}
          mode="ghost"
          onClick={() => navigateUrl({path: `${basePath.replace(/\/$/, '')}/import`})}
          text={texts('list.begin.import')}
        />
      </Stack>
    </Card>
  )
}
