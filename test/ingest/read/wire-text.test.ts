import {describe, expect, it} from 'vitest'
import {readDateLine} from '../../../ingest/read/wire-text/date-line.ts'
import {readEmbargoTime} from '../../../ingest/read/wire-text/embargo-time.ts'
import {findDateline} from '../../../ingest/read/wire-text/find-dateline.ts'
import {findEmbargo, findSignals} from '../../../ingest/read/wire-text/find-notices.ts'
import {isByline} from '../../../ingest/read/wire-text/is-byline.ts'
import {headlineSignals, isKillRequest, noteSignals} from '../../../ingest/read/wire-text/note-signals.ts'
import {plainBlocks} from '../../../ingest/read/wire-text/plain-blocks.ts'
import {readAnpaStamp} from '../../../ingest/read/wire-text/read-stamp.ts'

describe('findDateline', () => {
  it.each([
    ['NORDHAVN, Skania (NB) _ A crane fell.', 'NORDHAVN, Skania (NB)', 'NORDHAVN, Skania'],
    ['Elmestad (npa) - A granary burned.', 'Elmestad (npa)', 'Elmestad'],
    ['Havnby/Sandvig (npa) – Zwei Fähren.', 'Havnby/Sandvig (npa)', 'Havnby/Sandvig'],
    ['SANDVIG, March 5 NORTA – The eight won.', 'SANDVIG, March 5 NORTA', 'SANDVIG'],
    [
      'ELMESTAD, Skania, March 6, 2019 /NordWire-AsiaNet/ --',
      'ELMESTAD, Skania, March 6, 2019 /NordWire-AsiaNet/',
      'ELMESTAD, Skania',
    ],
    [
      'HAVNBY and SANDVIG, March 6, 2019/NordWire/',
      'HAVNBY and SANDVIG, March 6, 2019/NordWire/',
      'HAVNBY and SANDVIG',
    ],
    ['ST. ANNA, Skania (NB) — Boats.', 'ST. ANNA, Skania (NB)', 'ST. ANNA, Skania'],
    [
      'PUERTO CLARO, 5 de marzo de 2019 (Norte) - El fuego.',
      'PUERTO CLARO, 5 de marzo de 2019 (Norte)',
      'PUERTO CLARO',
    ],
    ['Elmestad, 5. März (npa) - Der Speicher.', 'Elmestad, 5. März (npa)', 'Elmestad'],
    ['Elmestad (npa/lsk) - Der Speicher.', 'Elmestad (npa/lsk)', 'Elmestad'],
    ['Havnby, Jan 2 (NOR).- El fuego.', 'Havnby, Jan 2 (NOR)', 'Havnby'],
    ['HAVNBY, January 21. /NTAS/. The harbour office', 'HAVNBY, January 21. /NTAS/', 'HAVNBY'],
    ['HAVNBY. Jan 21 (Nordfax) - The harbour office', 'HAVNBY. Jan 21 (Nordfax)', 'HAVNBY'],
    ['ХАВНБИ, 21 января. /НТАС/. Управление порта', 'ХАВНБИ, 21 января. /НТАС/', 'ХАВНБИ'],
    ['(NANS) - HAVNBY, 01 LUG - Il porto', '(NANS) - HAVNBY, 01 LUG', 'HAVNBY'],
    ['New Havnby, Jan 2 (NTI) The ministry said', 'New Havnby, Jan 2 (NTI)', 'New Havnby'],
    ['SANDVIG, Sep 05, NNS – Two boats.', 'SANDVIG, Sep 05, NNS', 'SANDVIG'],
    ['PORT HAVN, Skania--(NORTH WIRE)--Pumps Inc.', 'PORT HAVN, Skania--(NORTH WIRE)', 'PORT HAVN, Skania'],
    [
      'Havnby, Skania--(Northfile Corp. - January 2, 2020) - Pumps',
      'Havnby, Skania--(Northfile Corp. - January 2, 2020)',
      'Havnby, Skania',
    ],
    ['Havnby, 2 jan 2024 (NFP) - Deux bateaux', 'Havnby, 2 jan 2024 (NFP)', 'Havnby'],
    ['HAVNBY (NGA) - Twee boten', 'HAVNBY (NGA)', 'HAVNBY'],
    ['HAVNBY, le 2 mars 2024 /NordWire/ -- Deux', 'HAVNBY, le 2 mars 2024 /NordWire/', 'HAVNBY'],
    [
      'PORT HAVN, Skania--(NORTH WIRE)--March 2, 2024--Pumps',
      'PORT HAVN, Skania--(NORTH WIRE)--March 2, 2024',
      'PORT HAVN, Skania',
    ],
    ['SANDVIG, Skania (March 5, 2019) – Two boats', 'SANDVIG, Skania (March 5, 2019)', 'SANDVIG, Skania'],
    ['SANDVIG, Skania — Two boats', 'SANDVIG, Skania', 'SANDVIG, Skania'],
    [
      'HAVNBY (Skania), 14 mars 2025 (NFP) - Deux bateaux',
      'HAVNBY (Skania), 14 mars 2025 (NFP)',
      'HAVNBY (Skania)',
    ],
    ['HAVNBY, Skan., March 5, 2019 -- Two boats', 'HAVNBY, Skan., March 5, 2019', 'HAVNBY, Skan.'],
    ['HAVNBY, Skani., March 5 (NB) - Two boats', 'HAVNBY, Skani., March 5 (NB)', 'HAVNBY, Skani.'],
    ['HAVNBY 17/03 (NORDA) = Deux bateaux', 'HAVNBY 17/03 (NORDA)', 'HAVNBY'],
    ['新北社北港1月2日电 两艘船', '新北社北港1月2日电', '北港'],
  ])('reads %j', (paragraph, dateline, located) => {
    expect(findDateline(paragraph)).toMatchObject({dateline, located})
  })

  it.each([
    'The crane — all forty tons of it — fell on Monday.',
    'Skerry: Host Mellan on Saturday night.',
    'Rehn said - and nobody spoke - that it was luck.',
    'Boats - many of them - left.',
    '',
    '-',
    '(NB) - Nothing before it.',
    'The Port Authority (PA) Commission met.',
    'He said on Jan. 2 (Friday) - and meant it.',
    'Pump prices--(a guide)--are up.',
  ])('finds none in %j', (paragraph) => {
    expect(findDateline(paragraph)).toBeNull()
  })

  it('gives the day when the year is there', () => {
    expect(findDateline('HAVNBY, Sept. 7, 2019 /NordWire/ -- Boats.')).toMatchObject({
      date: '2019-09-07',
      agency: 'NordWire',
    })
  })
})

