/** Made by the package's build; see `build/packaged-worker.ts`. */
declare module 'virtual:import-worker' {
  /** The importer's worker and all that it needs as one classic script. */
  export const importWorkerCode: string
}
