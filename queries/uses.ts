import {defineQuery} from 'groq'

/**
 * The articles that show the caption `$caption`, each with where: as lead picture, the keys of its body blocks, and whether it prints
 * words of its own there. For the desk: killed, held and embargoed articles are in it, with their status.
 */
export const captionUsesQuery =
  defineQuery(`*[_type == "article" && references($caption)] | order(headline asc, _id asc){
  _id,
  headline,
  "slug": slug.current,
  "pubStatus": coalesce(wire.pubStatus, "usable"),
  "isLead": leadImage.caption._ref == $caption,
  "blocks": body[_type == "captionedImage" && caption._ref == $caption]{_key, "hasOwnWords": defined(override)}
}`)

/** The articles in which the newsletter block `$newsletterBlock` stands, each with the keys of the body blocks. For the desk, as above. */
export const newsletterBlockUsesQuery =
  defineQuery(`*[_type == "article" && references($newsletterBlock)] | order(headline asc, _id asc){
  _id,
  headline,
  "slug": slug.current,
  "pubStatus": coalesce(wire.pubStatus, "usable"),
  "blocks": body[_type == "newsletterSignup" && newsletterBlock._ref == $newsletterBlock]._key
}`)
