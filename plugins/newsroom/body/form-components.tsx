import {Stack} from '@sanity/ui'
import type {FieldProps, FormComponents, InputProps, ObjectFieldProps, PortableTextInputProps} from 'sanity'
import {useFieldTexts, useInputTexts} from '../i18n/use-schema-texts.ts'
import {ArticleInput} from './article-input.tsx'
import {BodyInput} from './body-input.tsx'
import {CaptionBlock} from './caption-block.tsx'
import {EditorPlugins} from './waiting-words.tsx'

/** What the plugin adds around forms; every other input is shown as Studio shows it. */
export const formComponents: FormComponents = {
  input: NewsroomInput,
  field: NewsroomField,
  portableText: {plugins: EditorPlugins},
}

function NewsroomInput(given: InputProps) {
  const props = useInputTexts(given)
  if (props.path.length === 0 && props.schemaType.name === 'article') return <ArticleInput {...props} />
  if (props.schemaType.name === 'body') return <BodyInput {...(props as PortableTextInputProps)} />
  return props.renderDefault(props)
}

function NewsroomField(given: FieldProps) {
  const props = useFieldTexts(given)
  if (props.schemaType.name === 'captionedImage' && props.value)
    return <PictureField {...(props as ObjectFieldProps)} />
  return props.renderDefault(props)
}

/** A picture that is a field of its own, the lead: seen without opening its form. */
function PictureField(props: ObjectFieldProps) {
  return (
    <Stack gap={3}>
      {props.renderDefault(props)}
      {props.collapsed && (
        <CaptionBlock
          value={props.value as object}
          path={props.path}
          readOnly={props.inputProps.readOnly ?? false}
          onOpen={props.onExpand}
          actions={null}
        />
      )}
    </Stack>
  )
}
