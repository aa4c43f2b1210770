import {newsroomNamespace} from './namespace.ts'

/** What is walked of a type, a field or an item. Studio's own types are stricter, and differ by the kind of type. */
interface Definition {
  name?: string
  type?: string
  title?: string
  description?: string
  fields?: Definition[]
  of?: Definition[]
  groups?: Titled[]
  fieldsets?: Titled[]
  orderings?: Titled[]
  styles?: Titled[]
  lists?: Titled[]
  marks?: {decorators?: Titled[]; annotations?: Definition[]}
  options?: {list?: readonly Titled[]; newsroomTextKey?: string}
}

interface Titled {
  title?: string
  name?: string
  value?: unknown
}

type Tell = (key: string, text: string | undefined) => void

/** Under which a compiled type holds the key of its texts, and a field's `options` the key of the field's. */
export const textKey = 'newsroomTextKey'

/** The texts of the content model by their keys. They are written in the schema, which is in English. */
export function toSchemaTexts(types: readonly object[]): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const type of types as readonly Definition[])
    addKeys(type, toTypeKey(type.name), (key, text) => {
      if (text !== undefined) texts[key] = text
    })
  return texts
}

/**
 * The types with the keys of their texts: where Studio looks for one by itself (groups, orders, what the toolbar of a body names), and as
 * `textKey` for the plugin's form components.
 */
export function withTextKeys<Type extends object>(types: readonly Type[]): Type[] {
  const optionsOf = new Map((types as readonly Definition[]).map(({name, options}) => [name, options]))
  return types.map((type) => {
    const key = toTypeKey((type as Definition).name)
    const {fields, ...keyed} = addKeys(type, key, () => {})
    // Of what a field adds to its type, Studio keeps little besides `options`, which then stand in the place of the type's.
    const withKey = (field: Definition): Definition => ({
      ...field,
      options: {...optionsOf.get(field.type), ...field.options, [textKey]: `${key}.${field.name}`},
    })
    return {...keyed, [textKey]: key, ...(fields && {fields: fields.map(withKey)})} as Type
  })
}

function addKeys(definition: Definition, key: string, tell: Tell): Definition {
  const {title, description, fields, groups, fieldsets, orderings, styles, lists, marks, options} = definition
  tell(key, title)
  tell(toDescriptionKey(key), description)
  for (const fieldset of fieldsets ?? []) tell(toFieldsetKey(key, fieldset.name!), fieldset.title)
  for (const option of options?.list ?? []) tell(toOptionKey(key, option.value), option.title)
  const withRecord = (part: string) => (titled: Titled) => {
    const own = `${key}.${part}.${titled.name}`
    tell(own, titled.title)
    return {...titled, i18n: {title: {key: own, ns: newsroomNamespace}}}
  }
  const withTitleKey = (part: string) => (titled: Titled) => {
    const own = `${key}.${part}.${String(titled.value)}`
    tell(own, titled.title)
    return {...titled, i18nTitleKey: `${newsroomNamespace}:${own}`}
  }
  const within = (inner: Definition): Definition => addKeys(inner, `${key}.${inner.name ?? inner.type}`, tell)
  return {
    ...definition,
    ...(title && {i18nTitleKey: `${newsroomNamespace}:${key}`}),
    ...(fields && {fields: fields.map(within)}),
    ...(definition.of && {of: definition.of.map(within)}),
    ...(groups && {groups: groups.map(withRecord('group'))}),
    ...(orderings && {orderings: orderings.map(withRecord('ordering'))}),
    ...(styles && {styles: styles.map(withTitleKey('style'))}),
    ...(lists && {lists: lists.map(withTitleKey('list'))}),
    ...(marks && {
      marks: {
        ...marks,
        ...(marks.decorators && {decorators: marks.decorators.map(withTitleKey('decorator'))}),
        ...(marks.annotations && {annotations: marks.annotations.map(within)}),
      },
    }),
  }
}

export const toTypeKey = (name = ''): string => `schema.${name}`
export const toDescriptionKey = (key: string): string => `${key}.description`
export const toFieldsetKey = (key: string, fieldset: string): string => `${key}.fieldset.${fieldset}`
export const toOptionKey = (key: string, value: unknown): string => `${key}.option.${String(value)}`
