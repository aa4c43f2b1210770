/** Properties of ninjs 1.0 to 3.3 (https://iptc.org/std/ninjs/), in lower case, and those that Superdesk adds. */
export const knownProperties: ReadonlySet<string> = new Set(
  (
    'uri type mimetype representationtype profile version firstcreated versioncreated contentcreated embargoed embargoeduntil ' +
    'pubstatus urgency copyrightholder copyrightnotice usageterms rightsinfo ednote language person people organisation ' +
    'organisations place places subject subjects event events eventdetails object objects infosource infosources title byline by ' +
    'headline headlines description descriptions body bodies located renditions associations altids trustindicators standard genre genres ' +
    'expires charcount wordcount slugline keywords ticker tickers signal signals plannedcoverage newscoveragestatus assignments ' +
    'plan rating $standard $schema contact link links creator contributors datetime ' +
    // Superdesk Content API and Publisher
    'guid source service priority authors extra abstract evolvedfrom creditline copyright products bookmarks attachments ' +
    'annotations feature_media extra_items original_id ancestors item_id poi _id _etag _links _created _updated nextversion ' +
    'original_creator readtime alttext alt_text region coverage_id event_id planning_id coverages ' +
    // BBC Local Democracy Reporting
    'id contracts'
  ).split(' '),
)

/** Versions 1.x let a sender add its own kinds of these, `body_xhtml`, `description_text`. */
export const openProperties = /^(?:body|description|headline)_[a-z0-9_]+$/

/** `type`: NewsML-G2 item classes and what later versions added. */
export const itemTypes: ReadonlySet<string> = new Set([
  'text',
  'picture',
  'video',
  'audio',
  'graphic',
  'composite',
])

/** Properties that are text in every version. */
export const textProperties: readonly string[] = [
  'uri',
  'type',
  'mimetype',
  'representationtype',
  'profile',
  'pubstatus',
  'copyrightholder',
  'copyrightnotice',
  'usageterms',
  'ednote',
  'language',
  'title',
  'byline',
  'headline',
  'located',
  'slugline',
  'versioncreated',
  'firstcreated',
]

/** Properties that are lists of objects in every version. */
export const listProperties: readonly string[] = [
  'person',
  'people',
  'organisation',
  'organisations',
  'place',
  'places',
  'subject',
  'subjects',
  'event',
  'events',
  'object',
  'objects',
  'infosource',
  'infosources',
  'headlines',
  'bodies',
  'descriptions',
]
