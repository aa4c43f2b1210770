import {describe, expect, it} from 'vitest'
import {addDetectedLanguage, detectLanguage} from '../../../../ingest/read/language/detect-language.ts'
import {newItem} from '../../../../ingest/read/wire-text/new-item.ts'

describe('detectLanguage', () => {
  it.each([
    ['en', 'The granary burned to the ground on Tuesday, and divers searched the basin beside it.'],
    ['de', 'Ein zweihundert Jahre alter Speicher ist am Dienstag bis auf die Grundmauern niedergebrannt.'],
    ['en', 'The harbour reopened. We held on. Boat Tons Ann 4 one two three After nine weeks.'],
    ['de', 'Die Bahn baut im Herbst einen Tunnel. Das sagte der Sprecher am Freitag.'],
    ['es', 'Los buzos buscaron durante toda la noche en el puerto a un vigilante desaparecido.'],
    ['sv', 'Tolv personer skadades i en färjeolycka på tisdagen, uppger polisen.'],
    ['hr', 'Dvanaest osoba ozlijeđeno je u utorak u nesreći trajekta, priopćila je policija.'],
    ['sr', 'Dvanaest osoba povređeno je u utorak u nesreći trajekta posle oluje, saopštila je policija.'],
    [
      'fi',
      'Sukeltajat etsivät kadonnutta vartijaa satama-altaasta koko yön ajan, mutta häntä ei löytynyt mistään.',
    ],
  ])('says %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language)
  })

  it('says nothing of a few letters', () => {
    expect(detectLanguage('HARBOUR 12 3')).toBeUndefined()
    expect(detectLanguage('')).toBeUndefined()
  })

  it('never outweighs what the copy declares, and names itself as derived', () => {
    const item = newItem('text', {used: 'utf-8'})
    item.blocks = [
      {
        kind: 'paragraph',
        text: 'The granary burned to the ground on Tuesday, and divers searched the basin.',
      },
    ]
    addDetectedLanguage(item)
    expect(item).toMatchObject({languageDetected: 'en', derived: ['languageDetected']})
    const declared = {...newItem('text', {used: 'utf-8'}), language: 'sv', blocks: item.blocks}
    addDetectedLanguage(declared)
    expect(declared.languageDetected).toBeUndefined()
  })
})
