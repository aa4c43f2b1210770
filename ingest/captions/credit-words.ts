/**
 * Agencies, picture libraries and the like as they stand in credit lines, in lower case. From the membership lists of MINDS,
 * EANA and CEPIC and from what news pages print; organisations only, never persons. Words of one entry are joined by a space.
 */
export const creditAgencies: ReadonlySet<string> = new Set(
  `ap|ap photo|associated press|the associated press|afp|agence france-presse|reuters|getty|getty images|gettyimages|istock|istockphoto|
shutterstock|adobe stock|depositphotos|dreamstime|alamy|corbis|epa|epa-efe|efe|pa|pa wire|pa media|pa images|press association|
the press association|dpa|ansa|anp|ntb|ritzau|scanpix|lehtikuva|keystone|belga|apa|afp photo|afp via getty|kyodo|jiji|xinhua|tass|sputnik|ria novosti|
interfax|pti|pti photo|ani|ians|yonhap|kcna|aap|antara|bernama|the canadian press|canadian press|cp|la presse canadienne|bloomberg|bloomberg news|
zuma|zuma press|rex|rex features|magnum|magnum photos|sipa|sipa usa|abaca|gamma|polaris|redux|splash|splash news|backgrid|wireimage|filmmagic|
action images|imago|imago images|icon sportswire|usa today|usa today sports|inpho|sportsfile|sns|sns group|anadolu|anadolu agency|nurphoto|
sopa images|lightrocket|upi|invision|barcroft|barcroft media|swns|caters|solent|nasa|esa|noaa|wikimedia|wikimedia commons|wikipedia|flickr|
unsplash|pexels|pixabay|creative commons|public domain|facebook|twitter|instagram|youtube|tiktok|snapchat|google|google maps|google street view|
pool|pool photo|handout|supplied|contributed|submitted|courtesy|staff|stringer|freelance|contributor|bbc|itv|cnn|nbc|abc|cbs|cnbc|pbs|rte|
rté|rolling news|rollingnews|collins|photocall|hulton archive|bettmann|everett collection|statista|mirrorpix|science photo library|spl|
education images|universal images group|vcg|future publishing|press eye|pacemaker|newsquest|jpimedia|national world|reach plc`
    .replaceAll('\n', '')
    .split('|'),
)

/** Words that only organisations carry in a credit line: with one of them a part is no photographer's name. */
export const organisationWords: ReadonlySet<string> = new Set(
  `agency archive archives associated college collection commons company council court daily department digital features
film films foundation gallery gazette getty government group herald images independent institute journal library limited ltd magazine
media ministry museum network news newspaper newspapers office online park photo photos pictures plc police post press productions
publishing record reuters service services society sport sports staff standard star studio studios sun telegraph television times tribune
trust tv university wire world`.split(/\s+/u),
)

/** Words that may stand between names in a credit line. */
export const creditConnectors: ReadonlySet<string> = new Set(
  `by via for of the and from with courtesy photo photos image images picture pictures file handout pool copyright all rights reserved
should read credit illustration graphic video de la le van von der den da di del dos el al bin supplied submitted contributed staff
stock archive a ap contributor getty stringer through on behalf`.split(/\s+/u),
)
