import type {Finding} from '../../model/finding.ts'
import type {NewsItem} from '../../model/news-item.ts'
import {decodeBytes} from '../encoding/decode-bytes.ts'
import type {Probe, Reader} from '../reader.ts'
import {setEmbargo} from '../wire-text/set-embargo.ts'
import {newItem} from '../wire-text/new-item.ts'
import {pressReleaseFindingCodes} from './codes.ts'
import {
  aboutLine,
  contactLine,
  embargoLine,
  notesLine,
  releaseLabel,
  releaseNumber,
  sourceLine,
  wireMark,
} from './lines.ts'
import {readRelease} from './read-release.ts'

/**
 * Plain-text press releases as the distributors send them (AsiaNet, PR Newswire, Business Wire, Kyodo JBN …). Told by what
 * they have in common: the source above and below, a release number, a dateline with the distributor's mark, contacts.
 */
export const pressReleaseReader: Reader = {
  format: 'press-release',
  title: 'Plain-text press releases',
  detect: detectRelease,
  read(bytes) {
    const {text, encoding, findings} = decodeBytes(bytes)
    const item = newItem('press-release', encoding)
    const release = readRelease(text, item)
    if (release.date !== undefined) {
      item.versionCreated = release.date
      item.derived = ['versionCreated']
    }
    if (release.dateline) applyDateline(release.dateline, item)
    else
      note(
        findings,
        'info',
        pressReleaseFindingCodes.noDateline,
        'The release has no dateline; place and date were left empty.',
      )
    if (release.embargo !== undefined) {
      const finding: Finding = {
        severity: 'warning',
        code: pressReleaseFindingCodes.embargo,
        message: `The release says "${release.embargo.slice(0, 120)}". The time was kept as text; set it before publishing.`,
      }
      setEmbargo(item, release.embargo, finding, findings)
    }
    if (item.headline === undefined)
      note(
        findings,
        'warning',
        pressReleaseFindingCodes.noHeadline,
        'No line of the release could be its headline. Write one before publishing.',
      )
    return [{item, findings}]
  },
}

function note(findings: Finding[], severity: Finding['severity'], code: string, message: string): void {
  findings.push({severity, code, message})
}

function applyDateline(
  dateline: {dateline: string; located: string; agency?: string; date?: string},
  item: NewsItem,
): void {
  item.dateline = dateline.dateline
  item.located = dateline.located
  if (dateline.agency !== undefined) item.provider = dateline.agency
  item.derived = ['located', ...(item.derived ?? [])]
  if (dateline.date !== undefined && item.versionCreated === undefined) {
    item.versionCreated = dateline.date
    item.derived.push('versionCreated')
  }
}

/** An end mark that other plain text does not have. */
const endOfRelease = /^(?:[-–—]+ ?(?:ends|-?30-?) ?[-–—]+|ENDS|# ?# ?#)\.?$/i

function detectRelease({text}: Probe): {score: number; why: string} | null {
  const head = text.slice(0, 4000)
  if (/^\s*[<{[]/.test(head) || head.includes('\u0001')) return null
  const lines = head.split(/\r\n|\n|\r/, 80)
  const opening = lines.filter((line) => line.trim() !== '').slice(0, 6)
  const evidence: string[] = []
  let score = 0
  const add = (points: number, what: string) => {
    score += points
    evidence.push(what)
  }
  if (opening.some((line) => releaseNumber.test(line.trim()))) add(0.5, 'a release number')
  if (lines.some((line) => line.length < 200 && wireMark.test(line)))
    add(0.45, 'a distributor’s mark in the dateline')
  if (opening.some((line) => sourceLine.test(line.trim()))) add(0.2, 'the source above the headline')
  if (opening.some((line) => releaseLabel.test(line.trim()))) add(0.35, 'the words of a release')
  if (opening.some((line) => line.length < 120 && embargoLine.test(line.trim())))
    add(0.35, 'an embargo above it')
  const tail = text.slice(-3000).split(/\r\n|\n|\r/)
  if (tail.some((line) => /^source\b[\s:]/i.test(line.trim()) && line.length < 120))
    add(0.15, 'the source below the story')
  if (
    tail.some((line) => line.length < 120 && (aboutLine.test(line.trim()) || contactLine.test(line.trim())))
  )
    add(0.1, 'boilerplate or contacts')
  if (tail.some((line) => endOfRelease.test(line.trim()))) add(0.25, 'the end mark of a release')
  if (tail.some((line) => line.length < 60 && notesLine.test(line.trim()))) add(0.2, 'notes to editors')
  if (score < 0.35) return null
  return {score: Math.min(score, 0.92), why: `plain text with ${evidence.join(', ')}`}
}
