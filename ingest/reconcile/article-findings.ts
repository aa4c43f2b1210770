import type {Finding} from '../model/finding.ts'
import {reconcileFindingCodes} from './codes.ts'
import type {StoredDocument, WaitingChange} from './types.ts'

/** What an update did that a person should know. `stricter`: the status that it brought, when that forbids more than before. */
export function toFindings(
  made: StoredDocument,
  waiting: WaitingChange[],
  stricter: string | null,
  quotationChanged: boolean,
): Finding[] {
  const findings: Finding[] = []
  if (stricter === 'canceled')
    findings.push({
      severity: 'warning',
      code: reconcileFindingCodes.killed,
      message: `${nameOf(made)} was killed. Its text is kept; it cannot be published. Taking it off the site is an editor's act.`,
    })
  if (stricter === 'withheld')
    findings.push({
      severity: 'warning',
      code: reconcileFindingCodes.withheld,
      message: `${nameOf(made)} was put on hold: it cannot be published until it is released.`,
    })
  if (waiting.some((change) => change.kind === 'status'))
    findings.push({
      severity: 'warning',
      code: reconcileFindingCodes.usableAgain,
      message: `${nameOf(made)} may be used again, says the wire. It stays blocked until an editor agrees.`,
    })
  const text = waiting.filter((change) => change.kind !== 'status').length
  if (text > 0)
    findings.push({
      severity: 'warning',
      code: reconcileFindingCodes.updateWaits,
      message: `${nameOf(made)}: ${text} ${text === 1 ? 'change' : 'changes'} of the wire met an editor's and ${text === 1 ? 'waits' : 'wait'} on the article.`,
    })
  if (quotationChanged)
    findings.push({
      severity: 'warning',
      code: reconcileFindingCodes.quotationChanged,
      message: `${nameOf(made)}: the wire corrected words inside quotation marks. Check the quotation.`,
    })
  return findings
}

/** An older version came late. */
export function toOlderFinding(made: StoredDocument, ours: StoredDocument): Finding {
  const here = String(wireOf(ours).version ?? wireOf(ours).versionCreated ?? 'no version')
  return {
    severity: 'info',
    code: reconcileFindingCodes.olderVersion,
    message: `${nameOf(made)} is older than what is here (${here}): recorded, nothing changed.`,
  }
}

/** The base cannot be made again. */
export function toKeptFinding(made: StoredDocument): Finding {
  return {
    severity: 'warning',
    code: reconcileFindingCodes.baseMissing,
    message: `${nameOf(made)} was not merged: the copy that the article was last made from cannot be read again, so an editor's words could not be told from the wire's. Compare the article with the new copy by hand.`,
  }
}

/** An editor deleted the article, and the same copy came again. */
export function toDeletedFinding(made: StoredDocument): Finding {
  return {
    severity: 'info',
    code: reconcileFindingCodes.deletedHere,
    message: `${nameOf(made)} was deleted here after it had been imported, and the same copy came again: it stays deleted. A newer version will bring it back.`,
  }
}

function nameOf(made: StoredDocument): string {
  const {uri, version} = wireOf(made)
  const name = typeof made.headline === 'string' ? `"${made.headline.slice(0, 80)}"` : String(uri ?? made._id)
  return version === undefined ? name : `${name} (version ${String(version)})`
}

function wireOf(article: StoredDocument): {uri?: unknown; version?: unknown; versionCreated?: unknown} {
  return (article.wire as {uri?: unknown} | undefined) ?? {}
}
