import {ComposeIcon} from '@sanity/icons/Compose'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {TagsIcon} from '@sanity/icons/Tags'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {toArticleStatus} from '../article-status.ts'
import {messages} from '../validation-messages.ts'

/** A story, as an editor revises it. It arrives as a draft; `wire` says where from. */
export const article = defineType({
  name: 'article',
  title: 'Article',
  type: 'document',
  icon: DocumentTextIcon,
  groups: [
    {name: 'story', title: 'Story', icon: ComposeIcon, default: true},
    {name: 'filing', title: 'Filing', icon: TagsIcon},
    {name: 'wire', title: 'Wire', icon: EarthGlobeIcon},
  ],
  fieldsets: [
    {name: 'top', title: 'Byline and place', options: {columns: 2, collapsible: true, collapsed: true}},
    {name: 'about', title: 'What it is about', options: {collapsible: true, collapsed: false}},
  ],
  fields: [
    defineField({
      name: 'headline',
      title: 'Headline',
      type: 'string',
      group: 'story',
      validation: (rule) => [
        rule.required().error(messages.articleHeadline),
        rule.max(120).warning(messages.articleLongHeadline),
      ],
    }),
    defineField({
      name: 'standfirst',
      title: 'Standfirst',
      description: 'The sentence or two under the headline.',
      type: 'text',
      rows: 2,
      group: 'story',
      validation: (rule) => rule.max(300).warning(messages.articleLongStandfirst),
    }),
    defineField({
      name: 'byline',
      title: 'Byline as printed',
      description: 'The whole line, for example “By Ada Reyes and Sam Okoro in Lyon”.',
      type: 'string',
      group: 'story',
      fieldset: 'top',
    }),
    defineField({
      name: 'by',
      title: 'Written by',
      description: 'The people in the byline.',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'person'}]})],
      group: 'story',
      fieldset: 'top',
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'dateline',
      title: 'Dateline',
      description: 'Place and date as printed before the first sentence.',
      type: 'string',
      group: 'story',
      fieldset: 'top',
    }),
    defineField({
      name: 'located',
      title: 'Filed from',
      description: 'Where the story was filed, as the agency named it.',
      type: 'string',
      group: 'story',
      fieldset: 'top',
    }),
    defineField({
      name: 'leadImage',
      title: 'Lead picture',
      type: 'captionedImage',
      group: 'story',
      options: {collapsible: true, collapsed: true},
    }),
    defineField({
      name: 'body',
      title: 'Body',
      description:
        'Words marked as a quotation belong to somebody: Studio warns when they no longer are the words that came.',
      type: 'body',
      group: 'story',
      validation: (rule) => rule.min(1).warning(messages.articleBody),
    }),
    defineField({
      name: 'slug',
      title: 'Address',
      description: 'The last part of the web address. Not the slugline.',
      type: 'slug',
      options: {source: 'headline', maxLength: 100},
      group: 'filing',
      validation: (rule) => rule.required().error(messages.articleSlug),
    }),
    defineField({
      name: 'slugline',
      title: 'Slugline',
      description: 'The desk’s label for the story.',
      type: 'string',
      group: 'filing',
    }),
    defineField({name: 'section', title: 'Section', type: 'string', group: 'filing'}),
    defineField({
      name: 'subjects',
      title: 'Subjects',
      type: 'array',
      of: [defineArrayMember({type: 'subject'})],
      group: 'filing',
      fieldset: 'about',
    }),
    defineField({
      name: 'genres',
      title: 'Genres',
      description: 'The kind of story: analysis, obituary, results.',
      type: 'array',
      of: [defineArrayMember({type: 'subject'})],
      group: 'filing',
      fieldset: 'about',
    }),
    defineField({
      name: 'keywords',
      title: 'Keywords',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
      options: {layout: 'tags'},
      group: 'filing',
      fieldset: 'about',
    }),
    defineField({
      name: 'language',
      title: 'Language',
      description: 'A language tag: en, en-GB, de.',
      type: 'string',
      group: 'filing',
    }),
    defineField({name: 'wire', title: 'From the wire', type: 'wireInfo', group: 'wire', readOnly: true}),
    defineField({
      name: 'waitingUpdate',
      title: 'Update waiting',
      description: 'A newer version from the wire that meets changes made here.',
      type: 'waitingUpdate',
      group: 'wire',
      readOnly: true,
      hidden: ({value}) => !value,
    }),
  ],
  orderings: [
    {title: 'Latest from the wire', name: 'latest', by: [{field: 'wire.versionCreated', direction: 'desc'}]},
    {title: 'Most urgent', name: 'urgency', by: [{field: 'wire.urgency', direction: 'asc'}]},
    {title: 'Headline', name: 'headline', by: [{field: 'headline', direction: 'asc'}]},
    {title: 'Section', name: 'section', by: [{field: 'section', direction: 'asc'}]},
  ],
  preview: {
    select: {
      headline: 'headline',
      slugline: 'slugline',
      byline: 'byline',
      section: 'section',
      provider: 'wire.provider',
      pubStatus: 'wire.pubStatus',
      embargoedUntil: 'wire.embargoedUntil',
      image: 'leadImage.image',
      captionImage: 'leadImage.caption.image',
    },
    prepare: ({
      headline,
      slugline,
      byline,
      section,
      provider,
      pubStatus,
      embargoedUntil,
      image,
      captionImage,
    }) => {
      const status = toArticleStatus(pubStatus, embargoedUntil, new Date())
      return {
        title: headline ?? slugline ?? 'Article without headline',
        subtitle: [status?.title, provider, section, byline].filter(Boolean).join(' · '),
        media: status?.icon ?? image ?? captionImage ?? DocumentTextIcon,
      }
    },
  },
})
