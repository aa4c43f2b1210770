import {fileURLToPath} from 'node:url'
import {defineCliConfig} from 'sanity/cli'

export default defineCliConfig({
  api: {
    projectId: process.env.SANITY_STUDIO_PROJECT_ID ?? 'local',
    dataset: process.env.SANITY_STUDIO_DATASET ?? 'production',
  },
  deployment: {autoUpdates: false},
  // The importer runs in a worker, which has no `document`; Vite takes a package's page build there all the same
  // (vitejs/vite#7439), and this package's page build asks for one as soon as it is loaded.
  vite: {
    resolve: {
      alias: {
        'decode-named-character-reference': fileURLToPath(
          import.meta.resolve('decode-named-character-reference'),
        ),
      },
    },
  },
  typegen: {
    schema: 'schema.json',
    path: './queries/**/*.ts',
    generates: './queries/types.ts',
    overloadClientMethods: true,
    formatGeneratedCode: false,
  },
})
