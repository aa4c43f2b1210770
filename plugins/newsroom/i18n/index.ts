import {defineLocaleResourceBundle} from 'sanity'

/** Of all the plugin's texts. */
export const newsroomNamespace = 'newsroom'

/** The plugin's texts by language, loaded when a Studio needs them. en-US is the language Studio falls back to. */
export const newsroomBundles = [
  defineLocaleResourceBundle({
    locale: 'en-GB',
    namespace: newsroomNamespace,
    resources: () => import('./en-gb.ts').then(({enGb}) => ({default: enGb})),
  }),
  defineLocaleResourceBundle({
    locale: 'en-US',
    namespace: newsroomNamespace,
    resources: () => import('./en-us.ts').then(({enUs}) => ({default: enUs})),
  }),
  defineLocaleResourceBundle({
    locale: 'de-DE',
    namespace: newsroomNamespace,
    resources: () => import('./de-de.ts').then(({deDe}) => ({default: deDe})),
  }),
]
