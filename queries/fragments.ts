/**
 * What a site may show: not killed, not held, past its embargo, not past the time to take it down. An embargo that cannot be read as a
 * time keeps the story back; a time to take it down that cannot be read does not.
 * For a filter over articles.
 */
export const isPublishable = /* groq */ `coalesce(wire.pubStatus, "usable") == "usable" && (!defined(wire.embargoedUntil) || dateTime(wire.embargoedUntil) <= dateTime(now())) && !coalesce(dateTime(wire.expires) <= dateTime(now()), false)`

/** The same for the article that a quote is from; a quote whose article is not there is kept back too. */
export const isOfPublishableArticle = /* groq */ `defined(article->_id) && coalesce(article->wire.pubStatus, "usable") == "usable" && (!defined(article->wire.embargoedUntil) || dateTime(article->wire.embargoedUntil) <= dateTime(now())) && !coalesce(dateTime(article->wire.expires) <= dateTime(now()), false)`

/** A picture with the words to print under it: this use's own, else the shared ones. */
export const captionedImageFields = /* groq */ `
  sourceUrl,
  "image": coalesce(image, caption->image),
  "captionId": caption._ref,
  "text": coalesce(override, caption->text),
  "creditLine": caption->creditLine,
  "byline": caption->byline,
  "altText": caption->altText,
  "located": caption->located
`

export const quoteFields = /* groq */ `
  _id,
  paragraphs,
  kind,
  cue,
  "speakerId": speaker._ref,
  "speakerName": coalesce(speaker->name, speakerName),
  "speakerRole": coalesce(speakerRole, speaker->role)
`

export const newsletterFields = /* groq */ `_id, title, pitch, emailLabel, requiredMessage, submitLabel, consent, listId`

/** One line of a list of articles. */
export const articleCardFields = /* groq */ `
  _id,
  headline,
  "slug": slug.current,
  standfirst,
  byline,
  section,
  "versionCreated": coalesce(wire.versionCreated, _updatedAt),
  "leadImage": leadImage{${captionedImageFields}}
`
