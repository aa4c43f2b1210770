import {CommandError} from '../exit-codes.ts'

/** A dataset name as Sanity allows it: lower-case letters, digits, `_` and `-`. */
const datasetName = /^~?[a-z0-9][a-z0-9_-]{0,63}$/

export function checkDatasetName(name: string): void {
  if (!datasetName.test(name))
    throw new CommandError(
      `"${name}" is no dataset name. Allowed: lower-case letters, digits, "_" and "-", beginning with a letter or digit, at most 64.`,
    )
}
