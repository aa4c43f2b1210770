import type {LakeApp, LakeContext} from '../context.ts'
import {readJson} from '../read-body.ts'
import {toGrants, type LakeUser} from '../../users.ts'

const maxSettingBytes = 1024 * 1024

/** What Studio and the command line ask about the project, its datasets and its people. */
export function addProjectRoutes(app: LakeApp, lake: LakeContext): void {
  app.get('/:version/users/me', (c) => c.json(toCurrentUser(c.get('user'))))
  app.get('/:version/auth/id', (c) => c.json({id: c.get('user').id}))
  app.get('/:version/auth/providers', (c) => c.json({providers: [], thirdPartyLogin: false}))
  app.post('/:version/auth/logout', (c) => c.json({ok: true}))

  app.get('/:version/users/me/keyvalue/:keys', (c) => {
    const store = lake.storeOf(lake.dataset)
    const keys = c.req.param('keys').split(',')
    return c.json(keys.flatMap((key) => store.getKeyValue(c.get('user').id, key) ?? []))
  })
  app.put('/:version/users/me/keyvalue', async (c) => {
    const store = lake.storeOf(lake.dataset)
    const pairs = (await readJson(c, maxSettingBytes)) as unknown as {key: string; value: unknown}[]
    for (const {key, value} of pairs) store.setKeyValue(c.get('user').id, String(key), value)
    return c.json(pairs.map(({key}) => store.getKeyValue(c.get('user').id, String(key))))
  })

  app.get('/:version/users/:ids', (c) => {
    const ids = c.req.param('ids').split(',')
    const users = ids.map((id) => toPerson(lake.users.find((user) => user.id === id) ?? toUnknown(id)))
    return c.json(users.length === 1 ? users[0]! : users)
  })

  app.get('/:version/projects', (c) => c.json([toProject(lake)]))
  app.get('/:version/projects/:project', (c) => c.json(toProject(lake)))
  app.get('/:version/projects/:project/datasets', (c) => c.json(toDatasets(lake)))
  app.get('/:version/datasets', (c) => c.json(toDatasets(lake)))
  const createDataset = async (name: string) => {
    lake.createDataset(name)
    return {datasetName: name, aclMode: 'private'}
  }
  app.put('/:version/datasets/:dataset', async (c) => c.json(await createDataset(c.req.param('dataset'))))
  app.put('/:version/projects/:project/datasets/:dataset', async (c) =>
    c.json(await createDataset(c.req.param('dataset'))),
  )
  app.get('/:version/projects/:project/datasets/:dataset/acl', (c) => c.json(toGrants(c.get('user'))))
  app.get('/:version/projects/:project/grants', (c) => c.json(toProjectGrants(c.get('user'))))
  app.get('/:version/projects/:project/acl', (c) =>
    c.json(lake.users.map((user) => ({projectUserId: user.id, isRobot: false, roles: toRoles(user)}))),
  )
  app.get('/:version/projects/:project/users/:ids', (c) => {
    const ids = c.req.param('ids').split(',')
    const users = ids.map((id) => toPerson(lake.users.find((user) => user.id === id) ?? toUnknown(id)))
    return c.json(users.length === 1 ? users[0]! : users)
  })
  app.get('/:version/projects/:project/features', (c) => c.json([]))
  app.get('/:version/features', (c) => c.json([]))
  app.get('/:version/projects/:project/user-applications', (c) => c.json([]))
  app.get('/:version/user-applications', (c) => c.json([]))
  app.get('/:version/grants', (c) => c.json(toProjectGrants(c.get('user'))))
  app.get('/:version/ping', (c) => c.json({pong: true}))
  app.get('/:version/data/ping/:dataset', (c) => c.json({pong: true}))
  app.get('/:version/ping/:dataset', (c) => c.json({pong: true}))
  app.get('/:version/check/cors', (c) => c.json({result: {allowed: true, withCredentials: true}}))
  // Whether someone who may only read has asked for more: nobody to ask here.
  app.get('/:version/access/requests/me', (c) => c.json([]))
  // Telemetry is taken and thrown away, so that Studio's console stays quiet.
  app.get('/:version/intake/telemetry-status', (c) => c.json({status: 'denied'}))
  app.all('/:version/intake/*', (c) => c.json({}))
  app.get('/:version/journey/*', (c) => c.json([]))
  app.get('/:version/help/*', (c) => c.json([]))
  app.get('/:version/data/references/:dataset/*', (c) => c.json({totalCount: 0, references: []}))
}

function toCurrentUser(user: LakeUser) {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    profileImage: '',
    provider: 'local',
    role: user.role,
    roles: toRoles(user),
  }
}

function toRoles(user: LakeUser) {
  const title = user.role[0]!.toUpperCase() + user.role.slice(1)
  return [{name: user.role, title, description: ''}]
}

function toPerson(user: LakeUser) {
  return {
    id: user.id,
    sanityUserId: user.id,
    displayName: user.name,
    familyName: null,
    givenName: null,
    middleName: null,
    imageUrl: null,
    email: user.email,
    loginProvider: 'local',
  }
}

function toUnknown(id: string): LakeUser {
  return {id, name: id, email: '', role: 'viewer'}
}

/** The command line prints a date of each project, and here there is none to tell. */
const startOfLocalProjects = '1970-01-01T00:00:00Z'

function toProject(lake: LakeContext) {
  return {
    id: lake.projectId,
    displayName: 'Local newsroom',
    studioHost: null,
    organizationId: null,
    isBlocked: false,
    isDisabled: false,
    isDisabledByUser: false,
    activityFeedEnabled: false,
    metadata: {},
    createdAt: startOfLocalProjects,
    features: [],
    members: lake.users.map((user) => ({
      id: user.id,
      role: user.role,
      isCurrentUser: true,
      isRobot: false,
      roles: toRoles(user),
    })),
  }
}

function toDatasets(lake: LakeContext) {
  return lake
    .datasets()
    .map((name) => ({name, aclMode: 'private', createdAt: null, tags: [], datasetProfile: 'content'}))
}

function toProjectGrants(user: LakeUser) {
  const isAdministrator = user.role === 'administrator'
  return {
    'sanity.project': [
      {grants: [{name: 'read', params: {}}, ...(isAdministrator ? [{name: 'update', params: {}}] : [])]},
    ],
  }
}
