export {arrange} from './arrange.ts'
export {arrangeFindingCodes} from './codes.ts'
export {furnitureReasons, type FurnitureReason} from './furniture/furniture-reasons.ts'
export {findNewsletterBoxes} from './newsletter/index.ts'
