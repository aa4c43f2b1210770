/** What an article's `wire` says of a version. */
interface WireVersion {
  version?: unknown
  versionCreated?: unknown
}

/**
 * Which of two versions is the later: by `version` where both are numbers; words (`REFILE`, `2nd Ld-Writethru`) only say which when
 * `versionCreated` does not, part by part.
 * Below 0 when `one` is the earlier, 0 when nothing tells them apart. Never the order of arrival.
 */
export function compareVersions(one: WireVersion, other: WireVersion): number {
  const byVersion = compareNumbers(one.version, other.version)
  if (byVersion !== 0 && isNumbered(one) && isNumbered(other)) return byVersion
  const oneTime = typeof one.versionCreated === 'string' ? Date.parse(one.versionCreated) : Number.NaN
  const otherTime = typeof other.versionCreated === 'string' ? Date.parse(other.versionCreated) : Number.NaN
  const byTime = Number.isNaN(oneTime) || Number.isNaN(otherTime) ? 0 : oneTime - otherTime
  return byTime === 0 ? byVersion : byTime
}

function isNumbered({version}: WireVersion): boolean {
  return typeof version === 'string' && /^\d[\d.]*$/.test(version)
}

function compareNumbers(one: unknown, other: unknown): number {
  if (typeof one !== 'string' || typeof other !== 'string' || one === other) return 0
  const oneParts = one.match(/\d+|\p{L}+/gu) ?? []
  const otherParts = other.match(/\d+|\p{L}+/gu) ?? []
  for (let index = 0; index < Math.max(oneParts.length, otherParts.length); index += 1) {
    const a = oneParts[index]
    const b = otherParts[index]
    if (a === undefined || b === undefined) return a === undefined ? -1 : 1
    const difference = /^\d/u.test(a) && /^\d/u.test(b) ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0
    if (difference !== 0) return difference
  }
  return 0
}
