import type {Association, ReadItem} from '../../model/news-item.ts'

/** What one file of an archive gave. */
export interface ReadFile {
  path: string
  items: ReadItem[]
}

/**
 * Joins the photographs of an archive to the items that name them (by the file name of a rendition, or an identifier that
 * the file is named after): the item's association gets the bytes, and the photograph's own words where the item has none.
 * A joined photograph is no item of its own any more. Gives all items that are left, in order.
 */
export function joinPictures(files: readonly ReadFile[]): ReadItem[] {
  const photos = new Map<string, {file: ReadFile; photo: ReadItem}>()
  for (const file of files) {
    const [photo] = file.items
    if (photo?.item.format === 'photo') photos.set(keyOf(file.path), {file, photo})
  }
  const joined = new Set<ReadItem>()
  for (const file of files) {
    for (const {item} of file.items) {
      if (item.format === 'photo') continue
      for (const association of item.associations) {
        const found = namesOf(association)
          .map((name) => photos.get(keyOf(name)))
          .find((entry) => entry !== undefined)
        if (!found) continue
        complete(association, found.photo.item.associations[0])
        joined.add(found.photo)
      }
    }
  }
  return files.flatMap(({items}) => items.filter((item) => !joined.has(item)))
}

function namesOf(association: Association): string[] {
  const names = association.renditions.map(({href}) => href.replace(/[?#].*$/, ''))
  if (association.uri !== undefined) names.push(association.uri)
  if (association.name !== undefined) names.push(association.name)
  return names
}

/** A name to compare by: the last step of the path without its extension, letters and digits only. */
function keyOf(name: string): string {
  const last = name.replace(/[/\\]+$/, '').replace(/^.*[/\\]/, '')
  return last
    .replace(/\.[a-z]{3,4}$/i, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
}

function complete(association: Association, photo: Association | undefined): void {
  if (!photo) return
  delete association.missing
  if (photo.bytes) association.bytes = photo.bytes
  for (const caption of photo.captions) {
    if (!association.captions.some(({text}) => squeeze(text) === squeeze(caption.text)))
      association.captions.push(caption)
  }
  for (const key of [
    'headline',
    'altText',
    'creditLine',
    'byline',
    'copyrightNotice',
    'usageTerms',
    'located',
  ] as const) {
    const value = photo[key]
    if (value !== undefined) association[key] ??= value
  }
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '')
}
