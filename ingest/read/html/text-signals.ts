/**
 * Wordings by which a page tells that a block is no part of the story, in the languages of the larger web. General wording,
 * of no one site; a block that only holds such a word inside a sentence is judged by its other signals as well. Each is
 * tried on lower-case text, and only when one of the characters or words it cannot do without is there.
 */
const wordings: readonly (readonly [signal: string, wording: RegExp, needs?: RegExp])[] = [
  [
    'date',
    /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|fev|mai|juin|juil|août|déc|okt|dez)[a-zéûíãç]*\.?\s+\d{1,2}\b|\b\d{1,2}[.\s]+(?:de\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|fev|mai|juin|juil|août|déc|okt|dez)[a-zéûíãç]*|\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d\b|\b(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}\b/,
    /\d/,
  ],
  ['clock', /\b\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\b|\b\d{1,2}\s?[ap]\.?m\.?(?:\W|$)/, /\d/],
  [
    'published',
    /^[^\p{L}\d]{0,5}(?:(?:first |last )?(?:published|updated|posted|modified|created|filed)\b|publi(?:é|cado|cato|kované)|aktualis|actualizado|mis à jour|opublikowano|stand:|veröffentlicht|обновлено|опубликовано)/u,
  ],
  ['by', /^[^\p{L}\d]{0,5}(?:by|von|par|por|di|da|av|door|автор|текст)(?:\s*:?\s+\p{L}|$)/u],
  [
    'readMore',
    /^[^\p{L}\d]{0,5}(?:read (?:more|also|next|the full|our)|also read|more:|more on|more from|related|see also|see more|also:|also on|also see|also|watch:|watch|listen|click here|don['’]t miss|you (?:may|might|’ll|'ll) (?:also )?(?:like|love|be interested)|recommended|trending|most (?:read|popular|viewed)|must read|up next|next:|explore|leggi anche|lees ook|lire aussi|à lire|leia (?:mais|também)|lea también|lee también|ver más|vea también|mehr zum|lesen sie auch|siehe auch|czytaj|читайте также|смотрите также|baca juga|関連|相关|추천|관련)(?!\p{L})/u,
  ],
  [
    'signUp',
    /\b(?:sign(?:ing)? up|subscribe|newsletters?|inbox|delivered (?:daily|straight|to your)|e-?mail alerts?|abonn(?:ez|ieren|eer)|suscr[ií]b|inscreva|iscriviti)|подпис/,
  ],
  [
    'follow',
    /\b(?:follow (?:us|me|him|her|them|@|\w+ on)|like us on|find us on|on (?:twitter|facebook|instagram)|facebook|twitter|instagram|whatsapp|pinterest|reach (?:the reporter|\w+ at)|write to \w+|contact (?:the|us|him|her)|e-?mail (?:the|us|him|her)|have a (?:tip|story))\b|(?:^|\s)@\w{3}/,
  ],
  [
    'legal',
    /©|ⓒ|\(c\) ?\d{4}|\bcopyright\b|all rights reserved|derechos reservados|tous droits|alle rechte|direitos reservados|diritti riservati|무단|may not be (?:published|reproduced)|terms of (?:use|service)|privacy (?:policy|notice)/,
  ],
  [
    'picture',
    /\b(?:photo(?:graph)?s?|image|picture|credit|getty|reuters|shutterstock|alamy|foto|imagen|source)\b\s*[:©/(|]|\b(?:getty images|shutterstock|via getty|afp\/|ap photo)\b|^image \d|^\d+ of \d+|\b\d+\s*\/\s*\d+$|фото:/,
  ],
  [
    'comments',
    /^[^\p{L}\d]{0,5}\d*\s*(?:comments?|leave a (?:comment|reply)|join the (?:conversation|discussion)|kommentare?|commentaires?|comentarios?|comentários?|commenti|комментари\S*|tell us what)(?!\p{L})/u,
  ],
  [
    'share',
    /^[^\p{L}\d]{0,5}(?:share|tweet|print|e-?mail|save|like|pin|copy link|facebook|twitter|whatsapp|teilen|partager|compartir|compartilhar|condividi|поделиться)(?!\p{L})/u,
  ],
  [
    'advertisingLabel',
    /^[^\p{L}\d]{0,5}(?:advert(?:isement|ising)?|ad|sponsored|promoted|(?:story )?continues below(?: advertisement)?|article continues after advertisement|anzeige|werbung|publicité|publicidade?|pubblicità|advertentie|reklama|iklan|реклама|広告|광고)[^\p{L}\d]{0,5}$/u,
  ],
  ['affiliate', /affiliate|commission|sponsored (?:by|content)|compensated/],
  [
    'support',
    /\b(?:support (?:us|our|independent)|become a (?:member|subscriber)|donat(?:e|ion)|free trial|our app|download the|members get|log in|sign in|register(?:ed)? (?:now|for)|create an account|enable javascript|your browser|loading)\b/,
  ],
  [
    'aboutWriter',
    /\bis (?:a|an|the|\w+['’]s)\s[^.]{0,60}\b(?:writer|reporter|editor|journalist|correspondent|author|columnist|contributor|freelance|publisher|curator|blogger|professor|fellow)\b|contributed to this|additional reporting|reporting by|editing by|associated press writers?|compiled by/,
    /writ|report|edit|journal|correspond|author|column|contrib|freelance|publish|curat|blogg|profess|fellow|compiled/,
  ],
  [
    'minutes',
    /^[^\p{L}\d]{0,5}(?:reading time|tempo de leitura|tiempo de lectura|temps de lecture|lesezeit|время чтения)|\d\s?-?min(?:ute)?s?\.? read\b/u,
  ],
  ['email', /[\w.+-]{1,64}@[\w-]{1,64}\.\w{2}/, /@/],
  ['address', /^https?:\/\/\S+$/],
]

export const textSignalNames: readonly string[] = wordings.map(([signal]) => signal)

/** A block's beginning tells; furniture is short. */
const looked = 240

/** Which of the wordings a text has, as bits in the order of `textSignalNames`. */
export function readTextSignals(text: string): number {
  const seen = (text.length > looked ? text.slice(0, looked) : text).toLowerCase()
  let bits = 0
  for (let index = 0; index < wordings.length; index++) {
    const [, wording, needs] = wordings[index]!
    if ((!needs || needs.test(seen)) && wording.test(seen)) bits |= 1 << index
  }
  return bits
}
