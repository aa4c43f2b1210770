/** What the single lines of a release say, by their own conventions (AsiaNet, PR Newswire, Business Wire, GlobeNewswire, Kyodo JBN). */
export const sourceLine = /^(?:source|original-content von)\s*(?::|-|–|\s{1,3}(?=\p{Lu}|\d))\s*(.{2,120})$/iu
export const releaseNumber = /^(?:media|press|news) release\s+([A-Z]{0,4}[\d/-]{3,16})$/i
export const releaseLabel =
  /^(?:[/*–-]{1,3}\s*)?(?:(?:for )?immediate release|media release|press release|news release|medienmitteilung|pressemitteilung|presseinformation|communiqu[ée] de presse|comunicado de (?:prensa|imprensa)|nota de prensa|comunicato stampa|persbericht|pressmeddelande|pressemeddelelse|pressemelding|lehdist[öo]tiedote|informacja prasowa)\b.{0,60}$/i
/** Above the headline of an authority's release, with the authority's name: `Press Notice 12/26`. */
export const noticeNumber =
  /^(?:press|media|news) (?:notice|release|statement|advisory|bulletin)s?\b(?: (?:no|number|nr)\b)?[.:#\s]{0,3}[\dA-Z][\w/.-]{1,15}$/i
/** A line that lays an embargo on the copy below it; a headline about an embargo is none. */
export const embargoLine =
  /^(?:(?:strictly|under) )?(?:embargo(?:ed)? (?:until|till|for|to)\b|embargo\s*[:–-]|sperrfrist\b|(?:sous )?embargo jusqu|(?:bajo )?embargo hasta|sotto embargo|onder embargo|not for (?:release|publication) (?:before|until)\b)/i
export const endLine = /^(?:-+\s*)?(?:ends?|-30-|(?:# ?){2,}|(?:\* ?){3,}|ende|fin)(?:\s*-+)?\.?$/i
/** Opens what is told to newsrooms and not to readers. */
export const notesLine =
  /^(?:(?:editors?['’]?s?['’]?|background|further)\s+(?:notes?|information)(?:\s+(?:to|for)\s+(?:the\s+)?editors?)?|notes?\s+(?:to|for)\s+(?:the\s+)?(?:editors?|newsrooms?|newsdesks?|media|journalists?)|hinweise?\s+(?:für|an)\s+(?:die\s+)?redaktion(?:en)?|notes?\s+aux\s+(?:rédactions|rédacteurs|journalistes)|notas?\s+(?:a|para)\s+(?:los\s+)?(?:editores|redactores|medios)|note\s+(?:per\s+le\s+redazioni|per\s+i\s+giornalisti))\b\s*(?::.*|[-–]?\s*)$/iu
export const contactLine =
  /^(?:[\p{L} ,&/]{0,60}\b)?(?:contacts?|(?:presse|medien)?rückfragen|enquiries|inquiries|pressekontakt|ansprechpartner|contacto|contact presse|contatti|kontakt)(?:\b[\p{L} &/]{0,30})?\s*(?::.*|\s-\s.*|)$/iu
export const pictureLine =
  /^\(?\s*(photos?|logos?|pictures?|images?|video|multimedia|infographics?|foto|bild)\s*\d{0,3}\s*(?:-+|–|:|at)\s*(https?:\/\/\S+?)?\s*\)?\s*$/i
export const addressLine = /^\(?\s*(https?:\/\/\S+?)\)?\s*$/i
const distributors =
  'PR ?Newswire|AsiaNet|Business ?Wire|Globe ?Newswire|Kyodo JBN|Xinhua|Medianet|ots|APA-OTS|News Aktuell|Cision|Newswire|ACN|CNW|Marketwired|Accesswire|EQS|NewMediaWire|Actusnews'
/** The distributor's mark in a dateline, between slashes or in brackets. */
export const wireMark = new RegExp(
  `/\\s*(?:[\\p{L}\\d-]{1,30}[ -])?(?:${distributors})[^/]{0,30}/|\\((?:[\\p{L}\\d-]{1,30}[ -])?(?:${distributors})\\)\\s*[-–—]`,
  'iu',
)
export const bullet = /^\s*(?:[•·●▪*]|-{1,2}|–|—)\s+(\S.*)$/
export const aboutLine =
  /^(?:about|über|à propos d[eu']?|acerca de|sobre|over|informazioni su)\s+\p{Lu}.{1,90}$/iu
/** Above a headline of Business Wire's old copy: number, day and the hours on both coasts. */
export const transmissionLine =
  /^[A-Z]{2}\d{3,5}\s+[A-Z]{3}\s+\d{1,2},\s?\d{4}\s.{0,60}\b(?:PACIFIC|EASTERN)\b.{0,30}$/
/** In front of such a headline: the distributor and its keys for the sender. */
export const transmissionKeys = /^\(\s?[A-Z]{2,4}\s?\)\s?(?:\([^()]{2,60}\)\s?){1,6}(?=\p{Lu})/u
/** Whom the copy is for: `Business Editors`, `Business/Technology Editors & Writers`. */
export const desksLine = /^(?:[\p{L}-]+[/ &]+){1,5}(?:editors?|writers?)(?:[/ &]+[\p{L}-]+){0,3}$/iu
/** A company's name alone, perhaps with its short form in brackets, as it heads what companies tell an exchange. */
export const companyLine =
  /^\p{Lu}[^.!?:]{2,60}\s(?:plc|p\.l\.c\.|ltd\.?|limited|inc\.?|incorporated|corp\.?|corporation|l\.?l\.?c\.?|l\.?l\.?p\.?|ag|se|gmbh|kgaa|n\.?v\.?|b\.?v\.?|s\.?a\.?s?|s\.?p\.?a\.?|ab|asa|a\/s|oyj)(?:\s*\([^()]{1,80}\)){0,3}$/iu
/** The word before a day, or a sender, on a line of its own: `Published`, `From:`. */
export const publishedLabel = /^(?:published|last updated|updated|date|issued|released)\s*:?$/i
