export {wxrReader} from './wxr-reader.ts'
export {wxrFindingCodes} from './codes.ts'
