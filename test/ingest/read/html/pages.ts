/** A page of one kind written for these tests, and what an editor would want of it. */
export interface TestPage {
  kind: string
  html: string
  headline: string
  byline?: string
  body: string[]
  captions: string[]
  /** Words that must be among what is left out. */
  leftOut: string[]
}

const broadsheetBody = [
  'The harbour board voted on Tuesday night to close the old fish market at the end of the season, ending a row that has divided the town for six years and two elections.',
  '“Nobody wanted this, least of all the people who work there,” said the board’s chair, Moira Kett, after the vote. “But the roof will not last another winter.”',
  'What happens next',
  'Traders will be offered stalls in a temporary hall beside the ferry terminal, at half the present rent, until a new building opens in three years.',
  'rents frozen for two years',
  'a fund of 400,000 for moving costs',
  'Three members of the board voted against, among them the former mayor, who called the plan a surrender to the hotel owners on the quay.',
]

const cmsPage = `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Board votes to close old fish market | Quayside Gazette</title>
<link rel="canonical" href="https://gazette.example/news/fish-market"><meta property="og:site_name" content="Quayside Gazette">
<meta property="og:title" content="Board votes to close old fish market"><meta name="description" content="Six years of argument end with a vote">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Board votes to close old fish market","datePublished":"2023-03-08T06:10:00+00:00","dateModified":"2023-03-08T09:00:00Z","author":[{"@type":"Person","name":"Ines Calder"}],"articleSection":"Town","keywords":["harbour","market"]}</script></head>
<body><nav class="site-nav"><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li><li><a href="/jobs">Jobs</a></li></ul></nav>
<main><article class="article"><header><h1 class="headline">Board votes to close old fish market</h1><p class="byline">By Ines Calder</p></header>
<figure><img src="/img/market.jpg" alt="The market hall"><figcaption>Traders outside the hall on Tuesday. <span class="credit">Photo: R. Oyelaran</span></figcaption></figure>
<div class="article-body"><p>${broadsheetBody[0]}</p><p>${broadsheetBody[1]}</p><aside class="related"><h3>Related</h3><ul><li><a href="/a">Hotel plan wins backing of council</a></li><li><a href="/b">Ferry fares to rise again in spring</a></li></ul></aside>
<h2>${broadsheetBody[2]}</h2><p>${broadsheetBody[3]}</p><ul><li>${broadsheetBody[4]}</li><li>${broadsheetBody[5]}</li></ul><p>${broadsheetBody[6]}</p></div>
<div class="share-bar"><a href="#">Share on Facebook</a> <a href="#">Tweet</a></div></article>
<section class="newsletter-signup"><h3>The Quayside Briefing</h3><p>Sign up for our daily newsletter, delivered to your inbox every morning.</p><form><input type="email" placeholder="Your email address"><button>Sign up</button></form></section>
<section id="comments" class="comments"><h3>Comments</h3><p>Leave a comment</p></section></main>
<footer class="site-footer"><p>© 2023 Quayside Gazette. All rights reserved.</p></footer><script>document.write("never run this")</script></body></html>`

const oldBody = [
  'The county fair will open a day late this year because of the flooding at the lower showground, the organisers said on Friday.',
  'Stewards spent the night laying straw and timber tracks, and the cattle judging has been moved to the hill field above the main road.',
  'Gates open at nine on Saturday morning. Tickets bought for the first day can be used on any other.',
]

const oldPage = `<html><head><title>Fair to open a day late - The Valley Record</title></head><body bgcolor="#ffffff"><table width="760"><tr><td valign="top" width="120"><a href="i.htm">Front page</a><br><a href="s.htm">Sport</a><br><a href="o.htm">Obituaries</a></td>
<td><font size="5"><b><h1>Fair to open a day late</h1></b></font><font size="2">By Tom Arkwell</font><br><br>${oldBody[0]}<br><br>${oldBody[1]}<br><br>${oldBody[2]}<br><br><font size="1">Copyright 2003 The Valley Record</font></td></tr></table></body></html>`

const blogBody = [
  'Every spring I walk the towpath from the lock to the mill and count the nests, and this year there are more of them than in any since I began.',
  'I put it down to the mild February, and to the anglers who finally agreed to leave the reeds on the far bank alone until the chicks have gone.',
  'If you want to join the count in May, bring boots: the path by the weir is still under water after rain and the stile is broken.',
]

const blogPage = `<!doctype html><html lang="en"><head><title>Counting nests</title><meta name="author" content="Petra Holm"></head><body class="single-post"><div id="page"><header class="site-header"><a href="/">The Towpath Diary</a></header><div class="hentry"><h2 class="entry-title">Counting nests</h2><div class="entry-meta"><span class="author">Petra Holm</span> <time datetime="2021-04-18T08:00:00+01:00">18 April 2021</time></div>
<div class="entry-content">${blogBody.map((text) => `<p>${text}</p>`).join('\n')}</div></div><aside class="sidebar"><h3>Archives</h3><ul><li><a href="/1">March 2021</a></li><li><a href="/2">February 2021</a></li></ul><h3>Links</h3><ul><li><a href="/3">River trust</a></li></ul></aside></div></body></html>`

export const pages: TestPage[] = [
  {
    kind: 'a publishing system’s page',
    html: cmsPage,
    headline: 'Board votes to close old fish market',
    byline: 'By Ines Calder',
    body: broadsheetBody,
    captions: ['Traders outside the hall on Tuesday.'],
    leftOut: [
      'Home',
      'Hotel plan wins backing of council',
      'Share on Facebook',
      'Leave a comment',
      'All rights reserved',
    ],
  },
  {
    kind: 'a page laid out by a table',
    html: oldPage,
    headline: 'Fair to open a day late',
    body: oldBody,
    captions: [],
    leftOut: ['Obituaries', 'Copyright 2003'],
  },
  {
    kind: 'a blog',
    html: blogPage,
    headline: 'Counting nests',
    body: blogBody,
    captions: [],
    leftOut: ['The Towpath Diary', 'March 2021'],
  },
]
