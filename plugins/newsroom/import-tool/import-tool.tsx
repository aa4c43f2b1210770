import {DownloadIcon} from '@sanity/icons/Download'
import {ResetIcon} from '@sanity/icons/Reset'
import {UploadIcon} from '@sanity/icons/Upload'
import {Box, Button, Card, Container, Flex, Grid, Heading, Spinner, Stack, Text, TextArea} from '@sanity/ui'
import {useId, useState, type ClipboardEvent, type DragEvent} from 'react'
import type {Tool} from 'sanity'
import {useTexts} from '../i18n/use-texts.ts'
import type {ResolvedOptions} from '../options.ts'
import {CopyPreview} from './copy-preview.tsx'
import {DocumentsPreview} from './documents-preview.tsx'
import {ImportReport} from './import-report.tsx'
import {QueueList} from './queue-list.tsx'
import {useImportQueue, type QueuedCopy} from './use-import-queue.ts'

/** Brings copy in: paste or drop, look at what each line became, put it right, import. */
export function ImportTool({tool}: {tool: Tool<ResolvedOptions['importTool']>}) {
  const texts = useTexts()
  const maxBytes = tool.options?.maxBytes ?? Number.POSITIVE_INFINITY
  const queue = useImportQueue(maxBytes)
  const {selected, progress} = queue
  const ready = queue.queue.filter(({state}) => state === 'ready').length
  const isImporting = progress !== undefined

  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    const files = [...event.dataTransfer.files]
    if (files.length > 0) void queue.addFiles(files)
    else if (event.dataTransfer.getData('text/plain')) queue.addText(event.dataTransfer.getData('text/plain'))
  }

  return (
    <Card
      height="fill"
      overflow="auto"
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
      data-testid="import-tool"
    >
      <Container width={5} padding={4}>
        <Stack gap={5}>
          <Flex align="center" gap={3} wrap="wrap">
            <Box flex={1} style={{minWidth: 'max-content'}}>
              <Heading as="h1" size={2}>
                {texts('import.heading')}
              </Heading>
            </Box>
            <FilesButton onFiles={(files) => void queue.addFiles(files)} />
            {queue.queue.length > 0 && (
              <Button
                icon={ResetIcon}
                mode="ghost"
                disabled={isImporting}
                onClick={queue.clear}
                text={texts('import.clear')}
              />
            )}
            <Button
              icon={DownloadIcon}
              disabled={ready === 0 || isImporting}
              onClick={() => void queue.importAll()}
              text={ready > 1 ? texts('import.submit-all', {count: ready}) : texts('import.submit')}
              data-testid="import-submit"
            />
          </Flex>
          {progress && (
            <Stack gap={3}>
              <progress
                aria-label={texts('import.progress', progress)}
                max={progress.count}
                value={progress.done}
                style={{width: '100%'}}
              />
              <Text size={1} role="status" data-testid="import-progress">
                {texts('import.progress', progress)}
              </Text>
            </Stack>
          )}
          {queue.queue.length === 0 && <PasteBox onText={queue.addText} />}
          {queue.queue.length > 1 && (
            <QueueList copies={queue.queue} selectedId={queue.selectedId} onSelect={queue.select} />
          )}
          {selected && !isImporting && <CopyAndDocuments copy={selected} queue={queue} maxBytes={maxBytes} />}
          <ImportReport lines={queue.report} onClear={queue.clearReport} />
        </Stack>
      </Container>
    </Card>
  )
}

function PasteBox({onText}: {onText: (text: string) => void}) {
  const texts = useTexts()
  const id = useId()
  const [typed, setTyped] = useState('')
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const text = event.clipboardData.getData('text/plain')
    if (text.trim() === '' || typed.trim() !== '') return
    event.preventDefault()
    onText(text)
  }
  return (
    <Stack gap={3}>
      <Text as="label" htmlFor={id} size={1} weight="medium">
        {texts('import.paste.label')}
      </Text>
      <Text muted size={1} id={`${id}-description`}>
        {texts('import.paste.description')}
      </Text>
      <TextArea
        id={id}
        aria-describedby={`${id}-description`}
        rows={12}
        value={typed}
        onPaste={onPaste}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => typed.trim() !== '' && onText(typed)}
        data-testid="import-paste"
      />
      <Text muted size={1}>
        {texts('import.drop')}
      </Text>
    </Stack>
  )
}

function FilesButton({onFiles}: {onFiles: (files: File[]) => void}) {
  const texts = useTexts()
  const id = useId()
  return (
    <>
      <input
        id={id}
        type="file"
        multiple
        hidden
        aria-label={texts('import.files')}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
        data-testid="import-files"
      />
      <Button
        icon={UploadIcon}
        mode="ghost"
        onClick={() => document.getElementById(id)?.click()}
        text={texts('import.files')}
      />
    </>
  )
}

interface CopyAndDocumentsProps {
  copy: QueuedCopy
  queue: ReturnType<typeof useImportQueue>
  maxBytes: number
}

function CopyAndDocuments({copy, queue, maxBytes}: CopyAndDocumentsProps) {
  const texts = useTexts()
  const {understood} = copy
  if (copy.state === 'failed') {
    const name = copy.fileName ?? texts('import.queue.pasted')
    const megabytes = Math.round(maxBytes / 1024 / 1024)
    return (
      <Card padding={4} radius={2} tone="critical" role="alert">
        <Text size={1}>
          {copy.message === undefined
            ? texts('import.too-large', {name, megabytes})
            : texts('import.unreadable', {name, message: copy.message})}
        </Text>
      </Card>
    )
  }
  if (!understood)
    return (
      <Flex align="center" gap={3} role="status">
        <Spinner muted />
        <Text muted size={1}>
          {texts('import.working')}
        </Text>
      </Flex>
    )
  return (
    <Grid gridTemplateColumns={[1, 1, 2]} gap={4}>
      <Stack gap={3}>
        <Text as="h2" size={1} weight="semibold">
          {texts('import.copy.heading')}
        </Text>
        <CopyPreview
          lines={understood.lines}
          corrections={copy.corrections}
          onCorrect={understood.canBeCorrected ? (line, kind) => queue.correct(copy, line, kind) : undefined}
        />
      </Stack>
      <Stack gap={3}>
        <Text as="h2" size={1} weight="semibold">
          {texts('import.documents.heading')}
        </Text>
        <DocumentsPreview made={understood.made} />
      </Stack>
    </Grid>
  )
}
