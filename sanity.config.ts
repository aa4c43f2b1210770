import {defineConfig} from 'sanity'
import {createLocalClientFactory} from './lake/client/index.ts'
import {newsroom} from './plugins/newsroom/index.ts'

const hostedProjectId = process.env.SANITY_STUDIO_PROJECT_ID
const dataset = process.env.SANITY_STUDIO_DATASET ?? 'production'
const lakeAddress =
  process.env.SANITY_STUDIO_LAKE ??
  (typeof window === 'undefined' ? 'http://localhost:3333' : window.location.origin)

/** The local lake, unless the environment names a hosted project. */
const backend = hostedProjectId
  ? {projectId: hostedProjectId, dataset}
  : {
      projectId: 'local',
      dataset,
      apiHost: lakeAddress,
      auth: {loginMethod: 'cookie' as const, providers: [], mode: 'replace' as const},
      unstable_clientFactory: createLocalClientFactory(lakeAddress),
    }

export default defineConfig({
  ...backend,
  name: 'newsroom',
  title: 'Newsroom',
  plugins: [newsroom()],
  document: {comments: {enabled: false}},
  tasks: {enabled: false},
  announcements: {enabled: false},
  scheduledPublishing: {enabled: false},
  scheduledDrafts: {enabled: false},
  releases: {enabled: false},
  mediaLibrary: {enabled: false},
})
