import {describe, expect, it} from 'vitest'
import {parseCopy} from '../../../../ingest/parse-copy.ts'

const story = [
  'PRESS RELEASE',
  'Quay Trust opens harbour museum after six-year repair',
  'KILBRANNAN, 4 May 2026 - The Quay Trust will open its harbour museum to the public on Saturday after a repair that took six years.',
  '"People have waited a long time and they will not be disappointed," said Ines Calder, the trust\'s director.',
  'The museum holds eleven boats and three thousand photographs, most of them given by families of the town.',
]
const contact = 'Contact:\nTom Reidy\npress@quaytrust.example\n+44 20 7946 0018'

async function read(...after: string[]) {
  const text = [...story, ...after].join('\n\n')
  const {items} = await parseCopy({bytes: new TextEncoder().encode(text)})
  const {arranged} = items[0]!
  return {
    notes: arranged.edNotes.map((note) => ({role: note.role, text: note.text, public: note.public})),
    body: arranged.body.map((block) => block.text.slice(0, 12)),
    furniture: arranged.furniture.map(({reason}) => reason),
  }
}
const body = ['KILBRANNAN, ', '"People have', 'The museum h']

describe('what a release tells newsrooms and not readers', () => {
  it.each([
    'Notes to editors',
    'Notes to Editors:',
    'Editor’s notes',
    'Hinweis an die Redaktionen',
    'Note aux rédactions :',
  ])('is a note under "%s", with no mark of an end before it', async (head) => {
    expect(await read(head, '1. The trust was founded in 1981.', contact)).toEqual({
      notes: [{role: 'editors', text: `${head}\n\n1. The trust was founded in 1981.`, public: false}],
      body,
      furniture: ['section-label', 'contact'],
    })
  })

  it.each(['-ENDS-', '###', '-30-'])('is a note behind %s whatever its heading', async (end) => {
    expect(await read(end, 'About the Quay Trust', 'The trust looks after four buildings.', contact)).toEqual(
      {
        notes: [
          {
            role: 'editors',
            text: 'About the Quay Trust\n\nThe trust looks after four buildings.',
            public: false,
          },
        ],
        body,
        furniture: ['section-label', 'sign-off', 'contact'],
      },
    )
  })

  it('is nothing where a story only speaks of notes', async () => {
    const told =
      'Notes to editors were found in a drawer of the museum, all of them written in pencil by its first keeper.'
    expect(await read(told)).toMatchObject({notes: [], body: [...body, told.slice(0, 12)]})
  })
})