describe('notices', () => {
  it.each([
    ['2nd Ld-Writethru', ['writethru', 'update']],
    ['CORRECTION', ['correction']],
    ['KILL', ['kill']],
    ['Achtung', ['advisory']],
    ['REFILE, 1ST LEAD', ['correction', 'update']],
    ['', []],
  ])('%j signals %j', (words, signals) => {
    expect(findSignals(words)).toEqual(signals)
  })

  it('takes no kill from prose about killing', () => {
    expect(noteSignals('Police kill suspect after chase, UPDATES with name')).not.toContain('kill')
    expect(noteSignals('KILL: wrong town named')).toContain('kill')
  })

  it.each([
    ['ACHTUNG: Die Meldung npa0421 NICHT verwenden', ['advisory', 'kill']],
    ['Zurückgezogen: Zwölf Verletzte', ['kill']],
    ['Berichtigung: Zehn Verletzte', ['correction']],
    ['ATTENTION - ANNULATION - Port: douze blessés', ['advisory', 'kill']],
    ['(AMPLIACIÓN) El banco gana más', ['update']],
    ['ÅTERKALLAD: Tolv skadade', ['kill']],
    ['Bitte ersatzlos streichen: npa0421 Hafen', ['advisory', 'kill']],
    ['Zurückziehung: Zwölf Verletzte', ['kill']],
    ['ANULOWANA - Dwunastu rannych', ['kill']],
    ['Port: dix blessés - ANNULE ET REMPLACE', ['correction']],
    ['El banco gana más (CORRECCIÓN)', ['correction']],
    ['Zehn Verletzte (Berichtigung)', ['correction']],
    ['Havnby gewinnt (Elfmeterschießen)', []],
    ['Partei will Paragrafen ersatzlos streichen', []],
    ['ATTENTION: le port ferme deux jours', []],
    ['Verlag: Bericht über Hafen zurückgezogen', []],
    ['Amt: Wasser nicht verwenden', []],
    ['Le concert annulé: le port en deuil', []],
  ])('the headline %j signals %j', (headline, signals) => {
    expect(headlineSignals(headline)).toEqual(signals)
  })

  it('asks for no kill where copy is to wait or to go without its pictures', () => {
    expect(isKillRequest('Bitte verwenden Sie die Meldung npa0421 nicht')).toBe(true)
    expect(isKillRequest('Achtung: Bitte ersatzlos streichen')).toBe(true)
    expect(isKillRequest('Bitte den letzten Satz ersatzlos streichen')).toBe(false)
    expect(isKillRequest('Bitte verwenden Sie die Meldung nicht vor 18.00 Uhr')).toBe(false)
    expect(isKillRequest('Please do not use this story without credit')).toBe(false)
  })

  it.each([
    'EMBARGOED UNTIL 00:01 GMT',
    'Embargada hasta las 06.00 del 18 de marzo',
    'KLAUSULERET TIL ONSDAG',
    'Not for publication before Friday',
    'Sperrfrist 22. Oktober 09.30 Uhr',
    'For release Sunday, March 10',
  ])('sees an embargo in %j', (words) => {
    expect(findEmbargo(words)).toBe(words)
  })

  it.each([
    'FOR IMMEDIATE RELEASE',
    'The arms embargo was lifted on Monday.',
    'Adds details on the oil embargo.',
    'The embargo on herring hit the islands first.',
    'With photos.',
  ])('sees none in %j', (words) => {
    expect(findEmbargo(words)).toBeNull()
  })
})

