export {markdownFindingCodes} from './codes.ts'
export {markdownReader} from './markdown-reader.ts'
