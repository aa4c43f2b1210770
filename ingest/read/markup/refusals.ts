import type {Finding} from '../../model/finding.ts'
import {markupFindingCodes} from './codes.ts'

const maxFindings = 20

/** Tells of addresses that are not taken over. */
export class Refusals {
  readonly findings: Finding[] = []

  link(address: string): void {
    this.#add(markupFindingCodes.linkRefused, 'A link', address)
  }

  picture(address: string): void {
    this.#add(markupFindingCodes.pictureRefused, 'A picture', address)
  }

  #add(code: string, what: string, address: string): void {
    if (this.findings.length >= maxFindings) return
    const message = `${what} to "${address.slice(0, 60)}" was dropped, its words kept; allowed are http, https, mailto, tel and addresses of the site itself.`
    this.findings.push({severity: 'warning', code, message})
  }
}
