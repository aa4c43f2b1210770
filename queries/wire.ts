import {defineQuery} from 'groq'

/** Copy as it came in, newest first, with what became of it: `$from` (from 0) up to and without `$to`. */
export const wireInboxQuery =
  defineQuery(`*[_type == "wireCopy"] | order(receivedAt desc, _id asc)[$from...$to]{
  _id,
  fileName,
  format,
  provider,
  uri,
  version,
  receivedAt,
  outcome,
  "articles": articles[]->{
    _id,
    headline,
    "pubStatus": coalesce(wire.pubStatus, "usable"),
    "urgency": wire.urgency,
    "embargoedUntil": wire.embargoedUntil,
    "updateWaiting": defined(waitingUpdate)
  },
  "leftOut": count(furniture),
  "warnings": count(findings[severity == "warning" && resolved != true]),
  "errors": count(findings[severity == "error"])
}`)

/** Articles that were killed: their text is kept, and nothing shows them. */
export const killedArticlesQuery =
  defineQuery(`*[_type == "article" && wire.pubStatus == "canceled"] | order(dateTime(wire.versionCreated) desc, _id asc){
  _id,
  headline,
  "slug": slug.current,
  "provider": wire.provider,
  "versionCreated": wire.versionCreated,
  "notes": wire.edNotes[].text
}`)

/** Articles that are held back until the agency releases them. */
export const heldArticlesQuery =
  defineQuery(`*[_type == "article" && wire.pubStatus == "withheld"] | order(dateTime(wire.versionCreated) desc, _id asc){
  _id,
  headline,
  "slug": slug.current,
  "provider": wire.provider,
  "versionCreated": wire.versionCreated,
  "notes": wire.edNotes[].text
}`)

/**
 * Articles under embargo, the soonest first. One whose time cannot be read (no zone, say) counts as embargoed and comes with
 * `isReadable: false`.
 */
export const embargoedArticlesQuery =
  defineQuery(`*[_type == "article" && defined(wire.embargoedUntil) && !(coalesce(dateTime(wire.embargoedUntil) <= dateTime(now()), false))] | order(dateTime(wire.embargoedUntil) asc, _id asc){
  _id,
  headline,
  "slug": slug.current,
  "provider": wire.provider,
  "embargoedUntil": wire.embargoedUntil,
  "isReadable": defined(dateTime(wire.embargoedUntil))
}`)

/** Articles with a newer version from the wire that waits for an editor. */
export const updatesWaitingQuery =
  defineQuery(`*[_type == "article" && defined(waitingUpdate)] | order(waitingUpdate.receivedAt desc, _id asc){
  _id,
  headline,
  "slug": slug.current,
  "version": waitingUpdate.version,
  "receivedAt": waitingUpdate.receivedAt,
  "changes": count(waitingUpdate.changes)
}`)
