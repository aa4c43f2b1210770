import type {LocalizedValidationMessages} from 'sanity'

const say = (english: string, german: string): LocalizedValidationMessages => ({
  'en-US': english,
  'en-GB': english,
  'de-DE': german,
})

/** What validation says, in each language; Studio takes it with the rule and not from a bundle. */
export const messages = {
  quoteToShow: say('Choose the quote to show.', 'Wählen Sie das Zitat, das gezeigt wird.'),
  linkAddress: say('A link needs an address.', 'Ein Link braucht eine Adresse.'),
  tableRows: say('A table without rows shows nothing.', 'Eine Tabelle ohne Zeilen zeigt nichts.'),
  pictureCaption: say(
    'Pictures are usually published with a caption.',
    'Bilder erscheinen gewöhnlich mit einer Unterschrift.',
  ),
  quotationQuote: say(
    'A quotation needs the quote it is taken from.',
    'Ein Zitat im Text braucht das Zitat, aus dem es stammt.',
  ),
  newsletterToShow: say(
    'Choose the newsletter block that stands here.',
    'Wählen Sie den Newsletter-Kasten, der hier steht.',
  ),
  captionText: say('A caption needs its words.', 'Eine Bildunterschrift braucht ihren Wortlaut.'),
  captionAltText: say(
    'Readers who cannot see the picture need to be told what it shows.',
    'Wer das Bild nicht sehen kann, muss erfahren, was es zeigt.',
  ),
  captionCredit: say(
    'Most pictures may only be printed with a credit.',
    'Die meisten Bilder dürfen nur mit Bildnachweis erscheinen.',
  ),
  newsletterWords: say(
    'A newsletter block needs a title or a pitch.',
    'Ein Newsletter-Kasten braucht einen Titel oder einen Werbetext.',
  ),
  newsletterList: say(
    'Without a list, nobody who signs up gets any mail.',
    'Ohne Verteiler bekommt niemand, der sich anmeldet, Post.',
  ),
  personName: say('A person needs a name.', 'Eine Person braucht einen Namen.'),
  quoteWords: say('A quote without words says nothing.', 'Ein Zitat ohne Worte sagt nichts.'),
  quoteSpeaker: say(
    'Nobody is named as having said this. Check it against the copy.',
    'Niemand ist genannt, der das gesagt hat. Prüfen Sie es an der Meldung.',
  ),
  articleHeadline: say(
    'An article needs a headline before it can be published.',
    'Ein Artikel braucht eine Überschrift, bevor er erscheinen kann.',
  ),
  articleLongHeadline: say(
    'Search engines and phones cut a headline at about this length.',
    'Suchmaschinen und Telefone schneiden Überschriften bei etwa dieser Länge ab.',
  ),
  articleLongStandfirst: say('Readers skip a long standfirst.', 'Ein langer Vorspann wird überlesen.'),
  articleBody: say('There is no text yet.', 'Es gibt noch keinen Text.'),
  articleSlug: say(
    'An article needs an address before it can be published.',
    'Ein Artikel braucht eine Adresse, bevor er erscheinen kann.',
  ),
}
