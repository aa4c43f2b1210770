/** Names of the category codes of ANPA 1312 (ANPA Layer 2, category codes) that every agency uses alike; the others have none here. */
export const anpaCategoryNames: Readonly<Record<string, string>> = {
  a: 'General news',
  e: 'Entertainment',
  f: 'Financial',
  i: 'International',
  l: 'Lifestyle',
  n: 'State and regional',
  o: 'Weather',
  p: 'Politics',
  s: 'Sports',
  t: 'Travel',
  v: 'Advisories',
  w: 'Washington',
}

/** Priority letters of ANPA 1312 as IPTC urgency: flash, bulletin, urgent, rush, deferred; the rest of the letters give a day, not an urgency. */
export const anpaUrgency: Readonly<Record<string, number>> = {f: 1, b: 2, u: 3, r: 4, d: 5}
