export {newsmlG2Reader} from './newsml-g2-reader.ts'
export {newsmlG2FindingCodes} from './codes.ts'
