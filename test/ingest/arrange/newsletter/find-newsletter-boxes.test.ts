import {describe, expect, test} from 'vitest'
import {findNewsletterBoxes} from '../../../../ingest/arrange/newsletter/index.ts'

const toLines = (text: string): {text: string; line: number}[] =>
  text.split('\n').map((line, at) => ({text: line, line: at + 1}))
const boxesIn = (text: string): {title: string | null; pitch: string | null; lines: number[]}[] =>
  findNewsletterBoxes(toLines(text)).map(({title, pitch, lines}) => ({title, pitch, lines}))

describe('a box is found with its parts', () => {
  test('title, pitch, field, button and small print', () => {
    const text =
      'The last paragraph of the story ends here.\n\nHarbour Morning Newsletter\nGet the day’s top stories in your inbox at seven.\nEmail address\nSign up\nYou can unsubscribe at any time.\n\nMost read'
    expect(findNewsletterBoxes(toLines(text))).toEqual([
      {
        title: 'Harbour Morning Newsletter',
        pitch: 'Get the day’s top stories in your inbox at seven.',
        emailLabel: 'Email address',
        submitLabel: 'Sign up',
        requiredMessage: null,
        consent: 'You can unsubscribe at any time.',
        other: [],
        lines: [3, 4, 5, 6, 7],
      },
    ])
  })

  test('a blank line between any two lines parts nothing', () => {
    const text =
      'A paragraph of the story.\n\nAnother paragraph of it.\n\nEvening Update Newsletter\n\nReceive our headlines straight to your inbox each evening.\n\nThis field is required\n\nTop stories'
    expect(findNewsletterBoxes(toLines(text))).toMatchObject([
      {title: 'Evening Update Newsletter', requiredMessage: 'This field is required', lines: [5, 7, 9]},
    ])
  })

  test('the form’s messages of success and failure stay in the box', () => {
    const text =
      'Sign up to the Tide Table newsletter\nEnter your email\nSubscribe\nThank you for subscribing!\nThere was an error. Please try again.\nNews'
    expect(findNewsletterBoxes(toLines(text))).toMatchObject([
      {
        title: 'Sign up to the Tide Table newsletter',
        other: ['Thank you for subscribing!', 'There was an error. Please try again.'],
        lines: [1, 2, 3, 4, 5],
      },
    ])
  })

  test.each([
    [
      'a line that only calls',
      'Subscribe to our weekly newsletter',
      {title: 'Subscribe to our weekly newsletter', pitch: null},
    ],
    [
      'a line that says what one gets',
      'Want more from the coast? Sign up for our free daily email.',
      {title: null, pitch: 'Want more from the coast? Sign up for our free daily email.'},
    ],
    [
      'German',
      'Jetzt unseren Newsletter abonnieren',
      {title: 'Jetzt unseren Newsletter abonnieren', pitch: null},
    ],
    [
      'French',
      'Inscrivez-vous à notre newsletter',
      {title: 'Inscrivez-vous à notre newsletter', pitch: null},
    ],
    ['Spanish', 'Suscríbete a nuestro boletín', {title: 'Suscríbete a nuestro boletín', pitch: null}],
  ])('%s is a box by itself', (_, line, parts) => {
    expect(findNewsletterBoxes(toLines(`A paragraph.\n\n${line}\n\nAnother paragraph.`))).toMatchObject([
      {...parts, lines: [3]},
    ])
  })

  test('parts that the copy ran together are taken apart', () => {
    expect(
      findNewsletterBoxes(
        toLines('Coast NewsletterPrivacy PolicyGet the headlines in your inbox daily GET IT'),
      ),
    ).toMatchObject([
      {
        title: 'Coast Newsletter',
        pitch: 'Get the headlines in your inbox daily',
        submitLabel: 'GET IT',
        consent: 'Privacy Policy',
      },
    ])
  })

  test('two boxes on a page are two', () => {
    expect(
      boxesIn(
        'Sign up for our newsletter\nEmail\n\n\n\n\nA paragraph of the story.\n\n\n\n\nSubscribe to Harbour Watch by email\nSubscribe',
      ),
    ).toHaveLength(2)
  })
})

describe('these are no boxes', () => {
  test.each([
    ['a menu label', 'Home\nNews\nNewsletters\nSport\nWeather'],
    ['a paid subscription', 'Subscribe now for £2 a week and get unlimited access'],
    [
      'a comment form',
      'Leave a comment\nYour email address will not be published. Required fields are marked *\nName\nEmail *\nSave my name, email, and website in this browser',
    ],
    ['a box to tick for answers', 'Notify me via e-mail if anyone answers my comment.'],
    ['a log-in', 'Log in\nEmail\nPassword\nForgot your password?'],
    ['push notifications', 'Get push notifications from the Courier in your browser'],
    ['share buttons', 'Share this\nFacebook\nTwitter\nEmail\nPrint'],
    ['a reporter’s address', 'Email the author at newsroom@example.com'],
    ['a magazine', 'Subscribe to our magazine for the latest from the coast'],
    [
      'a sentence of a story',
      'The council said that residents who signed up to receive emails about the harbour had been told on Tuesday.',
    ],
    ['someone’s words', '“Subscribe to our newsletter, they told me, and we will answer,” she said.'],
  ])('%s', (_, text) => {
    expect(boxesIn(text)).toEqual([])
  })
})

test('line numbers are the ones given, blank lines left out or not', () => {
  expect(
    findNewsletterBoxes([
      {text: 'Sign up to our newsletter', line: 40},
      {text: 'Email', line: 42},
    ])[0]?.lines,
  ).toEqual([40, 42])
})
