import path from 'node:path'
import {LakeError} from '../lake-error.ts'

/** https://www.sanity.io/docs/content-lake/datasets */
const datasetName = /^~?[a-z0-9][a-z0-9_-]{0,63}$/
const extension = '.sqlite'

/** The file of a dataset in the data folder. A name that is not a dataset's, such as one that leads elsewhere, throws a `LakeError` 400. */
export function toDatasetFile(data: string, name: string): string {
  checkDatasetName(name)
  return path.join(data, name + extension)
}

export function checkDatasetName(name: string): void {
  if (datasetName.test(name)) return
  throw new LakeError({
    status: 400,
    type: 'httpBadRequest',
    description: `"${name.slice(0, 100)}" is not the name of a dataset: 1 to 64 small letters, digits, "_" and "-", a letter or digit first`,
  })
}

/** The dataset that a file of the data folder holds; undefined for other files. */
export function toDatasetName(file: string): string | undefined {
  const name = path.basename(file, extension)
  return file.endsWith(extension) && datasetName.test(name) ? name : undefined
}
