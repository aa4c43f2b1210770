/**
 * NITF has no slugline, and leaves provider and section to the sender: agencies write them in `<meta>`. By the meta's
 * name in lower case (AAP and others follow ANPA 1312's field names; NTB's and ANSA's are as in their deliveries).
 */
export const agencyMetas: Readonly<
  Record<string, 'slugline' | 'provider' | 'section' | 'byline' | 'language'>
> = {
  __proto__: null as never,
  slugline: 'slugline',
  slug: 'slugline',
  'anpa-keyword': 'slugline',
  ntbstikkord: 'slugline',
  'aap-source': 'provider',
  source: 'provider',
  provider: 'provider',
  section: 'section',
  language: 'language',
  lang: 'language',
}
