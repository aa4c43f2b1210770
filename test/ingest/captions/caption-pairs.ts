/** Captions written for this project, in the manner of agencies, papers, broadcasters and web pages. */
export const captions: string[] = [
  'Harbour master Orla Finnerty, left, and engineer Tomasz Wilk inspect the flood gate at Carrigmore on Thursday, March 6, 2025.',
  'Residents of Mill Lane clear mud from their kitchens after the river Awell burst its banks in Tollerford, England, on 12 January 2024.',
  'Midfielder Ade Lawani (8) celebrates with supporters after scoring the equaliser during a cup tie at Northgate Stadium, Saturday, Feb. 15, 2025.',
  'A grey seal pup rests on the shingle at Winter Ness.',
  'Finance Minister Leena Varghese arrives at the assembly with the budget papers in Kottapuram, India, February 1, 2025.',
  'The bakery on Prince Street has sold 1,200 loaves a day since it reopened.',
  'Firefighters from three counties battle a gorse blaze above the village of Kilbrack. The fire has burned for six days and closed two roads.',
  'Volunteers sort donated coats at the Eastside shelter in Dayton, Ohio, Wednesday, Nov. 27, 2024. More than 400 families are expected this week.',
  'Dr. Ingrid Solheim, who led the survey of the glacier, holds a core sample at the research station in Longvik, Norway.',
  'Former mayor Colm Hession, centre, leaves Galway Circuit Court with his solicitor, Maeve Tuohy, after the hearing on Monday.',
  'Workers repaint the signal box at Abbots Halt, the last of its kind on the western line',
  'Graffiti covers the shutters of the closed cinema in the town centre',
  'The crew of the trawler “Morning Star” unload cod at the quay in Fraserhaven.',
  'Protesters hold placards outside the labour ministry in Porto Velho, Brazil, on October 3, 2024, as unions demand higher wages.',
  'Point guard Dana Whitlock drives past two defenders in the fourth quarter against the Rivermen on Friday night at Keller Arena.',
  'A satellite image shows the spread of algae in the bay of Kandra on June 9, 2023.',
]

