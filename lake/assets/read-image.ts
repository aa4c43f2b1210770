import type {Sharp} from 'sharp'
import {LakeError} from '../store/index.ts'
import {loadSharp} from './load-sharp.ts'

export interface ImageFacts {
  width: number
  height: number
  extension: string
  mimeType: string
  metadata: Record<string, unknown>
}

/** Largest picture that is decoded, in pixels: the hosted lake takes up to 256 megapixels. */
export const maxPixels = 256 * 1024 * 1024

const formats: Record<string, {extension: string; mimeType: string}> = {
  jpeg: {extension: 'jpg', mimeType: 'image/jpeg'},
  png: {extension: 'png', mimeType: 'image/png'},
  webp: {extension: 'webp', mimeType: 'image/webp'},
  gif: {extension: 'gif', mimeType: 'image/gif'},
  svg: {extension: 'svg', mimeType: 'image/svg+xml'},
  tiff: {extension: 'tif', mimeType: 'image/tiff'},
  heif: {extension: 'avif', mimeType: 'image/avif'},
}

/** Size, format and a small preview of a picture, as the metadata of an image asset; a `LakeError` 400 when it is none, 501 without sharp. */
export async function readImage(bytes: Buffer): Promise<ImageFacts> {
  const sharp = await loadSharp()
  try {
    const picture = sharp(bytes, {limitInputPixels: maxPixels, animated: false})
    const read = await picture.metadata()
    const format = formats[read.format ?? '']
    if (!format || !read.width || !read.height) throw new Error(`the format "${read.format}" is not known`)
    // The sides as shown: EXIF orientations 5 to 8 stand on their side.
    const isTurned = (read.orientation ?? 1) >= 5
    const [width, height] = isTurned ? [read.height, read.width] : [read.width, read.height]
    const small = picture.clone().autoOrient().resize(20, 20, {fit: 'inside', withoutEnlargement: true})
    const isOpaque = !read.hasAlpha || (await picture.clone().stats()).isOpaque
    const lqip = isOpaque ? small.clone().flatten().jpeg({quality: 50}) : small.clone().png()
    const preview = (await lqip.toBuffer()).toString('base64')
    return {
      width,
      height,
      ...format,
      metadata: {
        _type: 'sanity.imageMetadata',
        dimensions: {_type: 'sanity.imageDimensions', width, height, aspectRatio: width / height},
        hasAlpha: read.hasAlpha ?? false,
        isOpaque,
        lqip: `data:image/${isOpaque ? 'jpeg' : 'png'};base64,${preview}`,
        palette: await readPalette(picture.clone()),
      },
    }
  } catch (cause) {
    throw new LakeError({
      status: 400,
      type: 'httpBadRequest',
      description: `Invalid image, could not read it: ${cause instanceof Error ? cause.message : String(cause)}`,
      cause,
    })
  }
}

async function readPalette(picture: Sharp): Promise<Record<string, unknown>> {
  const {dominant} = await picture.stats()
  const hex = [dominant.r, dominant.g, dominant.b].map((part) => part.toString(16).padStart(2, '0')).join('')
  const isLight = dominant.r * 0.299 + dominant.g * 0.587 + dominant.b * 0.114 > 150
  return {
    _type: 'sanity.imagePalette',
    dominant: {
      _type: 'sanity.imagePaletteSwatch',
      background: `#${hex}`,
      foreground: isLight ? '#000' : '#fff',
      title: isLight ? '#000' : '#fff',
      population: 1,
    },
  }
}
