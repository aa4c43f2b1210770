const swedish =
  /(?<!\p{L})(?:och|att|som|på|är|för|med|inte|till|av|ett|den|det|vi|en|om|har|var|från|efter|säger|uppger)(?!\p{L})/giu
const finnish =
  /(?<!\p{L})(?:ja|on|ei|että|se|oli|ovat|mutta|myös|hän|kun|joka|kuin|mukaan|tai|sekä)(?!\p{L})/giu
/** Croatian has `ije` where Serbian has `e`, and months and words of its own. */
const croatian =
  /(?<!n|pr)ije(?=\p{L})|(?<!\p{L})(?:tko|što|tijekom|tjed|općin|priopć|siječnj|veljač|ožujk|travnj|svibnj|lipnj|srpnj|kolovoz|rujn|listopad|studenog|prosinc)/giu
const serbian =
  /(?<!\p{L})(?:ko|šta|posle|pre|vreme|reč|dete|cen[aeu]|nedelj|opštin|saopšt|hiljad|evra|januar|februar|mart|april|maj|jun|jul|avgust|septembar|oktobar|novembar|decembar)/giu

/** Corrects a language that short texts of a neighbour, or of one in the same letters, are taken for. */
export function amongKin(language: string, text: string): string {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  if (language === 'fi') return count(swedish) > count(finnish) ? 'sv' : 'fi'
  if (language === 'sr' && !/\p{Script=Cyrillic}/u.test(text))
    return count(croatian) > count(serbian) ? 'hr' : 'sr'
  return language
}
