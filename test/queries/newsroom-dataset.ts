/** Hand-made documents: one story of each state, and what they share. */
export const ids = {
  plain: 'article-plain',
  later: 'article-later',
  killed: 'article-killed',
  held: 'article-held',
  embargoed: 'article-embargoed',
  lifted: 'article-lifted',
  unreadable: 'article-unreadable',
  expired: 'article-expired',
  caption: 'imageCaption-1',
  newsletter: 'newsletterBlock-1',
  person: 'person-1',
  copy: 'wireCopy-1',
} as const

/** The clock of the tests. */
export const now = '2026-05-01T12:00:00Z'

const refer = (id: string, weak = false) => ({_type: 'reference', _ref: id, ...(weak ? {_weak: true} : {})})

const article = (
  id: string,
  section: string,
  wire: Record<string, unknown>,
  more: Record<string, unknown> = {},
) => ({
  _id: id,
  _type: 'article',
  _createdAt: '2026-04-30T09:00:00Z',
  _updatedAt: '2026-04-30T09:00:00Z',
  headline: `Headline of ${id}`,
  slug: {_type: 'slug', current: `slug-of-${id}`},
  section,
  body: [],
  wire: {_type: 'wireInfo', copy: refer(ids.copy), ...wire},
  ...more,
})

const quote = (id: string, articleId: string) => ({
  _id: id,
  _type: 'quote',
  _createdAt: '2026-04-30T09:00:00Z',
  paragraphs: ['The bridge will open in June.'],
  kind: 'direct',
  speaker: refer(ids.person),
  speakerName: 'Oriel',
  speakerRole: 'harbour master',
  article: refer(articleId, true),
  copy: refer(ids.copy),
  at: [{_key: 'p', _type: 'quotePlace', block: 'b1', start: 0, end: 31}],
})

const body = [
  {
    _key: 'b1',
    _type: 'block',
    style: 'normal',
    markDefs: [
      {_key: 'q1', _type: 'quotation', quote: refer('quote-plain')},
      {_key: 'l1', _type: 'link', href: '/harbour'},
    ],
    children: [{_key: 's1', _type: 'span', text: '“The bridge will open in June.”', marks: ['q1']}],
  },
  {_key: 'i1', _type: 'captionedImage', caption: refer(ids.caption), override: 'The bridge on Tuesday.'},
  {_key: 'n1', _type: 'newsletterSignup', newsletterBlock: refer(ids.newsletter)},
  {_key: 'p1', _type: 'pullQuote', quote: refer('quote-plain')},
]

export const dataset = [
  article(
    ids.plain,
    'Harbour',
    {
      pubStatus: 'usable',
      versionCreated: '2026-04-30T10:00:00+02:00',
      edNotes: [{_key: 'e', text: 'Desk only', public: false}],
    },
    {
      body,
      leadImage: {_type: 'captionedImage', caption: refer(ids.caption)},
      by: [{_key: 'b', ...refer(ids.person)}],
    },
  ),
  article(ids.later, 'Harbour', {versionCreated: '2026-04-30T09:30:00Z'}),
  article(ids.killed, 'Harbour', {
    pubStatus: 'canceled',
    edNotes: [{_key: 'k', text: 'Kill', public: false}],
  }),
  article(ids.held, 'Harbour', {pubStatus: 'withheld'}),
  article(ids.embargoed, 'Harbour', {pubStatus: 'usable', embargoedUntil: '2026-05-01T14:30:00+02:00'}),
  article(ids.lifted, 'Sport', {
    pubStatus: 'usable',
    embargoedUntil: '2026-05-01T13:30:00+02:00',
    expires: '2026-05-01T14:01:00+02:00',
  }),
  article(
    ids.unreadable,
    'Sport',
    {pubStatus: 'usable', embargoedUntil: 'until the morning papers'},
    {
      waitingUpdate: {
        _type: 'waitingUpdate',
        version: '4',
        receivedAt: '2026-05-01T11:00:00Z',
        changes: [{_key: 'c', path: 'headline'}],
      },
    },
  ),
  article(ids.expired, 'Harbour', {pubStatus: 'usable', expires: '2026-05-01T13:59:00+02:00'}),
  {
    _id: ids.caption,
    _type: 'imageCaption',
    text: 'The new bridge over the harbour.',
    creditLine: 'J. Ferro / Quay Pictures',
    altText: 'A white bridge',
    fingerprint: '1',
  },
  {_id: ids.newsletter, _type: 'newsletterBlock', title: 'Harbour Post', pitch: 'Every morning.'},
  {_id: ids.person, _type: 'person', name: 'Lena Oriel', role: 'harbour master'},
  {
    _id: ids.copy,
    _type: 'wireCopy',
    format: 'text',
    receivedAt: '2026-05-01T10:00:00Z',
    outcome: 'imported',
    articles: [{_key: 'a', ...refer(ids.plain, true)}],
    furniture: [{_key: 'f', text: 'Top stories', reason: 'heading-without-text'}],
    findings: [{_key: 'g', severity: 'warning', code: 'x', message: 'x'}],
  },
  quote('quote-plain', ids.plain),
  quote('quote-killed', ids.killed),
  quote('quote-embargoed', ids.embargoed),
  quote('quote-expired', ids.expired),
  quote('quote-of-nothing', 'article-that-is-not-there'),
]
