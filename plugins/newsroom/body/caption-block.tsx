import {EditIcon} from '@sanity/icons/Edit'
import {ImageIcon} from '@sanity/icons/Image'
import {LinkIcon} from '@sanity/icons/Link'
import {UnlinkIcon} from '@sanity/icons/Unlink'
import {Badge, Box, Button, Card, Flex, Inline, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import {PatchEvent, set, unset, useFormCallbacks, type Path} from 'sanity'
import {IntentLink} from 'sanity/router'
import {useTexts} from '../i18n/use-texts.ts'
import {useLiveQuery} from '../live/use-live-query.ts'

interface CaptionedImageValue {
  image?: {asset?: {_ref?: string}}
  caption?: {_ref?: string}
  override?: string
}

interface FoundCaption {
  caption: {text: string | null; creditLine: string | null; imageUrl: string | null} | null
  /** Articles that show the caption; drafts and their published documents count as one. */
  uses: number
  ownUrl: string | null
}

interface CaptionBlockProps {
  value: CaptionedImageValue
  /** Where the picture is, from the form that is changed: the document, or the body. */
  path: Path
  readOnly: boolean
  /** Opens the form of this picture in this article. */
  onOpen: () => void
  actions: ReactNode
}

const query = `{
  "caption": *[_type == "imageCaption" && _id == $captionId][0]{text, creditLine, "imageUrl": image.asset->url},
  "uses": count(*[_type == "article" && references($captionId)]),
  "ownUrl": *[_id == $assetId][0].url
}`

/** A picture in the body as it will be printed: the picture, its words, its credit, how many articles share them, and what to do about that. */
export function CaptionBlock({value, path, readOnly, onOpen, actions}: CaptionBlockProps) {
  const texts = useTexts()
  const found = useLiveQuery<FoundCaption>(query, ['imageCaption', 'article'], {
    captionId: value.caption?._ref ?? '',
    assetId: value.image?.asset?._ref ?? '',
  })
  const words = value.override ?? found?.caption?.text
  return (
    <Card border radius={2} padding={3} data-testid="caption-block">
      <Flex gap={3}>
        <Picture address={found?.ownUrl ?? found?.caption?.imageUrl ?? null} />
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
              {found && value.caption && (
                <Badge tone={found.uses > 1 ? 'primary' : 'default'} data-testid="caption-uses">
                  {texts('body.caption.used', {count: found.uses})}
                </Badge>
              )}
            </Inline>
            <CaptionChoices
              value={value}
              sharedText={found?.caption?.text ?? null}
              uses={found?.uses ?? 0}
              path={path}
              readOnly={readOnly}
              onOpen={onOpen}
            />
          </Stack>
        </Box>
        {actions}
      </Flex>
    </Card>
  )
}

function Picture({address}: {address: string | null}) {
  const texts = useTexts()
  return (
    <Card radius={2} tone="transparent" style={{width: 120, height: 80, flex: 'none', overflow: 'hidden'}}>
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
  )
}

interface CaptionChoicesProps extends Omit<CaptionBlockProps, 'actions'> {
  sharedText: string | null
  uses: number
}

/** Change the words for everybody, or for this article only, or go back to the shared ones. */
function CaptionChoices({value, sharedText, uses, path, readOnly, onOpen}: CaptionChoicesProps) {
  const texts = useTexts()
  const {onChange} = useFormCallbacks()
  if (!value.caption?._ref || readOnly) return null
  const captionId = value.caption._ref
  return (
    <Inline gap={2} contentEditable={false}>
      <Button
        {...({as: IntentLink, intent: 'edit', params: {id: captionId, type: 'imageCaption'}} as object)}
        fontSize={0}
        icon={EditIcon}
        mode="ghost"
        padding={2}
        text={texts('body.caption.edit-shared', {count: uses})}
      />
      {value.override ? (
        <Button
          fontSize={0}
          icon={LinkIcon}
          mode="ghost"
          onClick={() => onChange(PatchEvent.from(unset([...path, 'override'])))}
          padding={2}
          text={texts('body.caption.attach')}
        />
      ) : (
        <Button
          fontSize={0}
          icon={UnlinkIcon}
          mode="ghost"
          onClick={() => {
            onChange(PatchEvent.from(set(sharedText ?? '', [...path, 'override'])))
            onOpen()
          }}
          padding={2}
          text={texts('body.caption.detach')}
        />
      )}
    </Inline>
  )
}
