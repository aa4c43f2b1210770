import type {Region, Sharp} from 'sharp'
import {LakeError} from '../store/index.ts'
import {loadSharp} from './load-sharp.ts'
import {maxPixels} from './read-image.ts'

const maxSide = 8192

export interface TransformedImage {
  bytes: Buffer
  mimeType: string
}

/**
 * A picture with the parameters of https://www.sanity.io/docs/image-urls applied: `rect`, `w`, `h`, `fit`, `crop`, `fp-x`, `fp-y`,
 * `dpr`, `or`, `flip`, `blur`, `sharp`, `sat`, `bg`, `pad`, `fm`, `q`, `auto=format`. Undefined when there is nothing to do.
 * A parameter that cannot be read throws a `LakeError` 400.
 */
export async function transformImage(
  bytes: Buffer,
  extension: string,
  search: URLSearchParams,
  accept: string,
): Promise<TransformedImage | undefined> {
  const isPlain = ![...search.keys()].some((name) => name !== 'dl' && name !== 'dlRaw')
  if (isPlain || extension === 'svg') return undefined
  const sharp = await loadSharp()
  try {
    let picture = sharp(bytes, {limitInputPixels: maxPixels}).autoOrient()
    picture = applyRectangle(picture, search)
    picture = await applySize(picture, search)
    picture = applyEffects(picture, search)
    return await encode(picture, extension, search, accept)
  } catch (cause) {
    if (cause instanceof LakeError) throw cause
    throw toInvalid(`The picture cannot be made: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}

function applyRectangle(picture: Sharp, search: URLSearchParams): Sharp {
  const rect = search.get('rect')
  if (rect === null) return picture
  const parts = rect.split(',').map(Number)
  const [left, top, width, height] = parts
  if (parts.length !== 4 || parts.some((part) => !Number.isFinite(part) || part < 0)) {
    throw toInvalid(`"rect" must be left,top,width,height in pixels: ${rect.slice(0, 60)}`)
  }
  return picture.extract({
    left: Math.round(left!),
    top: Math.round(top!),
    width: Math.round(width!),
    height: Math.round(height!),
  })
}

async function applySize(picture: Sharp, search: URLSearchParams): Promise<Sharp> {
  const ratio = readNumber(search, 'dpr', 1, 0.1, 5)
  const side = (name: string) => {
    const value = readNumber(search, name, 0, 0, maxSide)
    return value === 0 ? undefined : Math.min(maxSide, Math.max(1, Math.round(value * ratio)))
  }
  const [width, height] = [side('w') ?? side('max-w'), side('h') ?? side('max-h')]
  if (!width && !height) return picture
  const fit = search.get('fit') ?? 'clip'
  const background = toColour(search.get('bg'))
  const box = {width, height}
  if (fit === 'crop' || fit === 'min') {
    const focal = await toFocalPoint(picture, search, width, height)
    if (focal) picture = (await loadSharp())(await picture.png().toBuffer()).extract(focal)
    return picture.resize({
      ...box,
      fit: 'cover',
      position: toPosition(search),
      withoutEnlargement: fit === 'min',
    })
  }
  if (fit === 'scale') return picture.resize({...box, fit: 'fill'})
  if (fit === 'fill' || fit === 'fillmax') {
    return picture.resize({...box, fit: 'contain', background, withoutEnlargement: fit === 'fillmax'})
  }
  return picture.resize({...box, fit: 'inside', withoutEnlargement: fit === 'max'})
}

/** The part around the focal point that has the shape asked for. */
async function toFocalPoint(
  picture: Sharp,
  search: URLSearchParams,
  width: number | undefined,
  height: number | undefined,
): Promise<Region | undefined> {
  if (search.get('crop') !== 'focalpoint' || !width || !height) return undefined
  const {info} = await picture.clone().png().toBuffer({resolveWithObject: true})
  const scale = Math.min(info.width / width, info.height / height)
  const part = {
    width: Math.max(1, Math.floor(width * scale)),
    height: Math.max(1, Math.floor(height * scale)),
  }
  const place = (name: string, whole: number, length: number) => {
    const centre = readNumber(search, name, 0.5, 0, 1) * whole
    return Math.round(Math.min(Math.max(0, centre - length / 2), whole - length))
  }
  return {...part, left: place('fp-x', info.width, part.width), top: place('fp-y', info.height, part.height)}
}

function toPosition(search: URLSearchParams): string {
  const crop = search.get('crop') ?? 'center'
  const names = crop.split(',').filter((name) => ['top', 'bottom', 'left', 'right'].includes(name))
  if (names.length > 0)
    return names.sort((a, b) => Number('tb'.includes(b[0]!)) - Number('tb'.includes(a[0]!))).join(' ')
  return crop === 'entropy' ? 'entropy' : 'centre'
}

function applyEffects(picture: Sharp, search: URLSearchParams): Sharp {
  const turn = readNumber(search, 'or', 0, 0, 270)
  if (turn % 90 !== 0) throw toInvalid(`"or" must be 0, 90, 180 or 270: ${turn}`)
  if (turn) picture = picture.rotate(turn)
  const flip = search.get('flip') ?? ''
  if (flip.includes('h')) picture = picture.flop()
  if (flip.includes('v')) picture = picture.flip()
  const blur = readNumber(search, 'blur', 0, 0, 2000)
  if (blur > 0) picture = picture.blur(Math.max(0.3, blur / 20))
  if (readNumber(search, 'sharp', 0, 0, 100) > 0) picture = picture.sharpen()
  if (readNumber(search, 'sat', 0, -100, 100) === -100) picture = picture.grayscale()
  if (search.get('invert') === 'true') picture = picture.negate({alpha: false})
  const pad = Math.round(readNumber(search, 'pad', 0, 0, 1000))
  const background = toColour(search.get('bg'))
  if (pad) picture = picture.extend({top: pad, bottom: pad, left: pad, right: pad, background})
  return search.has('bg') ? picture.flatten({background}) : picture
}

async function encode(
  picture: Sharp,
  extension: string,
  search: URLSearchParams,
  accept: string,
): Promise<TransformedImage> {
  const quality = readNumber(search, 'q', 75, 0, 100) || 1
  let format = search.get('fm') ?? extension
  if (search.get('auto') === 'format') {
    if (accept.includes('image/avif')) format = 'avif'
    else if (accept.includes('image/webp')) format = 'webp'
  }
  if (format === 'png') return {bytes: await picture.png().toBuffer(), mimeType: 'image/png'}
  if (format === 'webp') return {bytes: await picture.webp({quality}).toBuffer(), mimeType: 'image/webp'}
  if (format === 'avif')
    return {bytes: await picture.avif({quality, effort: 2}).toBuffer(), mimeType: 'image/avif'}
  if (format === 'gif') return {bytes: await picture.gif().toBuffer(), mimeType: 'image/gif'}
  if (format === 'tif') return {bytes: await picture.tiff().toBuffer(), mimeType: 'image/tiff'}
  if (format === 'jpg' || format === 'pjpg') {
    const background = search.has('bg') ? toColour(search.get('bg')) : '#ffffff'
    const jpeg = picture.flatten({background}).jpeg({quality, progressive: format === 'pjpg'})
    return {bytes: await jpeg.toBuffer(), mimeType: 'image/jpeg'}
  }
  throw toInvalid(`"fm" must be jpg, pjpg, png, webp or avif: ${format.slice(0, 20)}`)
}

function readNumber(
  search: URLSearchParams,
  name: string,
  otherwise: number,
  min: number,
  max: number,
): number {
  const text = search.get(name)
  if (text === null || text === '') return otherwise
  const value = Number(text)
  if (Number.isFinite(value) && value >= min && value <= max) return value
  throw toInvalid(`"${name}" must be a number from ${min} to ${max}: ${text.slice(0, 40)}`)
}

function toColour(text: string | null): string {
  if (text === null) return '#00000000'
  const hex = text.replace(/^#/, '')
  // Written as ARGB where there are four parts; sharp reads RGBA.
  if (/^[0-9a-f]{8}$/i.test(hex)) return `#${hex.slice(2)}${hex.slice(0, 2)}`
  if (/^([0-9a-f]{3}|[0-9a-f]{6})$/i.test(hex)) return `#${hex}`
  throw toInvalid(`"bg" must be a colour in hexadecimal: ${text.slice(0, 20)}`)
}

function toInvalid(description: string): LakeError {
  return new LakeError({status: 400, type: 'httpBadRequest', description})
}
