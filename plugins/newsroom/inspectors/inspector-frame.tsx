import {Box, Flex, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import {DocumentInspectorHeader} from 'sanity/structure'
import {useTexts} from '../i18n/use-texts.ts'

interface InspectorFrameProps {
  title: string
  description: string
  onClose: () => void
  children: ReactNode
}

/** The header of an inspector and its content, which scrolls. */
export function InspectorFrame({title, description, onClose, children}: InspectorFrameProps) {
  const texts = useTexts()
  return (
    <Flex direction="column" height="fill" data-testid="inspector">
      <DocumentInspectorHeader
        as="header"
        closeButtonLabel={texts('inspector.close')}
        flex="none"
        onClose={onClose}
        title={title}
      />
      <Box flex={1} overflow="auto" padding={4}>
        <Stack gap={4}>
          <Text muted size={1}>
            {description}
          </Text>
          {children}
        </Stack>
      </Box>
    </Flex>
  )
}
