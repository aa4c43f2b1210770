import {defineConfig} from 'tsdown'
import {packagedWorker} from './build/packaged-worker.ts'

/** The package: every source a file of its own under `dist/`, in the folders it has here. */
export default defineConfig({
  entry: [
    'plugins/newsroom/index.ts',
    'schemas/index.ts',
    'ingest/index.ts',
    'queries/index.ts',
    'lake/index.ts',
    'lake/client/index.ts',
    'migrations/*/index.ts',
    'cli/main.ts',
    'cli/import/parse-worker.ts',
  ],
  root: '.',
  unbundle: true,
  platform: 'node',
  target: false,
  fixedExtension: false,
  dts: true,
  sourcemap: true,
  plugins: [packagedWorker()],
  copy: [
    {from: 'lake/command-line/preload.js', to: 'dist/lake/command-line'},
    {from: 'cli/sample', to: 'dist/cli'},
  ],
})
