import type {Association, NewsItem} from '../../model/news-item.ts'
import {mergeInto} from './add-association.ts'

const pictureFile = /\.(?:jpe?g|png|webp|gif|avif)$/i

/** No picture has more sizes. */
const maxSizes = 60

/**
 * Joins an item's pictures that are one file in several sizes: beside each other under WordPress's names for them, or asked for with another
 * query.
 */
export function joinSizes(item: NewsItem): void {
  const byName = new Map<string, number>()
  const kept: Association[] = []
  const places = item.associations.map((association) => {
    const names =
      association.itemClass === 'picture'
        ? association.renditions.slice(0, maxSizes).flatMap(({href}) => wholeName(href) ?? [])
        : []
    const same = names
      .map((name) => byName.get(name))
      .find((place) => place !== undefined && kept[place]!.renditions.length < maxSizes)
    const place = same ?? kept.push(association) - 1
    if (same !== undefined) mergeInto(kept[same]!, association)
    for (const name of names) byName.set(name, place)
    return place
  })
  if (kept.length === item.associations.length) return
  item.associations = kept
  for (const block of item.blocks ?? [])
    if (block.association !== undefined) block.association = places[block.association]!
}

/** Makes one of two pictures of an item; the second is taken out. */
export function mergePictures(item: NewsItem, first: number, second: number): void {
  mergeInto(item.associations[first]!, item.associations[second]!)
  item.associations.splice(second, 1)
  for (const block of item.blocks ?? []) {
    if (block.association === second) block.association = first
    else if (block.association !== undefined && block.association > second) block.association--
  }
}

export function fileOf(url: string): string {
  return /[^/?#]*(?=$|[?#])/.exec(url)?.[0] ?? ''
}

/** WordPress writes into a file's name what it made of it: `boat-300x200.jpg` and `boat-scaled.jpg` are of `boat.jpg`. */
export function withoutSize(file: string): string {
  return file
    .replace(/-\d{1,5}x\d{1,5}(?=\.\w+$)/, '')
    .replace(/-(?:scaled|rotated|e\d{10,13})(?=\.\w+$)/, '')
}

/** The address of a picture's file in whatever size; undefined where the query may say which picture it is. */
function wholeName(href: string): string | undefined {
  const address = href.split(/[?#]/, 1)[0]!
  const file = fileOf(address)
  return pictureFile.test(file)
    ? address.slice(0, address.length - file.length) + withoutSize(file)
    : undefined
}
