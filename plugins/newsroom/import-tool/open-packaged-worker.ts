/**
 * Opens the importer's worker from the text of its code, which the package's build made of it and all that it needs. It takes no URL of
 * a file and so no configuration of Vite or of any other bundler, in `sanity dev` as in `sanity build`; see ADR 5.
 */
export async function openWorker(): Promise<Worker> {
  const {importWorkerCode} = await import('virtual:import-worker')
  const url = URL.createObjectURL(new Blob([importWorkerCode], {type: 'text/javascript'}))
  try {
    return new Worker(url, {name: 'newsroom-import'})
  } finally {
    URL.revokeObjectURL(url)
  }
}
