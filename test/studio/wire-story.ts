/** A story from an invented agency, as ninjs. Every version has the same uri. */
export interface WireStory {
  version: string
  headline?: string
  paragraphs?: string[]
  pubStatus?: 'usable' | 'withheld' | 'canceled'
  urgency?: number
  embargoedUntil?: string
  uri?: string
}

export const wireParagraphs = [
  'The night ferry to Castle Bay turned back on Tuesday after its ramp froze shut.',
  '"We were ten minutes out when the bridge called us home," said the mate, Una McAllister.',
  'The company put the passengers up in the village hall.',
  'Crossings resume on Wednesday if the wind drops.',
]

/** The bytes of one version of the story. */
export function makeWireStory(story: WireStory): Uint8Array {
  const paragraphs = story.paragraphs ?? wireParagraphs
  const item = {
    uri: story.uri ?? 'urn:newsml:quaywire.example:ferry-turns-back',
    type: 'text',
    version: story.version,
    firstCreated: '2026-11-02T18:00:00Z',
    versionCreated: `2026-11-02T18:${story.version.padStart(2, '0')}:00Z`,
    pubStatus: story.pubStatus ?? 'usable',
    urgency: story.urgency ?? 3,
    ...(story.embargoedUntil ? {embargoedUntil: story.embargoedUntil} : {}),
    provider: 'Quay Wire',
    language: 'en-GB',
    headlines: [{role: 'main', value: story.headline ?? 'Night ferry turns back'}],
    bodies: [{contentType: 'text/plain', value: paragraphs.join('\n\n')}],
  }
  return new TextEncoder().encode(JSON.stringify(item, null, 1))
}
