import type {Association, BodyBlock, NewsItem} from '../../model/news-item.ts'
import {cleanLink} from '../markup/clean-link.ts'
import type {CopyLine} from '../wire-text/copy-lines.ts'
import {joinLines} from '../wire-text/paragraphs.ts'
import {addressLine, pictureLine} from './lines.ts'

/** Lines that are nothing but addresses of pictures become pictures of the item; gives whether the group was that. */
export function readPictures(group: readonly CopyLine[], item: NewsItem, blocks: BodyBlock[]): boolean {
  const found: {kind: string; href: string; lines: CopyLine[]}[] = []
  for (let at = 0; at < group.length; at++) {
    const line = group[at]
    const match = line === undefined ? null : pictureLine.exec(line.text.trim())
    if (!line || !match) return false
    const next = group[at + 1]
    const href = match[2] ?? (next && addressLine.exec(next.text.trim())?.[1])
    if (!href) return false
    const lines = match[2] || !next ? [line] : [line, next]
    at += lines.length - 1
    found.push({kind: (match[1] ?? 'photo').toLowerCase(), href: href.replace(/\)$/, ''), lines})
  }
  for (const {kind, href, lines} of found) {
    const address = cleanLink(href)
    if (!address) continue
    const association: Association = {
      itemClass: kind.startsWith('video')
        ? 'video'
        : kind.startsWith('logo') || kind.startsWith('infographic')
          ? 'graphic'
          : 'picture',
      name: kind,
      captions: [],
      renditions: [{href: address}],
    }
    item.associations.push(association)
    const line = lines[0]?.line ?? 1
    blocks.push({
      kind: 'image',
      text: joinLines(lines, null).replace('\n', ' '),
      association: item.associations.length - 1,
      at: {line},
    })
  }
  return found.length > 0
}
