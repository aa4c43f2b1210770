export {docxFindingCodes} from './codes.ts'
export {docxReader} from './docx-reader.ts'
