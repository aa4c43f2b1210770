// Patterns of single lines, each tried on at most 400 characters, with bounded gaps.

const month =
  '(?:jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?|janv(?:ier|\\.)?|févr(?:ier|\\.)?|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|januar|februar|märz|juni|juli|oktober|dezember|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|januari|februari|maart|mei|augustus|maret|agustus|desember)'

/** A date with a year, or a day and month, in words or figures. */
export const datePattern = new RegExp(
  `\\b\\d{1,2}(?:st|nd|rd|th)?\\.? (?:de |of )?${month}\\b|\\b${month} \\d{1,2}(?:st|nd|rd|th)?\\b|\\b\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\b\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}\\b|\\d{1,2} (?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)`,
  'iu',
)

/** A time of day. */
export const timePattern = /\b\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)?|\b\d{1,2} ?[ap]\.?m\b/iu

/** Words that may stand in a line that is only a date: what is left without them tells whether it is. */
export const dateResidue = new RegExp(
  `${month}|\\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\b|\\b(?:first |last |originally )?(?:published|updated?|posted|modified|date|on|at|of|gmt|bst|utc|est|edt|et|pst|pdt|pt|cst|cdt|ct|mst|mdt|ist|cet|cest|eet|msk|wib|am|pm|a\\.m\\.?|p\\.m\\.?|st|nd|rd|th|de|às|min(?:ute)?s?|read|ago|hours?|days?|weeks?|months?|years?|today|yesterday|time|last|new)\\b|[\\d\\s.,:;|/•·()+–—-]`,
  'giu',
)

/** The line names who wrote it and begins as such lines do. */
export const bylinePattern =
  /^(?:(?:written |posted |reported |story |words |report |exclusive |additional reporting |published |edited |compiled |text |article |interview )?by:?|report:|interview:|pictures:|author:|от|von|por|par|di|door|av|oleh|reporter:|words:|автор:?)\s+(?=[\p{Lu}@])/iu

/** What a byline may go on with after the names. */
export const bylineDesk =
  /\b(?:reporters?|correspondents?|editors?|writers?|columnists?|staff|bureau|agenc(?:y|ies)|news ?desk|desk|press association|associated press|reuters|afp|pa media|contributor|journalist|analyst)\b/iu

/** Two to four name-like words and nothing else. */
export const namePattern =
  /^(?:(?:Dr|Prof|Sir|Dame|Lord|Rev|Fr)\.? )?\p{Lu}[\p{L}’'.-]*(?: (?:de|van|der|von|da|di|la|le|al|bin|el|Mc|Mac|O’)){0,2}(?: \p{Lu}[\p{L}’'.-]*){1,3}$/u

/** A credit at the end of a caption, or standing alone. */
export const creditPattern =
  /(?:^(?:image|media) (?:copyright|source)\b.{1,60}|\(?(?:photo(?:graph)?s?|image|picture|pic|credit|video|illustration|photo credit|image credit|picture credit|file photo|photo courtesy|courtesy|source|foto|bild|фото|crédito|crédit photo|screengrab|screenshot|graphic)(?: by| credit| courtesy| courtesy of| via| from| of)?\s?[:/–-] ?.{2,80}|\bcredit(?:\.{3}|:| ).{2,60}|\bphoto(?:graph)? by .{3,60}|\bimage courtesy .{3,60}|\bcourtesy of .{3,60}|(?:\(|\/|\||–|—|-|,|^|\s)(?:getty(?: images)?|reuters|afp|a\.?p\.?(?: photo)?|associated press|epa(?:-efe)?|pa(?: wire| media| images)?|press association|shutterstock|alamy|wireimage|usa today sports|imagn|bloomberg|istock(?:photo)?|xinhua|tass|pti|ani|ians|anp|dpa|rex(?: features)?|afp via getty|file(?: photo| image| picture)?|handout|sportsfile|inpho|splash(?:news)?)(?:\)|\/.{2,60}|$)|©.{2,60})\s*[).]?$/iu

