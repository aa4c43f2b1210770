import type {BodyBlock} from '../../ingest/model/news-item.ts'
import type {ParsedCopy, ParsedItem} from '../../ingest/parse-copy.ts'
import {count, cut, fold, toPlain, type Paint} from './paint.ts'

/** What the importer understood of an item, as a page to read on a terminal. */
export function toParsePage(
  copy: Pick<ParsedCopy, 'fileName' | 'format' | 'findings'>,
  {arranged, quotes, findings}: ParsedItem,
  paint: Paint,
): string {
  const out: string[] = []
  const width = paint.columns
  const label = (text: string) => paint.style('dim', text.padEnd(12))
  out.push(
    paint.style(
      'dim',
      `── ${toPlain(copy.fileName ?? 'standard input')} · ${copy.format} `.padEnd(width, '─'),
    ),
  )
  if (arranged.pubStatus !== 'usable')
    out.push(paint.style('red', `${arranged.pubStatus === 'canceled' ? 'KILLED' : 'HELD'} by the sender`))
  out.push('', paint.style('bold', fold(arranged.headline ?? '(no headline)', width, '')), '')
  const facts = {
    standfirst: arranged.standfirst,
    byline: arranged.byline,
    dateline: arranged.dateline,
    provider: arranged.provider,
    uri: arranged.uri,
    version: [arranged.version, arranged.versionCreated].filter(Boolean).join(' · '),
    embargo: arranged.embargoedUntil,
  }
  for (const [name, value] of Object.entries(facts)) if (value) out.push(label(name) + cut(value, width - 12))
  for (const note of arranged.edNotes) out.push(label('note') + cut(note.text, width - 12))

  const body = arranged.body.filter((block) => !block.furniture)
  const words = body.reduce((sum, block) => sum + block.text.split(/\s+/).filter(Boolean).length, 0)
  out.push('', heading('Body', `${count(body.length, 'block')}, ${count(words, 'word')}`))
  for (const block of arranged.body) out.push(showBlock(block))

  out.push('', heading('Captions', count(arranged.captions.length, 'caption')))
  for (const caption of arranged.captions)
    out.push(
      fold(caption.text, width, '  '),
      paint.style('dim', `    printed ${count(caption.occurrences, 'time')}${credit(caption.creditLine)}`),
    )

  out.push('', heading('Quotes', count(quotes.length, 'quote')))
  for (const quote of quotes) {
    const speaker = quote.speakerName ?? 'nobody found'
    const more = quote.paragraphs.length > 1 ? ` (${quote.paragraphs.length} paragraphs)` : ''
    out.push(
      `  ${paint.style('cyan', toPlain(speaker))} ${paint.style('dim', `${quote.kind}${more}`)}`,
      `    “${cut(quote.paragraphs.join(' '), width - 8)}”`,
    )
  }

  if (arranged.newsletters.length > 0)
    out.push('', heading('Newsletter', count(arranged.newsletters.length, 'sign-up block')))
  for (const box of arranged.newsletters) {
    if (box.title) out.push(`  ${cut(box.title, width - 2)}`)
    if (box.pitch) out.push(fold(box.pitch, width, '  '))
  }

  out.push('', heading('Left out', count(arranged.furniture.length, 'line')))
  for (const part of arranged.furniture)
    out.push(
      `  ${paint.style('dim', `${part.line ?? '–'}`.padStart(4))} ${cut(part.text, width - 40)} ${paint.style('dim', part.reason)}`,
    )

  const all = [...copy.findings, ...findings]
  if (all.length > 0) out.push('', heading('Findings', count(all.length, 'finding')))
  for (const finding of all)
    out.push(
      `  ${showSeverity(finding.severity)} ${fold(finding.message, width - 10, '').replaceAll('\n', '\n          ')}`,
    )
  return `${out.join('\n')}\n`

  function heading(name: string, about: string): string {
    return `${paint.style('bold', name)}  ${paint.style('dim', about)}`
  }
  function credit(line: string | null): string {
    return line ? `, ${toPlain(line)}` : ''
  }
  function showSeverity(severity: string): string {
    const colour = severity === 'error' ? 'red' : severity === 'warning' ? 'yellow' : 'dim'
    return paint.style(colour, severity.padEnd(7))
  }
  function showBlock(block: BodyBlock): string {
    if (block.furniture) return paint.style('dim', fold(`[${block.furniture}] ${block.text}`, width, '  '))
    if (block.kind === 'crosshead') return `\n${paint.style('bold', fold(block.text, width, '  '))}`
    if (block.kind === 'listItem') return fold(`• ${block.text}`, width, '  ')
    if (block.kind === 'image') return paint.style('dim', '  [picture]')
    if (block.kind === 'embed') return paint.style('dim', `  [embed] ${toPlain(block.url ?? '')}`)
    if (block.kind === 'separator') return paint.style('dim', '  ———')
    if (block.rows) return block.rows.map((row) => `  ${row.cells.map(toPlain).join('  |  ')}`).join('\n')
    return fold(block.text, width, '  ')
  }
}
