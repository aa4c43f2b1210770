import {setEmbargo} from '../wire-text/set-embargo.ts'
import type {Finding} from '../../model/finding.ts'
import type {Association, NewsItem, PictureCaption} from '../../model/news-item.ts'
import {readDate} from '../dates/read-date.ts'
import {toUrgency} from '../json/set-text.ts'
import {toSubject} from '../subjects/to-subject.ts'
import {findEmbargo} from '../wire-text/find-notices.ts'
import {photoFindingCodes} from './codes.ts'
import type {Exif} from './read-exif.ts'
import type {Iim} from './read-iim.ts'
import type {Xmp} from './read-xmp.ts'

/** The three places where a picture holds its words. */
export interface PhotoWords {
  iim: Iim
  xmp: Xmp
  exif: Exif
}

/** Puts the words of a picture on its item. Where places differ only in that one was cut, the fuller wording counts. */
export function fillItem(item: NewsItem, words: PhotoWords, findings: Finding[]): void {
  const {xmp, exif} = words
  const text = (dataset: number, ...properties: string[]) => fuller(words, dataset, properties, findings)
  const picture: Association = {itemClass: 'picture', captions: captionsOf(words, findings), renditions: []}
  const set = <Target extends object, Key extends keyof Target>(
    target: Target,
    key: Key,
    value: string | undefined,
  ) => {
    if (value !== undefined) target[key] = value as Target[Key]
  }
  const headline = text(105, 'headline')
  const byline = bylineOf(words)
  const credit = text(110, 'credit')
  const copyright = text(116, 'rights', 'copyrightnotice') ?? exif.copyright
  const usage = xmp.get('usageterms')?.[0]?.text
  const places = [text(90, 'city'), text(95, 'state'), text(101, 'country')]
  const located = (places.some(Boolean) ? places : placesOf(xmp))
    .filter((place, at, all) => place !== undefined && all.indexOf(place) === at)
    .join(', ')
  for (const target of [item, picture]) {
    set(target, 'headline', headline)
    set(target, 'byline', byline)
    set(target, 'creditLine', credit)
    set(target, 'copyrightNotice', copyright)
    set(target, 'usageTerms', usage)
    set(target, 'located', located || undefined)
  }
  set(picture, 'altText', xmp.get('alttextaccessibility')?.[0]?.text)
  const extended = xmp.get('extdescraccessibility')?.[0]?.text
  if (extended !== undefined) picture.captions.push({text: extended, role: 'extended description'})
  item.associations.push(picture)
  set(item, 'slugline', text(5, 'title') ?? exif.title)
  set(item, 'provider', text(115, 'source'))
  const language = text(135, 'language')
  if (language && /^[A-Za-z]{2,3}(?:-\w{2,8})*$/.test(language)) item.language = language
  readIdentity(item, picture, words)
  readSubjects(item, words)
  readDates(item, words, findings)
  readInstructions(item, text(40, 'instructions'), findings)
  const urgency = toUrgency(Number(/^\d/.exec(text(10, 'urgency') ?? '')?.[0] ?? Number.NaN))
  if (urgency !== undefined) item.urgency = urgency
  if (
    picture.captions.length === 0 &&
    headline === undefined &&
    byline === undefined &&
    credit === undefined &&
    item.slugline === undefined
  ) {
    findings.push({
      severity: 'info',
      code: photoFindingCodes.noMetadata,
      message:
        'The picture holds no caption, headline, byline or credit. Its caption may come in an item beside it.',
    })
  }
}

/** The wording of IIM or XMP; the longer one when the other is its beginning. */
function fuller(
  {iim, xmp}: PhotoWords,
  dataset: number,
  properties: readonly string[],
  findings: Finding[],
): string | undefined {
  const own = iim.values.get(dataset)?.[0]
  const other = properties.flatMap((property) => xmp.get(property)?.[0]?.text ?? [])[0]
  if (own === undefined || other === undefined) {
    if (own !== undefined && iim.cut.has(dataset) && dataset === 40) findings.push(cutFinding(own))
    return own ?? other
  }
  return isCutOf(own, other) ? other : own
}

/** IIM allows 32 bytes for a name; XMP has the whole one. */
function bylineOf({iim, xmp, exif}: PhotoWords): string | undefined {
  const own = iim.values.get(80)?.join(', ')
  const other = xmp
    .get('creator')
    ?.map((value) => value.text)
    .join(', ')
  if (own === undefined) return other ?? exif.artist
  return other !== undefined && iim.cut.has(80) && isCutOf(own, other) ? other : own
}

/** IPTC Extension keeps a place as a structure: where the picture was taken, else what it shows. */
function placesOf(xmp: Xmp): (string | undefined)[] {
  for (const key of ['locationcreated', 'locationshown']) {
    const parts = ['city', 'provincestate', 'countryname'].map((part) => xmp.get(`${key}/${part}`)?.[0]?.text)
    if (parts.some(Boolean)) return parts
  }
  return []
}

function cutFinding(value: string): Finding {
  return {
    severity: 'warning',
    code: photoFindingCodes.cutValue,
    message: `A value fills all that IIM allows and may be cut: "…${value.slice(-60)}". Ask the sender for the rest.`,
  }
}

function isCutOf(short: string, long: string): boolean {
  const squeezed = short.replace(/\s+/g, ' ')
  return (
    long.length > short.length &&
    long.replace(/\s+/g, ' ').startsWith(squeezed.slice(0, Math.max(20, squeezed.length - 2)))
  )
}

