import type {FormatFields} from '../fields.ts'

/** Where NewsML 1.x keeps each field. */
export const newsml1Fields: FormatFields = {
  format: 'newsml1',
  title: 'NewsML 1.x',
  fields: [
    {
      field: 'uri',
      from: ['NewsIdentifier/PublicIdentifier', 'ProviderId, DateId and NewsItemId'],
      note: 'derived when PublicIdentifier tells no item apart; further stories of one item get #Duid',
    },
    {field: 'version', from: ['NewsIdentifier/RevisionId']},
    {field: 'altIds', from: ['NewsIdentifier/NewsItemId']},
    {field: 'provider', from: ['AdministrativeMetadata/Provider/Party', 'NewsIdentifier/ProviderId']},
    {field: 'pubStatus', from: ['NewsManagement/Status']},
    {
      field: 'signals',
      from: ['Status', 'RevisionId@Update', 'Instruction', 'Genre', 'words of the slugline'],
    },
    {field: 'embargoedUntil', from: ['StatusWillChange/DateAndTime']},
    {field: 'firstCreated', from: ['NewsManagement/FirstCreated']},
    {field: 'versionCreated', from: ['NewsManagement/ThisRevisionCreated']},
    {field: 'urgency', from: ['NewsManagement/Urgency']},
    {
      field: 'edNotes',
      from: ['NewsLines/NewsLine', 'Property EditorialInfo', 'a replacement note as first paragraph'],
    },
    {
      field: 'language',
      from: ['NewsComponent@xml:lang', 'DescriptiveMetadata/Language', 'NewsItem@xml:lang'],
    },
    {field: 'headline', from: ['NewsLines/HeadLine', 'part Title']},
    {field: 'headlines', from: ['NewsLines/SubHeadLine', 'part SubHeadLine']},
    {field: 'standfirst', from: ['part Lead', 'nitf abstract']},
    {field: 'slugline', from: ['NewsLines/SlugLine', 'Identification/NameLabel']},
    {field: 'byline', from: ['NewsLines/ByLine and ByLineTitle', 'AdministrativeMetadata/Creator']},
    {field: 'dateline', from: ['NewsLines/DateLine'], note: 'a date alone is none'},
    {field: 'located', from: ['Location/Property City']},
    {
      field: 'subjects',
      from: ['SubjectCode/*'],
      note: 'named by the TopicSet of the copy, else by the table',
    },
    {field: 'genres', from: ['Genre']},
    {field: 'keywords', from: ['KeywordLine', 'Property Keyword']},
    {field: 'creditLine', from: ['NewsLines/CreditLine']},
    {field: 'copyrightNotice', from: ['NewsLines/CopyrightLine', 'RightsMetadata']},
    {field: 'usageTerms', from: ['NewsLines/RightsLine', 'RightsMetadata/UsageRights']},
    {field: 'blocks', from: ['DataContent: NITF, XHTML, escaped HTML, text']},
    {field: 'associations', from: ['ContentItem@Href of media, sizes joined', 'NewsItemRef']},
    {field: 'association.captions', from: ['part Caption', 'NewsLine caption', 'HeadLine of the picture']},
    {field: 'association.creditLine', from: ['CreditLine', 'Source/Party']},
    {field: 'association.byline', from: ['ByLine', 'Creator/Party']},
  ],
}
