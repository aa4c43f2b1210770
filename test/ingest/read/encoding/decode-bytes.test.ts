import iconv from 'iconv-lite'
import {describe, expect, it} from 'vitest'
import {decodeBytes, labelOf} from '../../../../ingest/read/encoding/decode-bytes.ts'
import {repairDoubleEncoding} from '../../../../ingest/read/encoding/repair-double-encoding.ts'

const copies: readonly [string, string][] = [
  ['windows-1251', 'Глава портового совета заявил в среду, что лодки посчитали ещё раз и одной не хватает.'],
  ['koi8-r', 'Глава портового совета заявил в среду, что лодки посчитали еще раз и одной не хватает.'],
  [
    'windows-1252',
    'Der Rat zählte die Boote „noch einmal“, sagte der Lotse – über Nacht fehlte eines, größer als die übrigen.',
  ],
  ['windows-1250', 'Přístavní rada spočítala čluny ještě jednou, řekl ve středu lodivod, a jeden chyběl.'],
  ['windows-1253', 'Το συμβούλιο του λιμανιού μέτρησε ξανά τις βάρκες, είπε την Τετάρτη ο πλοηγός'],
  ['windows-1255', 'מועצת הנמל ספרה את הסירות פעם נוספת, אמר ביום רביעי הנתב'],
  ['windows-1256', 'قال المرشد يوم الأربعاء إن مجلس الميناء أحصى القوارب مرة أخرى'],
  ['big5', '領港員星期三說，港口委員會又數了一次船，少了一艘'],
  ['gbk', '领港员星期三说，港口委员会又数了一次船，少了一艘'],
  ['shift_jis', '水先案内人は水曜日、港の委員会が船をもう一度数えたと述べた。'],
  ['euc-jp', '水先案内人は水曜日、港の委員会が船をもう一度数えたと述べた。'],
  ['euc-kr', '도선사는 수요일 항만 위원회가 배를 다시 세었다고 말했다'],
]

describe('bytes without a label', () => {
  it.each(copies)('in %s are told by their letters', (name, text) => {
    const read = decodeBytes(new Uint8Array(iconv.encode(`<p>${text}</p>`, name)))
    expect(read.encoding.used).toBe(name)
    expect(read.text).toBe(`<p>${text}</p>`)
  })
})

describe('Western text of an old Macintosh or of DOS', () => {
  const western = [
    'Les pêcheurs ont repris la mer mardi, a déclaré le maire, très soulagé : « Nous étions bloqués. »',
    'Der Hafen öffnet wieder für Fähren, sagte der Bürgermeister; größere Schäden gab es nicht.',
    'Los pescadores esperaron una semana, dijo el alcalde de España. ¿Qué pasará mañana? Según él, nada más.',
    'Havnen åbner igen på tirsdag; det er første gang på et år, siger borgmesteren, der ærgrer sig.',
    'A região não sofreu danos, disse o governador, que já havia avisado a população em março.',
    'La città è in festa, perché l’attività è ripresa già lunedì.',
    'Die Züge fahren wieder',
    'España pide más tiempo',
    'Hallitus päätti perjantaina, että lisää rahaa tarvitaan.',
    'BÜRGER IN KÖLN VERÄRGERT, MÜLL ÜBERALL',
    'De raad van Oekraïne is geïnteresseerd in coördinatie met België, één voor één.',
  ]

  it.each(western)('is told by what Windows-1252 makes of it: %s', (text) => {
    const dos = text.replaceAll('’', "'")
    expect(decodeBytes(new Uint8Array(iconv.encode(text, 'macintosh')))).toMatchObject({
      text,
      encoding: {used: 'macintosh'},
    })
    expect(decodeBytes(new Uint8Array(iconv.encode(dos, 'cp850')))).toMatchObject({
      text: dos,
      encoding: {used: 'ibm850'},
    })
  })

  it('outweighs a label of another Western encoding', () => {
    const text = western[1]!
    for (const page of ['macintosh', 'cp850']) {
      const {text: read, findings} = decodeBytes(new Uint8Array(iconv.encode(text, page)), 'iso-8859-1')
      expect(read).toBe(text)
      expect(findings).toMatchObject([{code: 'encoding-label-contradicted'}])
    }
  })

  it.each([
    ...western,
    'L’ÉLYSÉE RÉAGIT À LA TEMPÊTE',
    'It’s the Paris–Lyon line—again.',
    '“We waited a week…” he said, “and it’s †1945”.',
    'Prices rose 5‰ at Œuvre, §4 ½',
  ])('is not seen in Windows-1252: %s', (text) => {
    expect(decodeBytes(new Uint8Array(iconv.encode(text, 'windows-1252'))).text).toBe(text)
  })

  it('is read by the label of its code page', () => {
    expect(decodeBytes(new Uint8Array(iconv.encode('Mære', 'cp850')), 'cp850')).toMatchObject({
      text: 'Mære',
      encoding: {declared: 'cp850', used: 'ibm850'},
    })
    expect(decodeBytes(new Uint8Array(iconv.encode('α für', 'cp437')), 'IBM437').text).toBe('α für')
  })
})