/** A change that the photograph does not mind. */
export const sameEdits: Record<string, (text: string) => string> = {
  'a credit in brackets': (text) => `${text} (Photo by Mira Castellane/Getty Images)`,
  'an agency in brackets': (text) => `${text} (AP Photo/Jon Weddell)`,
  'a credit with a colon': (text) => `${text} Photo: Petra Aldous/Reuters`,
  'a credit glued to the last word': (text) => `${text.replace(/\.$/u, '')}Credit: Ivo Brandt/Alamy`,
  'a photograph by': (text) => `${text} Photograph by Luis Marden Oakes`,
  'a bare agency line': (text) => `${text.replace(/\.?$/u, '.')} REUTERS/Hana Kobayakawa`,
  'an agency line after a name': (text) => `${text.replace(/\.?$/u, '.')} Piet Vandermeer / AFP`,
  'a copyright line': (text) =>
    `${text} Photo: Ellis Rowe, AP / Copyright 2025 The Associated Press. All rights reserved.`,
  courtesy: (text) => `${text.replace(/\.?$/u, '.')} Courtesy of the Carrigmore Historical Society`,
  'a sign before the name': (text) => `© Rosa Quill ${text}`,
  'a label in front': (text) => `Image caption ${text}`,
  'a frame number': (text) => `3 of 12 ${text}`,
  'a frame number in brackets': (text) => `(2/9) ${text}`,
  'FILE PHOTO': (text) => `FILE PHOTO: ${text}`,
  'a file label behind': (text) => `${text.replace(/\.$/u, '')} (file photo)`,
  capitals: (text) => text.toUpperCase(),
  'typographic quotation marks': (text) => text.replaceAll(/[“”]/gu, '"').replaceAll('’', "'"),
  references: (text) =>
    text.replaceAll(/[“”]/gu, '&quot;').replaceAll(' and ', ' &amp; ').replaceAll(' & ', ' &amp; '),
  'odd spaces': (text) => text.replaceAll(' a ', '\u00A0a  ').replaceAll(', ', ',\u202F'),
  'an end stop more or less': (text) => (text.endsWith('.') ? text.slice(0, -1) : `${text}.`),
  truncation: (text) => `${text.slice(0, Math.ceil(text.length * 0.6))}…`,
  'truncation at a word with dots': (text) => `${text.split(' ').slice(0, -3).join(' ')}...`,
  'positions dropped': (text) => text.replaceAll(/, (?:left|centre),/gu, ''),
  'positions in brackets': (text) => text.replace(', left,', ' (left)').replace(', centre,', ' (centre)'),
  'the other spelling': (text) =>
    text
      .replace('Harbour', 'Harbor')
      .replace('labour', 'labor')
      .replace('centre', 'center')
      .replace('grey', 'gray')
      .replace('equaliser', 'equalizer'),
  'a letter dropped': (text) => text.replace(/(?<=\s\p{Ll}{4})\p{Ll}(?=\p{Ll}{2})/u, ''),
  'markup left in': (text) => text.replace(/(\p{L}{5,})/u, '<i>$1</i>'),
  'the picture described by a machine': (text) =>
    `a group of people standing in front of a building: ${text}`,
  'the date dropped': (text) =>
    text.replace(
      /,? (?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur)day, )?(?:(?:Nov|Feb)\.|March|June|October|February) \d+, \d{4}/u,
      '',
    ),
  'the date another way': (text) =>
    text
      .replace('March 6, 2025', '6 March 2025')
      .replace('Nov. 27, 2024', 'November 27, 2024')
      .replace('12 January 2024', 'Jan. 12, 2024'),
  'the first sentence only': (text) => text.replace(/(?<=[a-z]{3}\.|2024\.) [A-Z].*$/u, ''),
}

/** A change that makes it another photograph's caption; null where a caption has no such thing. */
export const otherEdits: Record<string, (text: string) => string | null> = {
  'another person': (text) =>
    swap(
      text,
      /Orla Finnerty|Ade Lawani|Leena Varghese|Ingrid Solheim|Colm Hession|Dana Whitlock/u,
      'Noor Haddad',
    ),
  'another surname': (text) => swap(text, /Finnerty|Lawani|Varghese|Solheim|Hession|Whitlock/u, 'Brennock'),
  'another place': (text) =>
    swap(
      text,
      /Carrigmore|Tollerford|Kottapuram|Kilbrack|Longvik|Fraserhaven|Porto Velho|Kandra|Winter Ness|Dayton/u,
      'Salisbury',
    ),
  'another day': (text) =>
    swap(text, /\b(?:6, 2025|12 January|15, 2025|1, 2025|27, 2024|3, 2024|9, 2023)/u, (found) =>
      found.replace(/^\d+/u, (day) => String(Number(day) + 1)),
    ),
  'another weekday': (text) => swap(text, /Thursday|Saturday|Wednesday|Monday|Friday/u, 'Tuesday'),
  'another month': (text) => swap(text, /March|January|Feb\.|February|Nov\.|October|June/u, 'August'),
  'another year': (text) => swap(text, /20(?:23|24|25)/u, '2019'),
  'another number': (text) =>
    swap(text, /1,200|\(8\)|400|three counties/u, (found) =>
      found === 'three counties' ? 'four counties' : found.replace(/\d[\d,]*/u, '17'),
    ),
  'another action': (text) =>
    swap(
      text,
      /inspect|clear|celebrates|rests|arrives|battle|sort|holds|leaves|repaint|unload|drives/u,
      (found) => (found.endsWith('s') ? 'watches' : 'watch'),
    ),
  'another side': (text) => swap(text, /, left,/u, ', right,'),
  'names swapped': (text) =>
    swap(text, /(Orla Finnerty)(.*?)(Tomasz Wilk)/u, (found) =>
      found.replace(/(Orla Finnerty)(.*?)(Tomasz Wilk)/u, '$3$2$1'),
    ),
  'another thing': (text) =>
    swap(
      text,
      /flood gate|kitchens|equaliser|seal pup|budget papers|gorse blaze|coats|core sample|signal box|shutters|cod\b|placards/u,
      'lanterns',
    ),
  'a negation': (text) =>
    swap(text, / has sold | are expected /u, (found) => found.replace(/has|are/u, '$& not')),
  'before for after': (text) => swap(text, /\bafter\b/u, 'before'),
}

