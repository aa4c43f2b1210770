import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {DoubleQuoteIcon} from '@sanity/icons/DoubleQuote'
import {EnvelopeIcon} from '@sanity/icons/Envelope'
import {ImageIcon} from '@sanity/icons/Image'
import {UsersIcon} from '@sanity/icons/Users'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Badge, Box, Card, Flex, Heading, Inline, Stack, Text} from '@sanity/ui'
import type {ComponentType, ReactNode} from 'react'
import type {
  ArticleDocument,
  BodyElement,
  MadeDocuments,
  QuoteDocument,
} from '../../../ingest/documents/index.ts'
import {useTexts} from '../i18n/use-texts.ts'

/** Paragraphs shown of each article; all of them are imported. */
const maxBlocks = 60

/** What an import would make: each article as it will read, then its captions, quotes, newsletter blocks and people. */
export function DocumentsPreview({made}: {made: MadeDocuments}) {
  const texts = useTexts()
  const of = <Type extends string>(type: Type) =>
    made.supporting.filter((document) => document._type === type)
  const captions = made.supporting.filter((document) => document._type === 'imageCaption')
  const quotes = made.supporting.filter((document) => document._type === 'quote')
  const newsletters = made.supporting.filter((document) => document._type === 'newsletterBlock')
  const people = made.supporting.filter((document) => document._type === 'person')
  const findings = made.wireCopy.findings.filter(({severity}) => severity !== 'info')
  return (
    <Stack gap={4} data-testid="made-documents">
      {made.articles.length === 0 && (
        <Card padding={3} radius={2} tone="caution">
          <Text size={1}>{texts('import.documents.none')}</Text>
        </Card>
      )}
      {made.articles.slice(0, 20).map((article) => (
        <ArticlePreview key={article._id} article={article} />
      ))}
      {captions.length > 0 && (
        <Group
          icon={ImageIcon}
          title={texts('import.documents.captions', {count: of('imageCaption').length})}
        >
          {captions.map((caption) => (
            <Stack key={caption._id} gap={2} data-testid="made-caption">
              <Text size={1}>{caption.text}</Text>
              <Inline gap={2}>
                <Badge tone="positive">
                  {texts('import.documents.printed', {count: caption.occurrences})}
                </Badge>
                {caption.creditLine && <Badge>{caption.creditLine}</Badge>}
              </Inline>
            </Stack>
          ))}
        </Group>
      )}
      {quotes.length > 0 && (
        <Group icon={DoubleQuoteIcon} title={texts('import.documents.quotes', {count: quotes.length})}>
          {quotes.map((quote) => (
            <QuotePreview key={quote._id} quote={quote} />
          ))}
        </Group>
      )}
      {newsletters.length > 0 && (
        <Group icon={EnvelopeIcon} title={texts('import.documents.newsletters', {count: newsletters.length})}>
          {newsletters.map((block) => (
            <Stack key={block._id} gap={2} data-testid="made-newsletter">
              <Text size={1} weight="medium">
                {block.title}
              </Text>
              <Text size={1}>{block.pitch}</Text>
            </Stack>
          ))}
        </Group>
      )}
      {people.length > 0 && (
        <Group icon={UsersIcon} title={texts('import.documents.people', {count: people.length})}>
          <Text size={1}>{people.map(({name}) => name).join(', ')}</Text>
        </Group>
      )}
      {findings.length > 0 && (
        <Group icon={WarningOutlineIcon} title={texts('import.documents.findings', {count: findings.length})}>
          {findings.map((finding) => (
            <Text key={finding._key} size={1}>
              {finding.message}
            </Text>
          ))}
        </Group>
      )}
    </Stack>
  )
}

function ArticlePreview({article}: {article: ArticleDocument}) {
  const texts = useTexts()
  const paragraphs = article.body.filter((element) => element._type === 'block').length
  return (
    <Group icon={DocumentTextIcon} title={texts('import.documents.article')}>
      <Heading as="h3" size={2}>
        {article.headline ?? texts('import.documents.no-headline')}
      </Heading>
      <Fact name={texts('import.documents.standfirst')} value={article.standfirst} />
      <Fact name={texts('import.documents.byline')} value={article.byline} />
      <Fact name={texts('import.documents.dateline')} value={article.dateline} />
      <Box>
        <Badge>{texts('import.documents.paragraphs', {count: paragraphs})}</Badge>
      </Box>
      <Stack gap={5}>
        {article.body.slice(0, maxBlocks).map((element) => (
          <BlockPreview key={element._key} element={element} />
        ))}
      </Stack>
    </Group>
  )
}

function BlockPreview({element}: {element: BodyElement}) {
  const texts = useTexts()
  if (element._type === 'block') {
    const isHeading = element.style.startsWith('h')
    return (
      <Text size={1} weight={isHeading ? 'semibold' : undefined} style={{lineHeight: 1.5}}>
        {element.listItem ? '• ' : ''}
        {element.children.map(({text}) => text).join('')}
      </Text>
    )
  }
  const kind =
    element._type === 'captionedImage'
      ? 'caption'
      : element._type === 'newsletterSignup'
        ? 'newsletter'
        : element._type
  return (
    <Box>
      <Badge tone="suggest">{texts(`kind.${kind}`)}</Badge>
    </Box>
  )
}

function QuotePreview({quote}: {quote: QuoteDocument}) {
  const texts = useTexts()
  return (
    <Stack gap={2} data-testid="made-quote">
      <Text size={1} style={{lineHeight: 1.5}}>
        “{quote.paragraphs.join(' ')}”
      </Text>
      <Text muted size={1}>
        {quote.speakerName ?? texts('import.documents.unattributed')}
      </Text>
    </Stack>
  )
}

function Fact({name, value}: {name: string; value: string | undefined}) {
  if (!value) return null
  return (
    <Text size={1}>
      <strong>{name}</strong> {value}
    </Text>
  )
}

function Group({icon: Icon, title, children}: {icon: ComponentType; title: string; children: ReactNode}) {
  return (
    <Card border padding={3} radius={2}>
      <Stack gap={4}>
        <Flex align="center" gap={2}>
          <Text size={1}>
            <Icon />
          </Text>
          <Text as="h3" size={1} weight="semibold">
            {title}
          </Text>
        </Flex>
        {children}
      </Stack>
    </Card>
  )
}
