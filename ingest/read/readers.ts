import {anpa1312Reader} from './anpa1312/anpa1312-reader.ts'
import {apReader} from './ap/ap-reader.ts'
import {docxReader} from './docx/index.ts'
import {dpaReader} from './dpa/dpa-reader.ts'
import {emailReader} from './email/email-reader.ts'
import {htmlReader} from './html/html-reader.ts'
import {iptc7901Reader} from './iptc7901/iptc7901-reader.ts'
import {markdownReader} from './markdown/index.ts'
import {newsmlG2Reader} from './newsml-g2/newsml-g2-reader.ts'
import {newsml1Reader} from './newsml1/newsml1-reader.ts'
import {ninjsReader} from './ninjs/ninjs-reader.ts'
import {nitfReader} from './nitf/nitf-reader.ts'
import {paReader} from './pa/pa-reader.ts'
import {photoReader} from './photo/photo-reader.ts'
import {pressReleaseReader} from './press-release/press-release-reader.ts'
import type {Reader} from './reader.ts'
import {ritzauReader} from './ritzau/ritzau-reader.ts'
import {rssReader} from './rss/rss-reader.ts'
import {textReader} from './text/index.ts'
import {wxrReader} from './wxr/index.ts'
import {zczcReader} from './zczc/zczc-reader.ts'
import {zipReader} from './zip/zip-reader.ts'

/** Every format; the surest claim wins, the earlier at a tie. Adding one is a folder here, a line here and a fixture. */
export const readers: readonly Reader[] = [
  ninjsReader,
  apReader,
  paReader,
  dpaReader,
  newsmlG2Reader,
  newsml1Reader,
  nitfReader,
  ritzauReader,
  wxrReader,
  rssReader,
  anpa1312Reader,
  iptc7901Reader,
  zczcReader,
  emailReader,
  photoReader,
  docxReader,
  zipReader,
  htmlReader,
  markdownReader,
  pressReleaseReader,
  textReader,
]
