import type {Association, NewsItem} from '../../model/news-item.ts'
import {addAssociation} from '../xml/add-association.ts'
import {fileOf, mergePictures, withoutSize} from '../xml/join-sizes.ts'
import type {MediaLibrary} from './shortcodes.ts'
import type {WpAttachment} from './wp-post.ts'

/**
 * Gives each picture of a post's body what the media library says of it: caption, credit, its full size. A picture that the
 * story shows by itself and again in a gallery is one. `used` has the ids of the pictures in galleries and takes the others.
 */
export function joinPictures(
  content: string,
  item: NewsItem,
  library: MediaLibrary,
  used: Set<string>,
  toPicture: (attachment: WpAttachment) => Association,
): void {
  const galleries = [...used]
  const inGalleries = new Set(used)
  // `class="wp-image-12"` and `[caption id="attachment_12"]` name the attachment.
  for (const [, id] of content.matchAll(/\b(?:wp-image-|attachment_)(\d{1,12})\b/g)) {
    const attachment = library.byId.get(id!)
    if (!attachment || (used.has(id!) && !inGalleries.delete(id!))) continue
    const file = fileOf(attachment.url)
    if (file === '') continue
    const shows = (name: (file: string) => string) =>
      item.associations.findIndex(({renditions}) => renditions.some(({href}) => name(fileOf(href)) === file))
    const whole = shows((name) => name)
    const sized = shows((name) => (name === file ? '' : withoutSize(name)))
    const known = item.associations[whole === -1 ? sized : whole]
    if (!known) continue
    if (used.has(id!) && whole !== -1 && sized !== -1 && whole !== sized) {
      mergePictures(item, Math.min(whole, sized), Math.max(whole, sized))
      continue
    }
    used.add(id!)
    known.renditions.push(
      ...toPicture(attachment).renditions.filter(
        ({href}) => !known.renditions.some((one) => one.href === href),
      ),
    )
    addAssociation(item.associations, toPicture(attachment))
  }
  for (const id of galleries) {
    const attachment = library.byId.get(id)
    // Its caption stands under it already, as the gallery printed it.
    if (attachment?.url && isShown(item, attachment.url))
      addAssociation(item.associations, {...toPicture(attachment), captions: []})
  }
}

function isShown(item: NewsItem, url: string): boolean {
  return item.associations.some(({renditions}) => renditions.some(({href}) => href === url))
}
