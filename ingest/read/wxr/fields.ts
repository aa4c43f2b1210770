import type {FormatFields} from '../fields.ts'

/** Where WordPress export (WXR) keeps each field. */
export const wxrFields: FormatFields = {
  format: 'wxr',
  title: 'WordPress export (WXR)',
  fields: [
    {field: 'uri', from: ['guid', 'link']},
    {field: 'altIds', from: ['wp:post_id', 'wp:post_name']},
    {field: 'link', from: ['link']},
    {field: 'provider', from: ['channel/title']},
    {
      field: 'pubStatus',
      from: ['wp:status', 'wp:post_password'],
      note: 'drafts and posts behind a password are held',
    },
    {field: 'embargoedUntil', from: ['wp:post_date_gmt of a future post']},
    {field: 'firstCreated', from: ['wp:post_date_gmt', 'pubDate']},
    {field: 'versionCreated', from: ['wp:post_modified_gmt', 'pubDate'], note: 'from pubDate it is derived'},
    {field: 'headline', from: ['title']},
    {field: 'standfirst', from: ['excerpt:encoded', 'description']},
    {field: 'byline', from: ['wp:author_display_name of dc:creator', 'dc:creator']},
    {field: 'language', from: ['channel/language']},
    {field: 'subjects', from: ['category'], note: 'every taxonomy but tags and formats'},
    {field: 'keywords', from: ['category[@domain="post_tag"]']},
    {field: 'genres', from: ['category[@domain="post_format"]']},
    {field: 'blocks', from: ['content:encoded'], note: 'shortcodes and Gutenberg blocks resolved'},
    {field: 'associations', from: ['_thumbnail_id', '[gallery]', 'img', 'attachments that no post shows']},
    {field: 'association.captions', from: ['[caption]', 'figcaption', 'excerpt:encoded of the attachment']},
    {field: 'association.creditLine', from: ['_wp_attachment_metadata']},
    {field: 'association.altText', from: ['img@alt', '_wp_attachment_image_alt']},
  ],
}
