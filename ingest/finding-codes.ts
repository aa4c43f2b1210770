import {arrangeFindingCodes} from './arrange/codes.ts'
import {captionFindingCodes} from './captions/codes.ts'
import {quoteFindingCodes} from './quotes/codes.ts'
import {anpaFindingCodes} from './read/anpa1312/codes.ts'
import {apFindingCodes} from './read/ap/codes.ts'
import {readFindingCodes} from './read/codes.ts'
import {dateFindingCodes} from './read/dates/codes.ts'
import {docxFindingCodes} from './read/docx/codes.ts'
import {dpaFindingCodes} from './read/dpa/codes.ts'
import {emailFindingCodes} from './read/email/codes.ts'
import {encodingFindingCodes} from './read/encoding/codes.ts'
import {htmlFindingCodes} from './read/html/codes.ts'
import {iptc7901FindingCodes} from './read/iptc7901/codes.ts'
import {jsonFindingCodes} from './read/json/codes.ts'
import {markdownFindingCodes} from './read/markdown/codes.ts'
import {markupFindingCodes} from './read/markup/codes.ts'
import {newsmlG2FindingCodes} from './read/newsml-g2/codes.ts'
import {newsml1FindingCodes} from './read/newsml1/codes.ts'
import {ninjsFindingCodes} from './read/ninjs/codes.ts'
import {nitfFindingCodes} from './read/nitf/codes.ts'
import {paFindingCodes} from './read/pa/codes.ts'
import {photoFindingCodes} from './read/photo/codes.ts'
import {pressReleaseFindingCodes} from './read/press-release/codes.ts'
import {ritzauFindingCodes} from './read/ritzau/codes.ts'
import {rssFindingCodes} from './read/rss/codes.ts'
import {textFindingCodes} from './read/text/codes.ts'
import {wxrFindingCodes} from './read/wxr/codes.ts'
import {xmlFindingCodes} from './read/xml/codes.ts'
import {zczcFindingCodes} from './read/zczc/codes.ts'
import {zipFindingCodes} from './read/zip/codes.ts'
import {reconcileFindingCodes} from './reconcile/codes.ts'

/** Every code that a finding can have, by what it is about. Codes are stable: others match on them. */
export const findingCodes = {
  arrange: arrangeFindingCodes,
  caption: captionFindingCodes,
  quote: quoteFindingCodes,
  anpa: anpaFindingCodes,
  ap: apFindingCodes,
  read: readFindingCodes,
  date: dateFindingCodes,
  docx: docxFindingCodes,
  dpa: dpaFindingCodes,
  email: emailFindingCodes,
  encoding: encodingFindingCodes,
  html: htmlFindingCodes,
  iptc7901: iptc7901FindingCodes,
  json: jsonFindingCodes,
  markdown: markdownFindingCodes,
  markup: markupFindingCodes,
  newsmlG2: newsmlG2FindingCodes,
  newsml1: newsml1FindingCodes,
  ninjs: ninjsFindingCodes,
  nitf: nitfFindingCodes,
  pa: paFindingCodes,
  photo: photoFindingCodes,
  pressRelease: pressReleaseFindingCodes,
  ritzau: ritzauFindingCodes,
  rss: rssFindingCodes,
  text: textFindingCodes,
  wxr: wxrFindingCodes,
  xml: xmlFindingCodes,
  zczc: zczcFindingCodes,
  zip: zipFindingCodes,
  reconcile: reconcileFindingCodes,
} as const
