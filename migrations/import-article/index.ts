import {defineMigration} from 'sanity/migrate'
import {planMigration} from '../../ingest/plan-migration.ts'

/**
 * Turns the `wireCopy` documents of a dataset into articles, captions, quotes and newsletter blocks, exactly as an import of the
 * same copy would. A dry run unless `--no-dry-run` is given; `--from-export` works too. Run again it changes nothing.
 *
 * `npm run sanity -- migration run import-article`
 */
export default defineMigration({
  title: 'Make articles, captions, quotes and newsletter blocks from the wire copy',
  documentTypes: ['wireCopy', 'article', 'imageCaption', 'quote', 'newsletterBlock', 'person'],
  async *migrate(documents) {
    for await (const mutations of planMigration(documents, {now: new Date().toISOString()}))
      yield mutations as never
  },
})
