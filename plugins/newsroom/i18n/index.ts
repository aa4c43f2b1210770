import {defineLocale, defineLocaleResourceBundle} from 'sanity'
import {newsroomNamespace} from './namespace.ts'
import {toSchemaTexts} from './schema-texts.ts'

export {newsroomNamespace} from './namespace.ts'

/** A language for `i18n.locales` of a Studio: the plugin's texts in British English, Studio's own as it has them. */
export const britishEnglish = defineLocale({
  id: 'en-GB',
  title: 'English (UK)',
  weekInfo: {firstDay: 1, weekend: [6, 7], minimalDays: 4},
})

/**
 * The plugin's texts by language, loaded when a Studio needs them. en-US is the language Studio falls back to. The English of the content
 * model is in its schema.
 */
export const newsroomBundles = [
  defineLocaleResourceBundle({
    locale: 'en-GB',
    namespace: newsroomNamespace,
    resources: async () => {
      const [{enGb}, {schemaTypes}] = await Promise.all([import('./en-gb.ts'), loadSchema()])
      return {default: {...toSchemaTexts(schemaTypes), ...enGb}}
    },
  }),
  defineLocaleResourceBundle({
    locale: 'en-US',
    namespace: newsroomNamespace,
    resources: async () => {
      const [{enUs, enUsSchema}, {schemaTypes}] = await Promise.all([import('./en-us.ts'), loadSchema()])
      return {default: {...toSchemaTexts(schemaTypes), ...enUsSchema, ...enUs}}
    },
  }),
  defineLocaleResourceBundle({
    locale: 'de-DE',
    namespace: newsroomNamespace,
    resources: async () => {
      const [{deDe}, {deDeSchema}] = await Promise.all([import('./de-de.ts'), import('./de-de-schema.ts')])
      return {default: {...deDeSchema, ...deDe}}
    },
  }),
]

const loadSchema = () => import('../../../schemas/index.ts')
