export {reconcileFindingCodes} from './codes.ts'
export {reconcile} from './reconcile.ts'
export {describeChange} from './waiting-change.ts'
export type * from './types.ts'
