/** Someone who works with the lake. Who they are is told by the token; without one it is the first user. */
export interface LakeUser {
  id: string
  name: string
  email: string
  role: 'administrator' | 'editor' | 'viewer'
}

export const localUser: LakeUser = {
  id: 'local-editor',
  name: 'Local editor',
  email: 'editor@localhost',
  role: 'administrator',
}

/** The user whose id the `Authorization: Bearer` header carries; the first one where it carries none that is known. */
export function findUser(users: readonly LakeUser[], authorization: string | undefined): LakeUser {
  const token = authorization?.replace(/^Bearer\s+/i, '')
  return users.find((user) => user.id === token) ?? users[0] ?? localUser
}

const everything = '_id in path("**")'

/** Grants as `/projects/:id/datasets/:dataset/acl` lists them. */
export function toGrants(user: LakeUser): {filter: string; permissions: string[]}[] {
  if (user.role === 'viewer') return [{filter: everything, permissions: ['read']}]
  const permissions = ['read', 'create', 'update', 'history', 'editHistory']
  if (user.role === 'administrator') permissions.push('manage')
  return [{filter: everything, permissions}]
}