describe('readEmbargoTime', () => {
  it.each([
    ['EMBARGOED until 0600 GMT March 4, 2026', '2026-03-04T06:00:00Z'],
    ['Sperrfrist: 4. März 2026, 06.00 Uhr MEZ', '2026-03-04T06:00:00+01:00'],
    ['EMBARGO JUSQU’AU 04/03/2026 06H00 GMT', '2026-03-04T06:00:00Z'],
    ['Embargada hasta las 06.00 GMT del 18 de marzo de 2025', '2025-03-18T06:00:00Z'],
    ['Embargoed until 12:01 a.m. ET July 4, 2026', '2026-07-04T00:01:00-04:00'],
    ['Embargo 0600 GMT/0700 CET 4 March 2026', '2026-03-04T06:00:00Z'],
    ['Adds time 0500 GMT. Embargoed to 6 p.m. EST on March 4, 2026', '2026-03-04T18:00:00-05:00'],
  ])('reads %j', (words, moment) => {
    expect(readEmbargoTime(words)).toBe(moment)
  })

  it.each([
    'Embargoed for 12:01 a.m. Sunday',
    'Embargoed until 6 a.m. EST',
    'EMBARGOED UNTIL 04/05/2026 06:00 GMT',
    'Embargo 0600 GMT/0800 CET 4 March 2026',
    'Embargo until 6 a.m. CST March 4, 2026',
    'Sperrfrist: 4. März 2026, 06.00 Uhr',
    'EMBARGO 31 February 2026 0600 GMT',
    '',
  ])('guesses nothing of %j', (words) => {
    expect(readEmbargoTime(words)).toBeNull()
  })
})

