import {CommandError, exitCodes} from '../exit-codes.ts'
import {checkDatasetName} from './check-dataset-name.ts'
import type {Dataset} from './dataset.ts'
import {findRunningLake} from '../../lake/running-lake.ts'

export interface DatasetOptions {
  data: string
  dataset: string
  project?: string
  apiHost?: string
}

/**
 * The dataset that the options name: a hosted project's, another server's, or the one in the data folder; the latter through the
 * lake that serves it, when one is running, so that open Studios see every change.
 */
export async function openDataset(
  options: DatasetOptions,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Dataset> {
  checkDatasetName(options.dataset)
  if (options.project) {
    const token = env.SANITY_AUTH_TOKEN
    if (!token)
      throw new CommandError(
        `--project ${options.project} needs a token: set SANITY_AUTH_TOKEN to one with write access (sanity.io/manage, API, Tokens).`,
        exitCodes.dataset,
      )
    const {openRemoteDataset} = await import('./remote-dataset.ts')
    return openRemoteDataset({
      projectId: options.project,
      dataset: options.dataset,
      token,
      ...(options.apiHost ? {apiHost: options.apiHost} : {}),
    })
  }
  const address = options.apiHost ?? (await findRunningLake(options.data, options.dataset))
  if (address) {
    const {openRemoteDataset} = await import('./remote-dataset.ts')
    return openRemoteDataset({projectId: 'local', dataset: options.dataset, apiHost: address})
  }
  const {openEmbeddedDataset} = await import('./embedded-dataset.ts')
  return openEmbeddedDataset(options.data, options.dataset)
}
