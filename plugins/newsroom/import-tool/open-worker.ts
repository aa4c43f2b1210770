/**
 * Opens the importer's worker where Vite builds the sources, as in this checkout. The package has another way: its build puts
 * `open-packaged-worker.ts` in the place of this file, since Vite in somebody else's Studio does not follow such a URL into a package.
 */
export function openWorker(): Promise<Worker> {
  return Promise.resolve(new Worker(new URL('./import-worker.ts', import.meta.url), {type: 'module'}))
}
