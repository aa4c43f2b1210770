export {ritzauReader} from './ritzau-reader.ts'
export {ritzauFindingCodes} from './codes.ts'
