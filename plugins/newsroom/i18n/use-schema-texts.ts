import {useTranslation, type FieldProps, type InputProps} from 'sanity'
import {newsroomNamespace} from './namespace.ts'
import {textKey, toDescriptionKey, toFieldsetKey, toOptionKey} from './schema-texts.ts'

type Translate = ReturnType<typeof useTranslation>['t']
interface Option {
  title: string
  value: unknown
}

type Keyed = {[textKey]?: string} | undefined

const toFieldKey = (schemaType: {options?: unknown}) => (schemaType.options as Keyed)?.[textKey]
const toTypeKey = (schemaType: object) => (schemaType as Keyed)?.[textKey]

/** The props of a field with its title and description in the language of the Studio. Fields that are not of this content model stay as they are. */
export function useFieldTexts<Props extends FieldProps>(props: Props): Props {
  const {t} = useTranslation(newsroomNamespace)
  const key = toFieldKey(props.schemaType)
  if (key === undefined) return props
  const {title, description} = props
  return {
    ...props,
    ...(title && {title: t(key, {defaultValue: title})}),
    ...(description && {description: t(toDescriptionKey(key), {defaultValue: description})}),
  }
}

/** The props of an input with the titles of its fieldsets, or of what can be chosen in it, in the language of the Studio. */
export function useInputTexts<Props extends InputProps>(props: Props): Props {
  const {t} = useTranslation(newsroomNamespace)
  if ('members' in props && props.schemaType.jsonType === 'object') {
    const key = toTypeKey(props.schemaType)
    if (key === undefined || !props.members.some((member) => member.kind === 'fieldSet')) return props
    const members = props.members.map((member) =>
      'fieldSet' in member ? {...member, fieldSet: translateFieldset(member.fieldSet, key, t)} : member,
    )
    return {...props, members}
  }
  const list = (props.schemaType.options as {list?: readonly Option[]} | undefined)?.list
  const key = toFieldKey(props.schemaType)
  if (!list || key === undefined || props.schemaType.jsonType !== 'string') return props
  return {...props, schemaType: translateOptions(props.schemaType, list, key, t)}
}

function translateFieldset<Fieldset extends {name: string; title?: string}>(
  fieldset: Fieldset,
  key: string,
  t: Translate,
): Fieldset {
  const {name, title} = fieldset
  return {...fieldset, title: title && t(toFieldsetKey(key, name), {defaultValue: title})}
}

function translateOptions<Type extends {options?: unknown}>(
  schemaType: Type,
  list: readonly Option[],
  key: string,
  t: Translate,
): Type {
  const translated = list.map((option) => ({
    ...option,
    title: t(toOptionKey(key, option.value), {defaultValue: option.title}),
  }))
  return Object.assign(Object.create(schemaType) as Type, {
    options: {...(schemaType.options as object), list: translated},
  })
}