describe('isByline', () => {
  it.each(['By Ann Ree', 'Por Ana Ruiz', 'Par Jean DUPONT', 'Von Ada Lane, npa', 'By ANN REE and Tom Reed'])(
    'takes %j',
    (line) => {
      expect(isByline(line)).toBe(true)
    },
  )

  it.each(['By Tuesday', 'Von Berlin nach Havnby', 'Por la noche', 'By Ann Ree, who saw it', 'Da Vinci'])(
    'does not take %j',
    (line) => {
      expect(isByline(line)).toBe(false)
    },
  )
})

describe('stamps', () => {
  it('gives the zone that the copy gives and none that it does not', () => {
    expect(readAnpaStamp('NB-WF-03-04-19 1815GMT<')).toEqual({date: '2019-03-04T18:15:00Z', zoned: true})
    expect(readAnpaStamp('NB-WF-03-04-19 1815EST<')).toEqual({date: '2019-03-04T18:15:00-05:00', zoned: true})
    expect(readAnpaStamp('NB-WF-03-04-19 1815<')).toEqual({date: '2019-03-04T18:15:00', zoned: false})
    expect(readAnpaStamp('NB-WF-13-41-19 1815GMT<')).toBeNull()
  })
})

describe('plainBlocks', () => {
  it('puts filled lines together and keeps lines that end early', () => {
    const filled =
      'A loading crane fell across the ferry terminal on Monday and stopped\nevery crossing to the islands until the evening, the harbour master\nsaid.\n\nContact:\nIda Rehn'
    expect(plainBlocks(filled).map(({text}) => text)).toEqual([
      'A loading crane fell across the ferry terminal on Monday and stopped every crossing to the islands until the evening, the harbour master said.',
      'Contact:\nIda Rehn',
    ])
  })

  it('takes each line as a paragraph where nothing parts them', () => {
    expect(plainBlocks('One.\nTwo.').map(({text}) => text)).toEqual(['One.', 'Two.'])
  })
})

describe('signals in notes and headlines', () => {
  it('come from the first word of each sentence of a note', () => {
    expect(noteSignals('Eds: With NB Photos. CORRECTS: spelling. UPDATES with quote.')).toEqual([
      'correction',
      'update',
    ])
    expect(noteSignals('Do not use the story. A corrected one follows.')).toEqual([])
  })

  it.each([
    ['KILL - Old granary burns', ['kill']],
    ['MANDATORY KILL: Old granary burns', ['kill']],
    ['BULLETIN KILL', ['kill']],
    ['CORRECTION: The pier', ['correction']],
    ['Kill count rises in herring war', []],
    ['KILLER WAVE HITS PIER', []],
    ['UPDATE ON THE PIER', []],
  ])('the headline %j signals %j', (headline, signals) => {
    expect(headlineSignals(headline)).toEqual(signals)
  })
})

describe('readDateLine', () => {
  it.each([
    ['March 18, 2025 09:00 AM Eastern Daylight Time', '2025-03-18T09:00:00'],
    ['Mar 18, 2025, 08:00 ET', '2025-03-18T08:00:00'],
    ['18.03.2025 - 11:20', '2025-03-18T11:20:00'],
    ['Dienstag, 18. März 2025', '2025-03-18'],
    ['Published: 14 March 2025', '2025-03-14'],
    ['mardi 18 mars 2025', '2025-03-18'],
    ['2025-03-18', '2025-03-18'],
  ])('reads %j', (line, date) => {
    expect(readDateLine(line)).toBe(date)
  })

  it.each(['Havnby, 18. März 2025', 'March of the 40 drummers', '18.13.2025', '30 February 2025', ''])(
    'finds no day alone in %j',
    (line) => {
      expect(readDateLine(line)).toBeNull()
    },
  )
})