/** The captions of the three places, each wording once; a cut one gives way to the whole one. */
function captionsOf({iim, xmp, exif}: PhotoWords, findings: Finding[]): PictureCaption[] {
  const captions: PictureCaption[] = []
  const offer = (text: string | undefined, language?: string) => {
    if (text === undefined) return
    const same = captions.find(
      (caption) => squeeze(caption.text) === squeeze(text) || isCutOf(text, caption.text),
    )
    if (same) return
    const cut = captions.find((caption) => isCutOf(caption.text, text))
    if (cut) cut.text = text
    else captions.push({text, role: 'caption', ...(language ? {language} : {})})
  }
  offer(iim.values.get(120)?.[0])
  for (const value of xmp.get('description') ?? []) offer(value.text, value.language)
  offer(exif.description)
  if (iim.cut.has(120) && captions[0] && captions[0].text === iim.values.get(120)?.[0])
    findings.push(cutFinding(captions[0].text))
  return captions
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '')
}

function readIdentity(item: NewsItem, picture: Association, {iim, xmp}: PhotoWords): void {
  const altIds: {role: string; value: string}[] = []
  const guid = xmp.get('digimageguid')?.[0]?.text
  const identifier = xmp.get('identifier')?.[0]?.text
  const uri = guid ?? (identifier && /^(?:urn|tag|https?):/.test(identifier) ? identifier : undefined)
  if (uri !== undefined) {
    item.uri = uri
    picture.uri = uri
  }
  const reference = iim.values.get(103)?.[0] ?? xmp.get('transmissionreference')?.[0]?.text
  if (reference !== undefined) altIds.push({role: 'transref', value: reference})
  if (identifier !== undefined && identifier !== uri) altIds.push({role: 'identifier', value: identifier})
  if (altIds.length > 0) item.altIds = altIds
}

function readSubjects(item: NewsItem, {iim, xmp}: PhotoWords): void {
  for (const reference of iim.values.get(12) ?? xmp.get('subjectcode')?.map((value) => value.text) ?? []) {
    // "IPTC:15000000:sport:motor racing:" or the number alone (IIM 4.2, 2:12).
    const code = /\d{8}/.exec(reference)?.[0]
    const name = reference.split(':').slice(2).filter(Boolean).at(-1)
    if (code) item.subjects.push(toSubject({code, scheme: 'iptc-subject-code', ...(name ? {name} : {})}))
  }
  const category = iim.values.get(15)?.[0] ?? xmp.get('category')?.[0]?.text
  if (category) item.subjects.push({code: category, scheme: 'iim-category'})
  for (const name of iim.values.get(20) ??
    xmp.get('supplementalcategories')?.map((value) => value.text) ??
    []) {
    item.subjects.push({name, scheme: 'iim-supplemental-category'})
  }
  for (const keyword of [
    ...(iim.values.get(25) ?? []),
    ...(xmp.get('subject')?.map((value) => value.text) ?? []),
  ]) {
    if (!item.keywords.includes(keyword)) item.keywords.push(keyword)
  }
}

function readDates(item: NewsItem, {iim, xmp, exif}: PhotoWords, findings: Finding[]): void {
  const released = stampOf(iim, 30, 35)
  if (released !== undefined) setDate(item, 'versionCreated', released, findings)
  const expires = stampOf(iim, 37, 38)
  if (expires !== undefined) setDate(item, 'expires', expires, findings)
  const taken = exif.taken?.replace(/^(\d{4}):(\d\d):(\d\d) /, '$1-$2-$3T')
  const zone = exif.offset ?? ''
  const created = xmp.get('datecreated')?.[0]?.text
  // XMP without a zone, with the very time that Exif has: Exif's zone is its zone.
  const date =
    created === undefined
      ? (stampOf(iim, 55, 60) ?? (taken && taken + zone))
      : created === taken
        ? created + zone
        : created
  if (date !== undefined) setDate(item, 'firstCreated', date, findings)
}

/** IIM's date and time datasets as one ISO 8601 value, `2019-11-29T14:05:31+0400`. */
function stampOf(iim: Iim, dateSet: number, timeSet: number): string | undefined {
  const date = iim.values.get(dateSet)?.[0]
  if (date === undefined) return undefined
  const day = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(date)
  const time = /^(\d\d):?(\d\d):?(\d\d)([+-]\d{4})?$/.exec(iim.values.get(timeSet)?.[0] ?? '')
  if (!day) return date
  const iso = `${day[1]}-${day[2]}-${day[3]}`
  return time ? `${iso}T${time[1]}:${time[2]}:${time[3]}${time[4] ?? ''}` : iso
}

function setDate(
  item: NewsItem,
  field: 'firstCreated' | 'versionCreated' | 'expires',
  text: string,
  findings: Finding[],
): void {
  const minutes = /[+-]\d\d:?(\d\d)$/.exec(text)?.[1]
  if (text.includes('T') && minutes !== undefined && Number(minutes) % 15 !== 0) {
    item[field] = text
    findings.push({
      severity: 'warning',
      code: photoFindingCodes.date,
      message: `${field}: "${text.slice(0, 60)}" has a time zone that does not exist; it was kept as it came.`,
    })
    return
  }
  const date = readDate(text, field)
  if (date === null) return
  item[field] = date.value
  if (date.finding) findings.push(date.finding)
}

function readInstructions(item: NewsItem, instructions: string | undefined, findings: Finding[]): void {
  if (instructions === undefined) return
  item.edNotes.push({role: 'instructions', text: instructions, public: false})
  const embargo = findEmbargo(instructions)
  if (embargo === null) return
  const finding: Finding = {
    severity: 'warning',
    code: photoFindingCodes.embargo,
    message: `The instructions speak of an embargo: "${embargo.slice(0, 120)}". Its time was kept as text; set it before publishing.`,
  }
  setEmbargo(item, embargo, finding, findings)
}
