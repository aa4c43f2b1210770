import {Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import {useTexts} from '../i18n/use-texts.ts'
import {useLiveQuery} from '../live/use-live-query.ts'

interface NewsletterDetails {
  title: string | null
  pitch: string | null
  emailLabel: string | null
  submitLabel: string | null
  consent: string | null
}

const query =
  '*[_type == "newsletterBlock" && _id == $blockId][0]{title, pitch, emailLabel, submitLabel, consent}'

/** A newsletter's sign-up box as the reader sees it. Nothing in it can be used here. */
export function NewsletterBlock({
  value,
  actions,
}: {
  value: {newsletterBlock?: {_ref?: string}}
  actions: ReactNode
}) {
  const texts = useTexts()
  const block = useLiveQuery<NewsletterDetails | null>(query, ['newsletterBlock'], {
    blockId: value.newsletterBlock?._ref ?? '',
  })
  return (
    <Card padding={3} data-testid="newsletter-block">
      <Flex gap={2}>
        <Box flex={1}>
          {block ? (
            <Card
              border
              padding={4}
              radius={2}
              tone="transparent"
              aria-label={texts('body.newsletter.preview')}
            >
              <Stack gap={3}>
                <Text size={2} weight="semibold">
                  {block.title}
                </Text>
                <Text size={1} style={{lineHeight: 1.5}}>
                  {block.pitch}
                </Text>
                <Flex gap={2} inert>
                  <Card border flex={1} padding={3} radius={2} tone="default">
                    <Text muted size={1} textOverflow="ellipsis">
                      {block.emailLabel ?? texts('body.newsletter.email')}
                    </Text>
                  </Card>
                  <Button
                    fontSize={1}
                    text={block.submitLabel ?? texts('body.newsletter.submit')}
                    tone="primary"
                  />
                </Flex>
                {block.consent && (
                  <Text muted size={0}>
                    {block.consent}
                  </Text>
                )}
              </Stack>
            </Card>
          ) : (
            <Text muted size={1}>
              {texts('body.newsletter.none')}
            </Text>
          )}
        </Box>
        {actions}
      </Flex>
    </Card>
  )
}
