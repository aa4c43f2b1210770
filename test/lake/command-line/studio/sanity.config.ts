import {defineConfig} from 'sanity'

export default defineConfig({
  projectId: 'local',
  dataset: 'production',
  schema: {
    types: [{type: 'document', name: 'article', fields: [{type: 'string', name: 'headline'}]}],
  },
})
