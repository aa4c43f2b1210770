export {htmlFindingCodes} from './codes.ts'
export {htmlReader} from './html-reader.ts'
