import {describe, expect, it} from 'vitest'
import fc from 'fast-check'
import {cleanLink, toBlocks} from '../../../../ingest/read/markup/index.ts'
import {markupFindingCodes} from '../../../../ingest/read/markup/codes.ts'

const texts = (markup: string) => toBlocks(markup).blocks.map(({text}) => text)

describe('markup as blocks', () => {
  it('lays text out as a browser does', () => {
    expect(texts('<div>Bare\n  text<p>One</p>after<br>a break<br><br>split</div>')).toEqual([
      'Bare text',
      'One',
      'after\na break',
      'split',
    ])
  })

  it('keeps marks with their offsets and white space out of them', () => {
    expect(toBlocks('<p>A <b>bold </b><i>word</i> &amp; <a href="/x">link</a></p>').blocks).toEqual([
      {
        kind: 'paragraph',
        text: 'A bold word & link',
        marks: [
          {start: 2, end: 6, kind: 'strong'},
          {start: 7, end: 11, kind: 'em'},
          {start: 14, end: 18, kind: 'link', href: '/x'},
        ],
      },
    ])
  })

  it('keeps lists with kind and nesting, and two paragraphs of an item as its lines', () => {
    expect(toBlocks('<ol><li>one<ul><li>in</li></ul></li><li><p>x</p><p>y</p></li></ol>').blocks).toEqual([
      {kind: 'listItem', text: 'one', level: 1, list: 'number'},
      {kind: 'listItem', text: 'in', level: 2, list: 'bullet'},
      {kind: 'listItem', text: 'x\ny', level: 1, list: 'number'},
    ])
  })

  it('keeps a table as rows, with spans filled', () => {
    const [table] = toBlocks(
      '<table><tr><th>Team<th colspan=2>Score<tr><td rowspan=2>Reds<td>1<td>2<tr><td>3<td>4</table>',
    ).blocks
    expect(table?.rows).toEqual([
      {header: true, cells: ['Team', 'Score', '']},
      {header: false, cells: ['Reds', '1', '2']},
      {header: false, cells: ['', '3', '4']},
    ])
  })

  it('reads a table that lays out a page as running copy', () => {
    expect(
      texts('<table><tr><td><table><tr><td><p>One</p><p>Two</p></td></tr></table></td></tr></table>'),
    ).toEqual(['One', 'Two'])
  })

  it('gives a figure its caption, credit and alternative text', () => {
    const {blocks, associations} = toBlocks(
      '<figure><img src="/a.jpg" alt="A boat" width="640"><figcaption>The ferry. <span class="credit">Photo: Ann Lee</span></figcaption></figure>',
      {base: 'https://example.org/news/1'},
    )
    expect(blocks).toEqual([{kind: 'image', text: '', association: 0}])
    expect(associations).toEqual([
      {
        itemClass: 'picture',
        captions: [{text: 'The ferry.', role: 'caption'}],
        altText: 'A boat',
        creditLine: 'Photo: Ann Lee',
        renditions: [{href: 'https://example.org/a.jpg', width: 640}],
      },
    ])
  })

  it('keeps frames and quoted posts as embeds', () => {
    expect(
      toBlocks(
        '<iframe src="https://video.example/1"></iframe><blockquote class="twitter-tweet"><p>Words</p><a href="https://x.example/s/1">day</a></blockquote>',
      ).blocks,
    ).toEqual([
      {kind: 'embed', text: '', url: 'https://video.example/1'},
      {kind: 'embed', text: 'Words\nday', url: 'https://x.example/s/1'},
    ])
  })

  it('refuses links that could run something and says so', () => {
    const {blocks, findings} = toBlocks(
      '<p><a href=" java\nscript:alert(1)">a</a> <a href="data:text/html,x">b</a></p><script>alert(2)</script>',
    )
    expect(blocks).toEqual([{kind: 'paragraph', text: 'a b'}])
    expect(findings.map(({code}) => code)).toEqual([
      markupFindingCodes.linkRefused,
      markupFindingCodes.linkRefused,
    ])
  })

  it.each(['vbscript:x', 'JAVASCRIPT:x', '\u0001javascript:x', 'file:///etc/passwd', 'blob:x'])(
    'refuses %j',
    (address) => {
      expect(cleanLink(address)).toBeNull()
    },
  )

  it('takes elements of other vocabularies by role', () => {
    expect(
      toBlocks('<body.content><hl2>Sub</hl2><media>x</media><p>Copy</p></body.content>', {
        xml: true,
        roles: {hl2: 'crosshead', media: 'skip'},
      }).blocks,
    ).toEqual([
      {kind: 'crosshead', text: 'Sub', level: 2},
      {kind: 'paragraph', text: 'Copy'},
    ])
  })

  it('keeps the words of a cell that another opens in', () => {
    expect(toBlocks('<table><td> a <p><td> b').blocks.map(({text}) => text)).toEqual(['a\tb\t'])
  })

  it('loses and adds no word, whatever the markup', () => {
    const tag = fc.constantFrom(
      'p',
      'b',
      'div',
      'li',
      'ul',
      'td',
      'tr',
      'table',
      'h2',
      'blockquote',
      'i',
      'figure',
      'span',
      'pre',
      'section',
    )
    const piece = fc.oneof(
      fc.stringMatching(/^[a-z]{1,6}$/).map((word) => ` ${word} `),
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name}>`),
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 60}), (pieces) => {
        const words = pieces.filter((part) => !part.startsWith('<')).map((part) => part.trim())
        const {blocks} = toBlocks(pieces.join(''))
        expect(
          blocks
            .flatMap(({text}) => text.split(/\s+/))
            .filter(Boolean)
            .toSorted(),
        ).toEqual(words.toSorted())
        for (const {text, marks = []} of blocks)
          for (const {start, end} of marks) expect(start < end && end <= text.length).toBe(true)
      }),
      {numRuns: 300},
    )
  })

  it.each(['div', 'b', 'ul><li', 'blockquote', 'figure', 'table><tr><td', 'q'])(
    'takes <%s> nested without end',
    (tag) => {
      expect(toBlocks(`<${tag}>w`.repeat(20_000)).blocks.length).toBeGreaterThan(0)
    },
  )
})
