import type {Finding} from '../../model/finding.ts'
import {jsonFindingCodes} from './codes.ts'
import {parseLenientJson} from './parse-lenient-json.ts'

/** JSON values of one text, in order: one for a plain JSON text, one a line for JSON Lines. */
export interface ParsedJson {
  values: unknown[]
  findings: Finding[]
}

/**
 * Reads JSON that may be damaged. Sound JSON goes through the platform's parser; text that it refuses (cut short, raw
 * control characters in strings, missing or trailing commas, several values after one another) is read as far as it goes,
 * with a finding that says where the damage starts. Text without any JSON gives no values and an `error` finding. Never
 * throws; time is linear in the length of the text; nesting beyond 512 levels is left out.
 */
export function parseJson(text: string): ParsedJson {
  const findings: Finding[] = []
  if (text.includes('"__proto__"')) {
    findings.push({
      severity: 'warning',
      code: jsonFindingCodes.unsafeKey,
      message: 'The JSON holds the key "__proto__", which no wire format has. It was ignored.',
    })
  }
  try {
    return {values: [JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)], findings}
  } catch {
    const {values, damagedAt, tooDeep} = parseLenientJson(text)
    if (values.length === 0) {
      findings.push({
        severity: 'error',
        code: jsonFindingCodes.unreadable,
        message: `No JSON value could be read from the text, which starts with ${quoteStart(text)}. Send the whole file again.`,
      })
      return {values, findings}
    }
    if (damagedAt !== null || values.length === 1) {
      const near = damagedAt === null ? '' : ` near ${quoteStart(text.slice(damagedAt))}`
      findings.push({
        severity: 'warning',
        code: jsonFindingCodes.repaired,
        message: `The JSON is damaged or cut short${near}. What could be read was kept; look whether something is missing.`,
        ...(damagedAt === null ? {} : {at: {offset: damagedAt, line: lineAt(text, damagedAt)}}),
      })
    }
    if (tooDeep) {
      findings.push({
        severity: 'warning',
        code: jsonFindingCodes.tooDeep,
        message: 'The JSON is nested more than 512 levels deep; what lies deeper was left out.',
      })
    }
    return {values, findings}
  }
}

function quoteStart(text: string): string {
  return JSON.stringify(text.slice(0, 40).toWellFormed())
}

function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}
