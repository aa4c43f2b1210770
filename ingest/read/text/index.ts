export {decodeText, type DecodedText} from './decode-text.ts'
export {textFindingCodes} from './codes.ts'
export {textReader} from './text-reader.ts'
