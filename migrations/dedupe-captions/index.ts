import {defineMigration} from 'sanity/migrate'
import {planCaptionDedupe} from '../../ingest/captions/plan-dedupe.ts'

/**
 * Joins caption documents that an older import left behind twice: the fullest wording stays, the others go to its `alsoSeen`, and
 * every reference is moved before a document is deleted. A dry run unless `--no-dry-run` is given.
 *
 * `npm run sanity -- migration run dedupe-captions`
 */
export default defineMigration({
  title: 'Join image captions that are stored twice',
  async *migrate(documents) {
    for await (const mutations of planCaptionDedupe(documents)) yield mutations as never
  },
})
