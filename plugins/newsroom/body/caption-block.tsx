import {ImageIcon} from '@sanity/icons/Image'
import {Badge, Box, Card, Flex, Inline, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import {useTexts} from '../i18n/use-texts.ts'
import {useLiveQuery} from '../live/use-live-query.ts'

interface CaptionedImageValue {
  image?: {asset?: {_ref?: string}}
  caption?: {_ref?: string}
  override?: string
}

interface CaptionDetails {
  text: string | null
  creditLine: string | null
  imageUrl: string | null
  uses: number
}

const query = `{
  "caption": *[_type == "imageCaption" && _id == $captionId][0]{text, creditLine, "imageUrl": image.asset->url},
  "uses": count(*[_type == "article" && references($captionId)]),
  "ownUrl": *[_id == $assetId][0].url
}`

/** A picture in the body as it will be printed: the picture, its words, its credit, and how many articles share them. */
export function CaptionBlock({value, actions}: {value: CaptionedImageValue; actions: ReactNode}) {
  const texts = useTexts()
  const found = useLiveQuery<{
    caption: Omit<CaptionDetails, 'uses'> | null
    uses: number
    ownUrl: string | null
  }>(query, ['imageCaption', 'article'], {
    captionId: value.caption?._ref ?? '',
    assetId: value.image?.asset?._ref ?? '',
  })
  const address = found?.ownUrl ?? found?.caption?.imageUrl
  const words = value.override ?? found?.caption?.text
  return (
    <Card padding={3} data-testid="caption-block">
      <Flex gap={3}>
        <Card
          radius={2}
          tone="transparent"
          style={{width: 120, height: 80, flex: 'none', overflow: 'hidden'}}
        >
          {address ? (
            <img
              src={`${address}?w=240&h=160&fit=crop`}
              alt=""
              width={120}
              height={80}
              style={{objectFit: 'cover'}}
            />
          ) : (
            <Flex align="center" direction="column" gap={2} height="fill" justify="center">
              <Text muted size={2}>
                <ImageIcon />
              </Text>
              <Text muted size={0}>
                {texts('body.caption.no-picture')}
              </Text>
            </Flex>
          )}
        </Card>
        <Box flex={1}>
          <Stack gap={3}>
            <Text size={1} style={{lineHeight: 1.5}}>
              {words ?? texts('body.caption.none')}
            </Text>
            <Inline gap={2}>
              <Badge tone={found?.caption?.creditLine ? 'default' : 'caution'}>
                {found?.caption?.creditLine ?? texts('body.caption.no-credit')}
              </Badge>
              {value.override && <Badge tone="suggest">{texts('body.caption.own-words')}</Badge>}
              {found && value.caption && !value.override && (
                <Badge tone={found.uses > 1 ? 'primary' : 'default'}>
                  {texts('body.caption.used', {count: found.uses})}
                </Badge>
              )}
            </Inline>
          </Stack>
        </Box>
        {actions}
      </Flex>
    </Card>
  )
}
