/** IPTC ninjs 3.3 `pubStatus`, in an editor's words. */
export const pubStatuses = [
  {value: 'usable', title: 'Usable'},
  {value: 'withheld', title: 'Held'},
  {value: 'canceled', title: 'Killed'},
] as const

/** What a wire item can tell the desk to do. */
export const wireSignals = [
  {value: 'update', title: 'Update'},
  {value: 'correction', title: 'Correction'},
  {value: 'kill', title: 'Kill'},
  {value: 'hold', title: 'Hold'},
  {value: 'advisory', title: 'Advisory'},
  {value: 'writethru', title: 'Write-thru'},
  {value: 'sameAs', title: 'Same as another item'},
] as const

/** What became of a piece of copy. */
export const outcomes = [
  {value: 'imported', title: 'Imported'},
  {value: 'held', title: 'Held'},
  {value: 'killed', title: 'Killed'},
  {value: 'failed', title: 'Failed'},
] as const

/** How much of what somebody said a quote holds word for word. */
export const quoteKinds = [
  {value: 'direct', title: 'Direct: whole sentences'},
  {value: 'partial', title: 'Partial: a few words'},
  {value: 'indirect', title: 'Indirect: reported'},
] as const

export const severities = [
  {value: 'info', title: 'For information'},
  {value: 'warning', title: 'Have a look'},
  {value: 'error', title: 'Could not be imported'},
] as const

/** Whether a copy holds a part of a package, or only names it. */
export const partRoles = [
  {value: 'held', title: 'Held'},
  {value: 'named', title: 'Named'},
] as const
