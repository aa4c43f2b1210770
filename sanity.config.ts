import {deDELocale} from '@sanity/locale-de-de'
import {defineConfig} from 'sanity'
import {localLake} from './lake/client/index.ts'
import {britishEnglish, newsroom} from './plugins/newsroom/index.ts'

const hostedProjectId = process.env.SANITY_STUDIO_PROJECT_ID
const dataset = process.env.SANITY_STUDIO_DATASET ?? 'production'

/** The local lake, unless the environment names a hosted project. */
export default defineConfig({
  name: 'newsroom',
  title: 'Newsroom',
  projectId: hostedProjectId ?? 'local',
  dataset,
  plugins: [newsroom({structure: {name: 'structure'}}), deDELocale()],
  i18n: {locales: (locales) => [...locales, britishEnglish]},
  document: {comments: {enabled: false}},
  ...(hostedProjectId ? {} : localLake(process.env.SANITY_STUDIO_LAKE ?? '/', dataset)),
})
