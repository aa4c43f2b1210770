import type {PageView} from './page-view.ts'

/**
 * Says of each line whether it is part of the story's body: its paragraphs, crossheads and lists. `taken` are lines that are
 * something else already (newsletter boxes). The list runs beside the view's lines.
 */
export function toStoryLines(view: PageView, taken: ReadonlySet<number>): boolean[] {
  const {shapes, region, copies, headline} = view
  return view.lines.map((_, at) => {
    const shape = shapes[at]
    if (shape === undefined || at === headline || taken.has(at)) return false
    if (at < region.from || at > region.to || (headline !== null && at < headline)) return false
    if (
      shape.furniture !== null ||
      (shape.isByline && at < region.from + 3) ||
      shape.isDate ||
      shape.isCredit
    )
      return false
    if ((copies[at] ?? 1) > 1) return false
    return true
  })
}
