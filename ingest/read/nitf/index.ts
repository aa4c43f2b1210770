export {nitfReader, readNitf} from './nitf-reader.ts'
export {nitfFindingCodes} from './codes.ts'
