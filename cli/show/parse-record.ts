import type {ArrangedCaption} from '../../ingest/model/arranged-item.ts'
import type {ParsedCopy, ParsedItem} from '../../ingest/parse-copy.ts'

/**
 * What `newsroom parse --json` prints of an item. Fields that the copy does not give are null or empty, never left out.
 * `quotes[].start` and `end` are offsets into the decoded copy (UTF-16 units, end exclusive, marks included) for plain text, and
 * into the texts of `body` joined by blank lines for other formats.
 */
export function toParseRecord(
  copy: Pick<ParsedCopy, 'fileName' | 'format' | 'findings'>,
  {arranged, quotes, findings}: ParsedItem,
) {
  return {
    file: copy.fileName ?? null,
    format: copy.format,
    itemClass: arranged.itemClass,
    provider: arranged.provider ?? null,
    uri: arranged.uri ?? null,
    version: arranged.version ?? null,
    altIds: arranged.altIds ?? [],
    identity: arranged.identity ?? null,
    firstCreated: arranged.firstCreated ?? null,
    versionCreated: arranged.versionCreated ?? null,
    pubStatus: arranged.pubStatus,
    embargoedUntil: arranged.embargoedUntil ?? null,
    expires: arranged.expires ?? null,
    urgency: arranged.urgency ?? null,
    signals: arranged.signals,
    language: arranged.language ?? arranged.languageDetected ?? null,
    headline: arranged.headline ?? null,
    headlines: arranged.headlines ?? [],
    slugline: arranged.slugline ?? null,
    standfirst: arranged.standfirst ?? null,
    byline: arranged.byline ?? null,
    dateline: arranged.dateline ?? null,
    located: arranged.located ?? null,
    section: arranged.section ?? null,
    edNotes: arranged.edNotes,
    subjects: arranged.subjects,
    genres: arranged.genres,
    keywords: arranged.keywords,
    creditLine: arranged.creditLine ?? null,
    copyrightNotice: arranged.copyrightNotice ?? null,
    usageTerms: arranged.usageTerms ?? null,
    link: arranged.link ?? null,
    body: arranged.body.map(({at, ...block}) => ({...block, line: at?.line ?? null})),
    captions: arranged.captions.map(toCaptionRecord),
    quotes: quotes.map((quote) => ({
      paragraphs: quote.paragraphs,
      kind: quote.kind,
      speakerName: quote.speakerName,
      speakerRole: quote.speakerRole,
      named: quote.named,
      cue: quote.cue?.text ?? null,
      confidence: Math.round(quote.confidence * 100) / 100,
      start: quote.start,
      end: quote.end,
    })),
    newsletters: arranged.newsletters,
    furniture: arranged.furniture.map(({text, reason, line}) => ({text, reason, line: line ?? null})),
    associations: arranged.associations.map(({bytes, ...association}) => ({
      uri: association.uri ?? null,
      ...association,
      ...(bytes ? {byteLength: bytes.byteLength} : {}),
    })),
    encoding: {declared: arranged.encoding.declared ?? null, used: arranged.encoding.used},
    derived: arranged.derived ?? [],
    findings: [...copy.findings, ...findings],
  }
}

function toCaptionRecord(caption: ArrangedCaption) {
  const {text, creditLine, byline, altText, occurrences, lines, alsoSeen, association} = caption
  return {text, creditLine, byline, altText, occurrences, lines, alsoSeen, association}
}

/** The record of a piece of copy in which no item was found: its findings say why. */
export function toEmptyRecord(copy: ParsedCopy) {
  return {
    file: copy.fileName ?? null,
    format: copy.format,
    headline: null,
    byline: null,
    dateline: null,
    body: [],
    captions: [],
    quotes: [],
    newsletters: [],
    furniture: [],
    findings: copy.findings,
  }
}
