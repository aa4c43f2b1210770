/**
 * Wordings by which a page tells that a block is no part of the story, in the languages of the larger web. General wording,
 * of no one site; a block that only holds such a word inside a sentence is judged by its other signals as well.
 */
const wordings: readonly (readonly [signal: string, wording: RegExp])[] = [
  ['date', /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|fev|mai|juin|juil|août|déc|okt|dez)[a-zéûíãç]*\.?\s+\d{1,2}\b|\b\d{1,2}[.\s]+(?:de\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|fev|mai|juin|juil|août|déc|okt|dez)[a-zéûíãç]*|\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d\b|\b(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}\b/i],
  ['clock', /\b\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\b|\b\d{1,2}\s?[ap]\.?m\.?(?:\W|$)/i],
  ['published', /^\W*(?:(?:first |last )?(?:published|updated|posted|modified|created|filed)\b|publi(?:é|cado|cato|kované)|aktualis|actualizado|mis à jour|opublikowano|stand:|veröffentlicht|обновлено|опубликовано)/i],
  ['by', /^\W*(?:by|von|par|por|di|da|av|door|автор|текст)\s*:?\s+\p{Lu}|^\W*by$/iu],
  ['readMore', /^\W*(?:read (?:more|also|next|the full|our)|also read|more:|more on|more from|related|see also|see more|also:|also on|also see|also|watch:|watch|listen|click here|don['’]t miss|you (?:may|might|’ll|'ll) (?:also )?(?:like|love|be interested)|recommended|trending|most (?:read|popular|viewed)|must read|up next|next:|explore|leggi anche|lees ook|lire aussi|à lire|leia (?:mais|também)|lea también|lee también|ver más|vea también|mehr zum|lesen sie auch|siehe auch|czytaj|читайте также|смотрите также|baca juga|関連|相关|추천|관련)(?![\p{L}])/iu],
  ['signUp', /\b(?:sign(?:ing)? up|subscribe|newsletters?|inbox|delivered (?:daily|straight|to your)|e-?mail alerts?|abonn(?:ez|ieren|eer)|suscr[ií]b|inscreva|iscriviti|подпис)/i],
  ['follow', /\b(?:follow (?:us|me|him|her|them|@|[A-Z]\w+ on)|like us on|find us on|on (?:twitter|facebook|instagram)|facebook|twitter|instagram|whatsapp|pinterest|reach (?:the reporter|\w+ at)|write to \w+|contact (?:the|us|him|her)|e-?mail (?:the|us|him|her|\p{Lu})|have a (?:tip|story))\b|(?:^|\s)@\w{3,}/iu],
  ['legal', /©|ⓒ|\(c\) ?\d{4}|\bcopyright\b|all rights reserved|derechos reservados|tous droits|alle rechte|direitos reservados|diritti riservati|무단|may not be (?:published|reproduced)|terms of (?:use|service)|privacy (?:policy|notice)/i],
  ['picture', /\b(?:photo(?:graph)?s?|image|picture|credit|getty|reuters|shutterstock|alamy|foto|imagen|фото|source)\b\s*[:©/(|]|\b(?:getty images|shutterstock|via getty|afp\/|ap photo)\b|^image \d|^\d+ of \d+|\b\d+\s*\/\s*\d+$/i],
  ['comments', /^\W*\d*\s*(?:comments?|leave a (?:comment|reply)|join the (?:conversation|discussion)|kommentare?|commentaires?|comentarios?|comentários?|commenti|комментари\S*|tell us what)(?:\W|$)/i],
  ['share', /^\W*(?:share|tweet|print|e-?mail|save|like|pin|copy link|facebook|twitter|whatsapp|teilen|partager|compartir|compartilhar|condividi|поделиться)(?:\W|$)/i],
  ['advertisingLabel', /^\W*(?:advert(?:isement|ising)?|ad|sponsored|promoted|(?:story )?continues below(?: advertisement)?|article continues after advertisement|anzeige|werbung|publicité|publicidade?|pubblicità|advertentie|reklama|iklan|реклама|広告|광고)\W*$/i],
  ['affiliate', /\baffiliate|\bcommission\b|sponsored (?:by|content)|\bcompensated\b/i],
  ['support', /\b(?:support (?:us|our|independent)|become a (?:member|subscriber)|donat(?:e|ion)|free trial|our app|download the|members get|log in|sign in|register(?:ed)? (?:now|for)|create an account|enable javascript|your browser|loading)\b/i],
  ['aboutWriter', /\bis (?:a|an|the|[A-Z]\w+['’]s)\s[^.]{0,60}\b(?:writer|reporter|editor|journalist|correspondent|author|columnist|contributor|freelance|publisher|curator|blogger|professor|fellow)\b|\b(?:contributed to this|additional reporting|reporting by|editing by|associated press writers?|compiled by)\b/i],
  ['minutes', /^\W*(?:reading time|tempo de leitura|tiempo de lectura|temps de lecture|lesezeit|время чтения)|\b\d+\s?-?min(?:ute)?s?\.? read\b/i],
  ['email', /[\w.+-]+@[\w-]+\.\w{2,}/],
  ['address', /^https?:\/\/\S+$/],
]

export const textSignalNames: readonly string[] = wordings.map(([signal]) => signal)

/** Enough of a long block to see how it begins and ends; furniture is short. */
const looked = 400

/** Which of the wordings a text has, as bits in the order of `textSignalNames`. */
export function readTextSignals(text: string): number {
  const seen = text.length > looked ? text.slice(0, looked) : text
  let bits = 0
  for (let index = 0; index < wordings.length; index++) if (wordings[index]![1].test(seen)) bits |= 1 << index
  return bits
}
