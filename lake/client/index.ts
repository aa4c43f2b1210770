export {createLocalClientFactory, createLocalFetch} from './local-client.ts'
export {localLake, type LocalWorkspace} from './local-lake.ts'
