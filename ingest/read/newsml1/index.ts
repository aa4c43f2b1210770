export {newsml1Reader} from './newsml1-reader.ts'
export {newsml1FindingCodes} from './codes.ts'
