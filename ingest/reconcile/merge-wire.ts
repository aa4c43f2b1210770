import {compareVersions} from './version-order.ts'
import {readChange, toFieldChange} from './waiting-change.ts'
import type {WaitingChange} from './types.ts'

/** What an article says of where it came from; properties as in the schema's `wireInfo`. */
export type Wire = Record<string, unknown>

/** An article's `wire` after a version. */
interface MergedWire {
  wire: Wire
  /** The status of the latest version, when an editor must agree before it counts. */
  waiting: WaitingChange[]
  /** The version made the article stricter: killed or put on hold. */
  stricter: boolean
}

const severity: Record<string, number> = {usable: 0, withheld: 1, canceled: 2}

/**
 * The latest version's properties, whichever came first. A kill or a hold counts even when it arrives late; going back to a milder
 * status waits for an editor (DESIGN §4, rules 5 and 6). `textTaken`: the article's text is now this version's, so `copy` and `parts` are too.
 */
export function mergeWire(
  ours: Wire,
  theirs: Wire,
  unsettled: WaitingChange[],
  textTaken: boolean,
): MergedWire {
  const later = compareVersions(theirs, ours) >= 0
  const pending = unsettled.find((change) => change.kind === 'status')
  const latest = later ? statusOf(theirs) : pending ? String(readChange(pending).theirs) : statusOf(ours)
  const strictest = isStricter(statusOf(theirs), statusOf(ours)) ? statusOf(theirs) : statusOf(ours)
  const {parts: _, ...told} = later ? theirs : ours
  const parts = textTaken ? theirs.parts : ours.parts
  const wire: Wire = {
    ...told,
    copy: textTaken ? theirs.copy : ours.copy,
    pubStatus: strictest,
    ...(parts === undefined ? {} : {parts}),
  }
  return {
    wire,
    waiting:
      strictest === latest ? [] : [toFieldChange('wire.pubStatus', 'status', undefined, strictest, latest)],
    stricter: isStricter(strictest, statusOf(ours)),
  }
}

/** `usable` when the article does not say. */
export function statusOf(wire: Wire | undefined): string {
  return typeof wire?.pubStatus === 'string' ? wire.pubStatus : 'usable'
}

/** Whether one status forbids more than the other. */
export function isStricter(one: string, other: string): boolean {
  return (severity[one] ?? 0) > (severity[other] ?? 0)
}
