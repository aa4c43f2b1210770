import type {Finding} from '../../model/finding.ts'
import {emailFindingCodes} from './codes.ts'

/** Says that words of a message (`subject`, `line`) speak of an embargo, whose time is kept as text. */
export function embargoFinding(where: 'subject' | 'line', words: string): Finding {
  return {
    severity: 'warning',
    code: emailFindingCodes.embargo,
    message: `${where === 'subject' ? 'The subject' : 'A line'} of the message speaks of an embargo: "${words.slice(0, 120)}". Its time was kept as text; set it before publishing.`,
  }
}
