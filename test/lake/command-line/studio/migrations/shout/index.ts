import {at, defineMigration, set} from 'sanity/migrate'

export default defineMigration({
  title: 'Headlines in capitals',
  documentTypes: ['article'],
  migrate: {
    document: (document) => at('headline', set(String(document['headline']).toUpperCase())),
  },
})