/** A caption that says it is one. */
export const captionLabel =
  /^(?:image (?:caption|copyright|source|credit)|photo caption|caption|media caption|picture caption|pictured?|photo(?:graph)?|image|file (?:photo|picture|image)|in this (?:\p{L}+\.? \d{1,2}(?:, \d{4})?,? )?(?:photo|picture|image|file)|bildunterschrift|légende|foto)\b\s?[:—–-]?/iu

/** Words of captions: who stands where, and how one sees it. */
export const captionWords =
  /\((?:left|right|centre|center|pictured|above|below|front|back|l|r|l-r|from left|second left|second right|file|inset|main)\)|\bpictured\b|\bfrom left\b|\(file (?:photo|image|picture)\)|\bfile (?:photo|image|picture)\b|\b(?:left|right|above|below|centre|center), (?:and|with|is|was)\b|\bin this (?:undated|file|photo|image|[a-z]+ \d)|\blooks? on\b|\bposes?\b|\bleaves? court\b|\barrives? (?:at|for)\b/i

/** A line that is only the place and source a story starts with. */
export const datelinePattern =
  /^(?:\p{Lu}[\p{Lu}\p{L}.’' -]{1,40})(?:, (?:\p{Lu}[\p{L}.’' -]{1,30}|\p{L}{3,9}\.? \d{1,2}(?:,? \d{4})?|\d{1,2} \p{L}{3,9}(?: \d{4})?)){0,3}(?: ?\([\p{L} .]{2,24}\))?(?: ?\/[^/]{3,40}\/)? ?(?:[—–-]{1,2}|:)?$/iu

export const listStart = /^(?:[•●▪■◦‣·*▶►✓✔➤–—-]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z][.)]\s+)/u

export const urlPattern = /https?:\/\/|www\.|\.(?:com|org|net|co\.uk|ie|in|ru)\b(?![ ,]\p{Lu})/iu

/** A sentence ends here: a stop, with quotation marks or brackets after it. */
export const sentenceEnd = /[.!?…。！？।]["'”’»)\]]*$/u

/** The signature of a post quoted from a social network: `— Name (@handle) date`. */
export const tweetSign = /^(?:[—–-]\s?)?.{1,60}\(@\w{1,30}\).{0,40}$/u

/** A credit that no sentence of a story ends with: it names a picture, or stands in brackets with one. */
export const pictureCredit =
  /(?:\((?:photo|image|picture|credit|file|photograph)s?\b[^()]{0,80}\)|\([^()]{2,60}\/[^()]{2,40}\)|\((?:[^()]{0,40}\b)?(?:alamy|getty(?: images)?|shutterstock|i?stock(?:photo)?|rex features|unsplash|pixabay|pexels|wikimedia commons|flickr)\b[^()]{0,40}\)|\b(?:photograph|photo|picture|image|pic)s?(?: credit)?\s?(?::|by\s\p{Lu}).{2,70}|\bcredit\s?:.{2,60})\s?\.?$/iu

/** The labels that sites put before captions. */
export const siteCaptionLabel = /^(?:image|media|picture|photo) (?:caption|source|copyright)\b/iu

/** How much of something, in figures and a measure, and of what: `150g butter`, `1½ tsp salt`. */
export const quantity =
  /^(?:about |approx\.? )?(?:\d{1,4}(?:[.,/–-]\d{1,4})?\s?[¼½¾⅓⅔⅛]?|[¼½¾⅓⅔⅛])(?:\s?x\s?\d+)?\s?(?:g|kg|mg|ml|cl|dl|l|oz|lbs?|tbsps?|tsps?|tablespoons?|teaspoons?|cups?|pints?|ounces?|pounds?|grams?|litres?|liters?|pinch(?:es)?|handfuls?|cloves?|sprigs?|slices?|sticks?|tins?|cans?|packs?|el|tl|prisen?|cuillères?|cucharadas?|cucharaditas?)\.?\s/u

/** How many of something, and nothing else: `3 eggs`, `8 cardamom pods, crushed`. */
export const countOfThings = /^(?:\d{1,2}|[¼½¾⅓⅔⅛])\s\p{Ll}+(?:\s\p{Ll}+){0,2}(?:$|[,(])/u
