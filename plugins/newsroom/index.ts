export {newsroom} from './newsroom.ts'
export type {NewsroomOptions} from './options.ts'
export {createNewsroomStructure, newsroomListItems} from './structure/newsroom-structure.ts'
export {newsroomBundles, newsroomNamespace} from './i18n/index.ts'
