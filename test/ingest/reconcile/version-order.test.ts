import {describe, expect, it} from 'vitest'
import {compareVersions} from '../../../ingest/reconcile/version-order.ts'

const earlier = {versionCreated: '2024-03-02T10:00:00Z'}
const later = {versionCreated: '2024-03-02T11:00:00Z'}

describe('the later of two versions', () => {
  it('is told by numbers before times', () => {
    expect(compareVersions({...later, version: '9'}, {...earlier, version: '10'})).toBeLessThan(0)
    expect(compareVersions({...later, version: '1.2'}, {...earlier, version: '1.10'})).toBeLessThan(0)
  })

  it('is told by times before words: a refile of the first lead comes before the second lead', () => {
    const refile = {...earlier, version: 'REFILE, 1ST LEAD'}
    const second = {...later, version: '2ND LEAD'}
    expect(compareVersions(refile, second)).toBeLessThan(0)
    expect(compareVersions(second, refile)).toBeGreaterThan(0)
  })

  it('is told by words where no time tells', () => {
    expect(compareVersions({version: '1st Ld-Writethru'}, {version: '2nd Ld-Writethru'})).toBeLessThan(0)
    expect(compareVersions({version: '2'}, {version: '2'})).toBe(0)
    expect(compareVersions({}, {})).toBe(0)
  })
})
