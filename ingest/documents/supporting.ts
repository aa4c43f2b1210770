import {blockingKeys, captionFingerprint} from '../captions/index.ts'
import type {ArrangedCaption} from '../model/arranged-item.ts'
import type {Association, NewsletterBox} from '../model/news-item.ts'
import type {FoundQuote} from '../model/quote.ts'
import {createKeys, toNewsletterBlockId, toPersonId} from './ids.ts'
import type {ImageCaptionDocument, NewsletterBlockDocument, PersonDocument, QuoteDocument} from './types.ts'

/** A caption by the fingerprint of its wording: the same wording is the same document on any machine. */
export function toImageCaption(
  caption: ArrangedCaption,
  association: Association | undefined,
  wireCopyId: string,
): ImageCaptionDocument {
  const fingerprint = captionFingerprint(caption.text)
  const nextKey = createKeys(fingerprint)
  const located = association?.located
  return {
    _id: `imageCaption-${fingerprint}`,
    _type: 'imageCaption',
    text: caption.text,
    ...(caption.creditLine ? {creditLine: caption.creditLine} : {}),
    ...(caption.byline ? {byline: caption.byline} : {}),
    ...(located ? {located} : {}),
    ...(caption.altText ? {altText: caption.altText} : {}),
    fingerprint,
    keys: blockingKeys(caption.text),
    occurrences: caption.occurrences,
    ...(caption.alsoSeen.length > 0
      ? {
          alsoSeen: caption.alsoSeen.map((text) => ({
            _type: 'otherWording' as const,
            _key: nextKey(text),
            text,
            copy: {_type: 'reference' as const, _ref: wireCopyId, _weak: true},
          })),
        }
      : {}),
  }
}

export function toNewsletterBlock(box: NewsletterBox): NewsletterBlockDocument {
  return {
    _id: toNewsletterBlockId(box),
    _type: 'newsletterBlock',
    ...(box.title ? {title: box.title} : {}),
    ...(box.pitch ? {pitch: box.pitch} : {}),
    ...(box.emailLabel ? {emailLabel: box.emailLabel} : {}),
    ...(box.requiredMessage ? {requiredMessage: box.requiredMessage} : {}),
    ...(box.submitLabel ? {submitLabel: box.submitLabel} : {}),
    ...(box.consent ? {consent: box.consent} : {}),
  }
}

export function toPerson(name: string, role?: string | null): PersonDocument {
  return {_id: toPersonId(name), _type: 'person', name, ...(role ? {role} : {})}
}

/** A quote as the words came. `at` says where they stand, by block key. */
export function toQuote(
  quote: FoundQuote,
  ids: {quote: string; article: string; wireCopy: string},
  at: {block: string; start: number; end: number}[],
): QuoteDocument {
  const nextKey = createKeys(ids.quote)
  return {
    _id: ids.quote,
    _type: 'quote',
    paragraphs: quote.paragraphs,
    kind: quote.kind,
    ...(quote.named && quote.speakerName
      ? {speaker: {_type: 'reference' as const, _ref: toPersonId(quote.speakerName)}}
      : {}),
    ...(quote.speakerName ? {speakerName: quote.speakerName} : {}),
    ...(quote.speakerRole ? {speakerRole: quote.speakerRole} : {}),
    ...(quote.cue ? {cue: quote.cue.text} : {}),
    confidence: Math.round(quote.confidence * 100) / 100,
    article: {_type: 'reference', _ref: ids.article, _weak: true},
    copy: {_type: 'reference', _ref: ids.wireCopy},
    at: at.map((place) => ({_type: 'quotePlace', _key: nextKey(`${place.block} ${place.start}`), ...place})),
  }
}
