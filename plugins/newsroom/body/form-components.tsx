import {Card} from '@sanity/ui'
import type {ReactNode} from 'react'
import type {BlockAnnotationProps, BlockProps, FormComponents, InputProps} from 'sanity'
import {ArticleInput} from './article-input.tsx'
import {CaptionBlock} from './caption-block.tsx'
import {NewsletterBlock} from './newsletter-block.tsx'
import {QuotationAnnotation} from './quotation-annotation.tsx'

/** What the plugin shows of the content model in forms; every other type is shown as Studio shows it. */
export const formComponents: FormComponents = {
  input: NewsroomInput,
  annotation: NewsroomAnnotation,
  block: NewsroomBlock,
}

function NewsroomInput(props: InputProps) {
  const isArticle = props.path.length === 0 && props.schemaType.name === 'article'
  return isArticle ? <ArticleInput {...props} /> : props.renderDefault(props)
}

function NewsroomAnnotation(props: BlockAnnotationProps) {
  return props.schemaType.name === 'quotation' ? (
    <QuotationAnnotation {...props} />
  ) : (
    props.renderDefault(props)
  )
}

function NewsroomBlock(props: BlockProps) {
  const {name} = props.schemaType
  if (name !== 'captionedImage' && name !== 'newsletterSignup') return props.renderDefault(props)
  return props.renderDefault({
    ...props,
    renderPreview: (preview) => {
      const {actions} = preview as {actions?: ReactNode}
      return (
        <Card radius={2}>
          {name === 'captionedImage' ? (
            <CaptionBlock value={props.value as object} actions={actions} />
          ) : (
            <NewsletterBlock value={props.value as object} actions={actions} />
          )}
        </Card>
      )
    },
  })
}
