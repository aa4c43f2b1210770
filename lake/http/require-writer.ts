import {LakeError} from '../store/index.ts'
import type {LakeUser} from '../users.ts'

/** Throws a `LakeError` 403 for a user who may only read. */
export function requireWriter(user: LakeUser): void {
  if (user.role !== 'viewer') return
  throw new LakeError({
    status: 403,
    type: 'insufficientPermissionsError',
    description: `Insufficient permissions: ${user.name} may read but not change this dataset`,
  })
}
