import path from 'node:path'
import {rolldown, type Plugin} from 'rolldown'

const importTool = path.resolve(import.meta.dirname, '../plugins/newsroom/import-tool')
const virtualId = 'virtual:import-worker'

/**
 * Puts the importer's worker into the package as text: `open-packaged-worker.ts` takes the place of `open-worker.ts`, and what it
 * imports as `virtual:import-worker` is the worker bundled with all its packages.
 */
export function packagedWorker(): Plugin {
  return {
    name: 'packaged-worker',
    resolveId: {
      filter: {id: /^virtual:import-worker$|\/open-worker\.ts$/},
      handler: (id) =>
        id === virtualId ? `\0${virtualId}.js` : path.join(importTool, 'open-packaged-worker.ts'),
    },
    load: {
      filter: {id: /virtual:import-worker/},
      handler: async () => `export const importWorkerCode = ${JSON.stringify(await bundleWorker())}`,
    },
  }
}

/** One classic script, for a browser's worker: of a package's builds the one that asks for no `document`. */
async function bundleWorker(): Promise<string> {
  const bundle = await rolldown({
    input: path.join(importTool, 'import-worker.ts'),
    platform: 'browser',
    resolve: {conditionNames: ['worker', 'browser', 'import', 'module', 'default']},
    transform: {define: {'process.env.NODE_ENV': '"production"'}, target: 'es2022'},
    plugins: [emptyNodeModules()],
    logLevel: 'warn',
  })
  try {
    const {output} = await bundle.generate({format: 'iife', minify: true, codeSplitting: false})
    if (output.length !== 1) throw new Error(`The worker must be one file, but is ${output.length}`)
    return output[0].code
  } finally {
    await bundle.close()
  }
}

/** What a package would use in Node alone is empty in a browser, as Vite has it. */
function emptyNodeModules(): Plugin {
  const id = '\0node-module'
  return {
    name: 'empty-node-modules',
    resolveId: {
      filter: {id: /^(?:node:)?(?:buffer|fs|os|path|stream|string_decoder|url|util|crypto|perf_hooks)$/},
      handler: () => id,
    },
    load: {filter: {id: /node-module/}, handler: () => 'module.exports = {}'},
  }
}
