/** What the `newsroom` command ends with; printed under `newsroom --help` and in the README. */
export const exitCodes = {
  /** All done; nothing failed. */
  ok: 0,
  /** The run finished, but at least one file or item failed; the report says which. */
  someFailed: 1,
  /** The command line is wrong: an unknown option, a missing argument, a value that is not allowed. */
  usage: 2,
  /** The dataset could not be opened or reached. */
  dataset: 3,
  /** Interrupted (Ctrl-C); what was reported as written is stored. */
  interrupted: 130,
} as const

/** What each code means, for help texts. */
export const exitCodeMeanings: Record<number, string> = {
  [exitCodes.ok]: 'done',
  [exitCodes.someFailed]: 'done, but some files or items failed (the report says which)',
  [exitCodes.usage]: 'the command line is wrong',
  [exitCodes.dataset]: 'the dataset could not be opened or reached',
  [exitCodes.interrupted]: 'interrupted; what was reported as written is stored',
}

/** A failure that a person can mend: printed as its message alone, without a stack. */
export class CommandError extends Error {
  readonly exitCode: number

  constructor(message: string, exitCode: number = exitCodes.usage, options?: ErrorOptions) {
    super(message, options)
    this.name = 'CommandError'
    this.exitCode = exitCode
  }
}
