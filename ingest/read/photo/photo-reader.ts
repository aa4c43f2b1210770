import type {Finding} from '../../model/finding.ts'
import type {Probe, ReadContext, Reader} from '../reader.ts'
import {newItem} from '../wire-text/new-item.ts'
import {photoFindingCodes} from './codes.ts'
import {fillItem} from './fill-item.ts'
import {readExif} from './read-exif.ts'
import {readIim} from './read-iim.ts'
import {photoKind, readSegments, type PhotoParts} from './read-segments.ts'
import {readXmp} from './read-xmp.ts'

/** Photographs with the words that agencies put into them: IPTC IIM, XMP and Exif. The pixels are never decoded. */
export const photoReader: Reader = {
  format: 'photo',
  title: 'Photographs with IPTC IIM, XMP and Exif captions',
  detect({head}: Probe) {
    const kind = photoKind(head)
    return kind === null ? null : {score: 0.99, why: `the first bytes of a ${kind.toUpperCase()} picture`}
  },
  async read(bytes: Uint8Array, context: ReadContext) {
    const findings: Finding[] = []
    const item = newItem('photo', {used: 'binary'})
    item.itemClass = 'picture'
    const parts = readSegments(bytes)
    const exif = parts?.exif ? await readExif(parts.exif) : {}
    const iim = readIim(parts?.iim ?? new Uint8Array(0))
    if (parts) checkSize(parts, bytes.length, findings)
    if (parts?.exif && exif === null) {
      findings.push({
        severity: 'info',
        code: photoFindingCodes.exif,
        message: 'The Exif block of the picture cannot be read; IIM and XMP were.',
      })
    }
    if (iim.damaged) {
      findings.push({
        severity: 'info',
        code: photoFindingCodes.damagedIim,
        message:
          'Some IIM records of the picture are damaged, out of order or repeated; the first sound value of each was taken.',
      })
    }
    if (iim.values.size > 0)
      item.encoding = {...(iim.declared ? {declared: iim.declared} : {}), used: iim.charset}
    if (iim.declared !== undefined && iim.declared !== iim.charset) {
      findings.push({
        severity: 'info',
        code: photoFindingCodes.mislabelled,
        message: `The picture says that its IIM words are ${iim.declared}, which they are not; they were read as ${iim.charset}.`,
      })
    }
    const {title, author, description, copyright} = parts?.words ?? {}
    const own = {
      ...(author ? {artist: author} : {}),
      ...(description ? {description} : {}),
      ...(copyright ? {copyright} : {}),
      ...(title ? {title} : {}),
    }
    fillItem(item, {iim, xmp: readXmp(parts?.xmp ?? []), exif: {...own, ...exif}}, findings)
    const picture = item.associations[0]
    if (picture) {
      picture.bytes = bytes
      if (context.fileName) picture.name = context.fileName.replace(/^.*[\\/]/, '')
    }
    return [{item, findings}]
  },
}

/** No encoder needs fewer than a bit for a hundred pixels; a picture that would is a lie or a bomb. */
const mostPixelsPerByte = 20_000

function checkSize(parts: PhotoParts, size: number, findings: Finding[]): void {
  if (parts.truncated) {
    findings.push({
      severity: 'warning',
      code: photoFindingCodes.truncated,
      message:
        'The picture ends inside a part whose length it gives: it is cut or damaged. Ask for it again.',
    })
  }
  const pixels = (parts.width ?? 0) * (parts.height ?? 0)
  if (pixels > 0 && pixels / Math.max(size, 1) > mostPixelsPerByte) {
    findings.push({
      severity: 'warning',
      code: photoFindingCodes.implausibleSize,
      message: `The picture says that it is ${parts.width} by ${parts.height} but has ${size} bytes only. Do not open it before it was looked at.`,
    })
  }
}