describe('a label', () => {
  it.each(copies)('that is right (%s) is believed', (name, text) => {
    const read = decodeBytes(new Uint8Array(iconv.encode(text, name)), name)
    expect(read.encoding).toEqual({declared: name, used: name})
    expect(read.text).toBe(text)
  })

  it('ISO-8859-1 on UTF-8 bytes is not believed', () => {
    const read = decodeBytes(new TextEncoder().encode('größer – “so”'), 'ISO-8859-1')
    expect(read.encoding).toEqual({declared: 'iso-8859-1', used: 'utf-8'})
    expect(read.text).toBe('größer – “so”')
    expect(read.findings.map(({code}) => code)).toEqual(['encoding-label-contradicted'])
  })

  it('ISO-8859-1 on real ISO-8859-1 is believed; with bytes 80 to 9F it is Windows-1252', () => {
    expect(decodeBytes(new Uint8Array([0x63, 0x61, 0x66, 0xe9]), 'iso-8859-1').encoding.used).toBe(
      'iso-8859-1',
    )
    const quoted = decodeBytes(new Uint8Array([0x93, 0x63, 0x61, 0x66, 0xe9, 0x94]), 'iso-8859-1')
    expect(quoted.encoding.used).toBe('windows-1252')
    expect(quoted.text).toBe('“café”')
  })

  it('ISO-8859-1 on Cyrillic bytes is not believed', () => {
    const text = copies[0]![1]
    expect(decodeBytes(new Uint8Array(iconv.encode(text, 'windows-1251')), 'iso-8859-1').text).toBe(text)
  })

  it('UTF-8 on Latin bytes is not believed', () => {
    const read = decodeBytes(new Uint8Array(iconv.encode('un café très cher à côté', 'latin1')), 'utf-8')
    expect(read.encoding.used).toBe('iso-8859-1')
    expect(read.text).toBe('un café très cher à côté')
  })

  it('of no known encoding leaves a finding', () => {
    expect(decodeBytes(new TextEncoder().encode('é'), 'klingon').findings[0]?.code).toBe(
      'encoding-label-unknown',
    )
  })

  it('is read from an XML declaration, in UTF-16 too, else from the content type', () => {
    expect(labelOf(new TextEncoder().encode('<?xml version="1.0" encoding=\'Big5\'?><a/>'))).toBe('Big5')
    expect(
      labelOf(new Uint8Array(iconv.encode('<?xml version="1.0" encoding="utf-16"?><a/>', 'utf-16le'))),
    ).toBe('utf-16')
    expect(labelOf(new TextEncoder().encode('<a/>'), 'text/xml; charset="koi8-r"')).toBe('koi8-r')
    expect(labelOf(new TextEncoder().encode('<a encoding="x"/>'))).toBeUndefined()
  })
})

describe('UTF-16', () => {
  it.each(['utf-16le', 'utf-16be'])('as %s is read with and without a byte-order mark', (name) => {
    const plain = new Uint8Array(iconv.encode('<a>größer</a>', name))
    const marked = new Uint8Array(iconv.encode('<a>größer</a>', name, {addBOM: true}))
    for (const bytes of [plain, marked]) {
      expect(decodeBytes(bytes)).toMatchObject({text: '<a>größer</a>', encoding: {used: name}})
    }
  })
})

describe('damaged UTF-8', () => {
  it('keeps stray bytes as Windows-1252, with a finding', () => {
    const read = decodeBytes(
      new Uint8Array([...new TextEncoder().encode('größer über alles é '), 0x93, 0x61, 0x94]),
    )
    expect(read.text).toBe('größer über alles é “a”')
    expect(read.findings.map(({code}) => code)).toEqual(['encoding-invalid-bytes'])
  })

  it('cut inside its last character stays UTF-8', () => {
    const bytes = new TextEncoder().encode('größer é')
    expect(decodeBytes(bytes.subarray(0, bytes.length - 1)).encoding.used).toBe('utf-8')
  })
})

describe('text that was encoded twice', () => {
  it.each([
    ['companyâ€™s', 'company’s'],
    ['companyâ\u0080\u0099s', 'company’s'],
    ['cafÃ©', 'café'],
    ['Â© Nordbild', '© Nordbild'],
  ])('(%s) is put right', (text, right) => {
    expect(repairDoubleEncoding(text)).toBe(right)
  })

  it.each(['château', 'São Paulo', 'Ângela', 'â la carte', 'naïve – “so”', 'ÉCOLE', 'PÂTÉ «A»'])(
    'is not what "%s" is',
    (text) => {
      expect(repairDoubleEncoding(text)).toBe(text)
    },
  )
})
