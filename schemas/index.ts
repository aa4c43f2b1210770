import {article} from './documents/article.ts'
import {imageCaption} from './documents/image-caption.ts'
import {newsletterBlock} from './documents/newsletter-block.ts'
import {person} from './documents/person.ts'
import {quote} from './documents/quote.ts'
import {wireCopy} from './documents/wire-copy.ts'
import {body} from './objects/body.ts'
import {captionedImage} from './objects/captioned-image.ts'
import {embed} from './objects/embed.ts'
import {
  copyEncoding,
  finding,
  furniture,
  otherWording,
  printedCaption,
  quotePlace,
  wirePart,
} from './objects/import-record.ts'
import {link} from './objects/link.ts'
import {newsletterSignup} from './objects/newsletter-signup.ts'
import {pullQuote} from './objects/pull-quote.ts'
import {quotation} from './objects/quotation.ts'
import {separator} from './objects/separator.ts'
import {subject} from './objects/subject.ts'
import {table, tableRow} from './objects/table.ts'
import {waitingChange, waitingUpdate} from './objects/waiting-update.ts'
import {altId, edNote, joinedPart, wireInfo} from './objects/wire-info.ts'

/** Every type of the content model, for `schema.types` of a Studio. */
export const schemaTypes = [
  article,
  imageCaption,
  quote,
  newsletterBlock,
  person,
  wireCopy,
  body,
  captionedImage,
  pullQuote,
  newsletterSignup,
  embed,
  table,
  tableRow,
  separator,
  link,
  quotation,
  subject,
  wireInfo,
  edNote,
  altId,
  joinedPart,
  waitingUpdate,
  waitingChange,
  furniture,
  finding,
  printedCaption,
  copyEncoding,
  otherWording,
  quotePlace,
  wirePart,
]
