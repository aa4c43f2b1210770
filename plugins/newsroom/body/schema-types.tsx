import {Card} from '@sanity/ui'
import type {ReactNode} from 'react'
import type {BlockProps} from 'sanity'
import {schemaTypes} from '../../../schemas/index.ts'
import {withTextKeys} from '../i18n/schema-texts.ts'
import {CaptionBlock} from './caption-block.tsx'
import {NewsletterBlock} from './newsletter-block.tsx'
import {QuotationAnnotation} from './quotation-annotation.tsx'

/** Studio takes how an annotation and a block of the body are shown from their schema types, not from a plugin's form components. */
const components: Record<string, object> = {
  quotation: {annotation: QuotationAnnotation},
  captionedImage: {
    block: (props: BlockProps) => (
      <Preview
        props={props}
        show={(actions) => (
          <CaptionBlock
            value={props.value as object}
            // Inside a body, changes are told from the body on.
            path={props.path.slice(-1)}
            readOnly={props.readOnly ?? false}
            onOpen={props.onOpen}
            actions={actions}
          />
        )}
      />
    ),
  },
  newsletterSignup: {
    block: (props: BlockProps) => (
      <Preview
        props={props}
        show={(actions) => <NewsletterBlock value={props.value as object} actions={actions} />}
      />
    ),
  },
}

/** The content model as editors see it: the types of `schemas/` with the plugin's components in the body, and where their texts are in the bundles. */
export const newsroomSchemaTypes = withTextKeys(schemaTypes).map((type) =>
  type.name in components ? {...type, components: components[type.name]} : type,
) as typeof schemaTypes

function Preview({props, show}: {props: BlockProps; show: (actions: ReactNode) => ReactNode}) {
  return props.renderDefault({
    ...props,
    renderPreview: (preview) => <Card radius={2}>{show((preview as {actions?: ReactNode}).actions)}</Card>,
  })
}