function swap(text: string, pattern: RegExp, to: string | ((found: string) => string)): string | null {
  return pattern.test(text)
    ? text.replace(pattern, (found) => (typeof to === 'string' ? to : to(found)))
    : null
}

/** Pairs as pages really print them, told apart by reading. */
export const readPairs: {a: string; b: string; same: boolean}[] = [
  {a: 'Ruth Abara Contributed photo', b: 'Helen Okafor Contributed photo', same: false},
  {a: 'Image copyright Alamy', b: '(Image: Alamy)', same: false},
  {a: 'House hunt: a barn in Wexley - Photo', b: 'House hunt: a mill in Dunmere - Photo', same: false},
  {a: 'The new hatchback is a bargain', b: 'The new hatchback is a bargain image', same: true},
  {a: 'Video: why bridges sing in the wind (2:41)', b: 'Why bridges sing in the wind', same: true},
  {
    a: 'A long row of unsold tractors stands at a dealer in Marston, Iowa. (AP Photo/Jon Weddell)',
    b: 'A long row of unsold combines stands at a dealer in Marston, Iowa. (AP Photo/Jon Weddell)',
    same: false,
  },
  {
    a: 'Vera Lindqvist, a botanist at the University of Arle, warns that the moss may never return to the drained fields around the lake.',
    b: 'Vera Lindqvist, a botanist at the University of Arle, says that the moss may never return to the drained fields around the lake.',
    same: true,
  },
  {
    a: 'This combination of pictures shows the old pier in 1961, left, and the new one on May 2, 2024. The town voted to rebuild the pier after the great storm took its end away.',
    b: 'The town voted to rebuild the pier after the great storm took its end away.',
    same: true,
  },
  {
    a: 'The cabin of the electric coach at the fair in Lyonne.',
    b: 'The electric coach at the fair in Lyonne.',
    same: false,
  },
  {
    a: 'Captain Amara Nweke, left, lifts the cup with her team after the final.',
    b: 'Captain Amara Nweke, right, lifts the cup with her team after the final.',
    same: false,
  },
  {
    a: 'Prime Minister Jonas Reith talks to reporters at the port of Halden. Reith is on a visit to sign the fishing treaty with the islands.',
    b: 'Prime Minister Jonas Reith boards a ferry at the port of Halden. Reith is on a visit to sign the fishing treaty with the islands.',
    same: false,
  },
  {a: 'Ferry prices rise again. Getty', b: 'Ferry prices rise again.', same: true},
  {
    a: 'The reading room of the new library, seen from the gallery.',
    b: 'The reading room of the new library, seen from the gallery. Ana Prieto for Weekend Magazine',
    same: true,
  },
  {
    a: 'Storm at the lighthouseGreat seas: Waves break over the lighthouse at Port Enna as the third gale of the winter comes in.',
    b: 'Great seas: Waves break over the lighthouse at Port Enna as the third gale of the winter comes in.',
    same: true,
  },
  {a: 'Chef Paolo Marchetti in his kitchen', b: 'Chef Paolo Marcheti in his kitchen', same: true},
  {a: 'The leader of the Farmers Union Party (FUP)', b: 'The leader of the Farmers Union Party', same: true},
]
