export {rssReader} from './rss-reader.ts'
export {rssFindingCodes} from './codes.ts'
