import {describe, expect, it} from 'vitest'
import {splitCredit} from '../../../ingest/captions/index.ts'
import {toWords} from '../../../ingest/text/words.ts'

const cases: [
  name: string,
  text: string,
  expected: {text: string; creditLine: string | null; byline: string | null},
][] = [
  [
    'brackets',
    'A tram turns in Lind Square. (AP Photo/Jon Weddell)',
    {text: 'A tram turns in Lind Square.', creditLine: 'AP Photo/Jon Weddell', byline: 'Jon Weddell'},
  ],
  [
    'a colon',
    'A tram turns Photo: Mira Castellane/Getty Images',
    {text: 'A tram turns', creditLine: 'Photo: Mira Castellane/Getty Images', byline: 'Mira Castellane'},
  ],
  [
    'glued',
    'A tram turns in the squareCredit: The Lind Gazette',
    {text: 'A tram turns in the square', creditLine: 'Credit: The Lind Gazette', byline: null},
  ],
  [
    'a German colon',
    'Eine Straßenbahn wendet am Lindenplatz Foto: Mira Lindt/dpa',
    {
      text: 'Eine Straßenbahn wendet am Lindenplatz',
      creditLine: 'Foto: Mira Lindt/dpa',
      byline: 'Mira Lindt',
    },
  ],
  [
    'a French one',
    'Un tramway place du Tilleul Crédit photo : Luc Aubin',
    {text: 'Un tramway place du Tilleul', creditLine: 'Crédit photo: Luc Aubin', byline: 'Luc Aubin'},
  ],
  [
    'a Polish abbreviation',
    'Tramwaj na placu Fot. Jan Nowak / PAP',
    {text: 'Tramwaj na placu', creditLine: 'Fot. Jan Nowak / PAP', byline: 'Jan Nowak'},
  ],
  [
    'a Russian colon',
    'Трамвай на площади Фото: Иван Петров / ТАСС',
    {text: 'Трамвай на площади', creditLine: 'Фото: Иван Петров / ТАСС', byline: 'Иван Петров'},
  ],
  [
    'capitals throughout the credit',
    'A tram turns in the square LUIS OAKES/GAZETTE',
    {text: 'A tram turns in the square', creditLine: 'LUIS OAKES/GAZETTE', byline: 'LUIS OAKES'},
  ],
  [
    'by',
    'A tram turns. Photograph by Luis Oakes',
    {text: 'A tram turns.', creditLine: 'Photograph by Luis Oakes', byline: 'Luis Oakes'},
  ],
  [
    'an agency first',
    'A tram turns in the old square. REUTERS/Hana Kobayakawa',
    {
      text: 'A tram turns in the old square.',
      creditLine: 'REUTERS/Hana Kobayakawa',
      byline: 'Hana Kobayakawa',
    },
  ],
  [
    'several',
    'A tram turns. (AP Photo/Jon Weddell) Photo: Jon Weddell / Copyright 2025 The Associated Press. All rights reserved',
    {
      text: 'A tram turns.',
      creditLine:
        'AP Photo/Jon Weddell Photo: Jon Weddell / Copyright 2025 The Associated Press. All rights reserved',
      byline: 'Jon Weddell',
    },
  ],
  [
    'none',
    'A tram (left) turns in Lind Square',
    {text: 'A tram (left) turns in Lind Square', creditLine: null, byline: null},
  ],
  [
    'an abbreviation explained',
    'A rally of the Lind Workers Party (LWP)',
    {text: 'A rally of the Lind Workers Party (LWP)', creditLine: null, byline: null},
  ],
  [
    'only a credit',
    'Image copyright Getty Images',
    {text: '', creditLine: 'Image copyright Getty Images', byline: null},
  ],
  [
    'a label that is none',
    'Photo: Trams turn in Lind Square',
    {text: 'Photo: Trams turn in Lind Square', creditLine: null, byline: null},
  ],
  [
    'submitted',
    'Ruth Abara Submitted photo',
    {text: 'Ruth Abara', creditLine: 'Submitted photo', byline: null},
  ],
  [
    'a site',
    'Stills from the film. (lindfilms.com)',
    {text: 'Stills from the film.', creditLine: 'lindfilms.com', byline: null},
  ],
  ['empty', '', {text: '', creditLine: null, byline: null}],
]

describe('splitCredit takes off', () => {
  it.each(cases)('%s', (_, text, expected) => {
    const split = splitCredit(text)
    expect(split).toEqual(expected)
    expect(toWords(`${split.text} ${split.creditLine ?? ''}`)).toEqual(
      toWords(text.replaceAll('squareCredit', 'square Credit')),
    )
    expect(splitCredit(split.text).text).toBe(split.text)
  })
})
