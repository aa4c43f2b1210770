import {defineArrayMember, defineType} from 'sanity'
import {SubscriptIcon, SuperscriptIcon} from '../script-icons.ts'

/** The article's text: block styles, lists and decorators as a web CMS has them, and the objects of a news page. */
export const body = defineType({
  name: 'body',
  title: 'Body',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [
        {title: 'Paragraph', value: 'normal'},
        {title: 'Crosshead', value: 'h2'},
        {title: 'Crosshead, level 3', value: 'h3'},
        {title: 'Crosshead, level 4', value: 'h4'},
        {title: 'Crosshead, level 5', value: 'h5'},
        {title: 'Crosshead, level 6', value: 'h6'},
        {title: 'Block quotation', value: 'blockquote'},
        {title: 'Lines as they came', value: 'preformatted'},
      ],
      lists: [
        {title: 'Bullets', value: 'bullet'},
        {title: 'Numbers', value: 'number'},
      ],
      marks: {
        decorators: [
          {title: 'Strong', value: 'strong'},
          {title: 'Emphasis', value: 'em'},
          {title: 'Underline', value: 'underline'},
          {title: 'Strike', value: 'strike-through'},
          {title: 'Code', value: 'code'},
          {title: 'Subscript', value: 'sub', icon: SubscriptIcon},
          {title: 'Superscript', value: 'sup', icon: SuperscriptIcon},
        ],
        annotations: [{type: 'link'}, {type: 'quotation'}],
      },
    }),
    defineArrayMember({type: 'captionedImage'}),
    defineArrayMember({type: 'pullQuote'}),
    defineArrayMember({type: 'newsletterSignup'}),
    defineArrayMember({type: 'embed'}),
    defineArrayMember({type: 'table'}),
    defineArrayMember({type: 'separator'}),
  ],
})
