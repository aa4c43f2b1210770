import {furnitureOfPhrase} from './furniture-phrases.ts'
import type {FurnitureReason} from './furniture-reasons.ts'

// Wordings of the parts of news pages that are not the story: general knowledge of how sites label them. Each is tried on one
// line of at most 400 characters; gaps are bounded, so each test is linear. First match wins.

const social =
  'facebook|twitter|x|whats ?app|messenger|linked ?in|pinterest|reddit|e-?mail|print|telegram|tumblr|instagram|you ?tube|flipboard|google ?\\+|google plus|copy (?:this )?link|link copied|copied!?|pocket|snapchat|tik ?tok|mix|sms|threads|bluesky|mastodon|line|viber|skype|rss(?: feeds?)?|vk|вконтакте|одноклассники|digg|stumbleupon|feedly|save|bookmark|more'

/** Furniture that a line's own words give away. */
export interface FurnitureWords {
  reason: FurnitureReason
  /** How such a line begins, or all of it. */
  starts: RegExp
  /** What may stand anywhere in it. Tried where the line has a word of notices (see `hint.notice`). */
  holds?: RegExp
  /** What may stand anywhere in it, when it has this sign. */
  withSign?: {sign: string; words: RegExp}
  /** Comes in lines as long as sentences too; others are labels. */
  long?: true
}

export const furnitureWords: readonly FurnitureWords[] = [
  {reason: 'separator', starts: /^[^\p{L}\p{N}]+$/u},
  {
    reason: 'weather-strip',
    starts: /^\W{0,3}-?\d{1,3}(?:\.\d)? ?°(?: ?[cf]\b)?.{0,60}$|^(?:weather|forecast)\b.{0,20}°/iu,
    withSign: {sign: '°', words: /^.{1,40}\b-?\d{1,3}(?:\.\d)? ?° ?[cf]?$/iu},
  },
  {reason: 'counter', starts: /^[\d.,:/\s()+-]{1,12}[kmb]?$/iu},
  {
    reason: 'social-share',
    starts: new RegExp(
      `^(?:(?:share|follow|tweet|like|post|pin|send)(?: (?:this|it|us|on|via|to|by|in|with|the|our|article|story|page|post|news))* ?(?:on|via|to|by|with)? ?)?(?:(?:${social})[ ,|/·•]*)+:?$`,
      'iu',
    ),
  },
  {
    reason: 'social-share',
    starts:
      /^(?:shares?|sharing|tweets?|likes?|share (?:this|on|via|all|it)\b.{0,80}|sharing is caring!?|follow (?:us|me|@|\w+ (?:on|online))\b.{0,80}|like us on\b.{0,40}|[\d,.]+k? (?:shares?|likes?|retweets?|views?|followers?)|like this:?|like loading\.*|view this post on instagram|social media links|find us on\b.{0,40}|connect with us.{0,30}|join (?:us|the conversation) on.{0,40}|click to (?:share|e-?mail|print)\b.{0,80}|e-?mail this\b.{0,40}|spread the word|show (?:more|fewer|less) sharing options|(?:more )?shar(?:e|ing) (?:options|tools|buttons).{0,20}|partager|compartir|compartilhar|teilen|delen|поделиться.{0,30})$/iu,
  },
  {
    reason: 'log-in',
    starts:
      /^(?:log[ -]?(?:in|out|on)|sign[ -]?(?:in|out)|register(?: (?:now|for free))?|my (?:account|profile|teams|feed)|account(?: settings)?|manage (?:my )?(?:account|subscription|profile)|forgot(?:ten)? (?:your )?password\??|create (?:an |a free )?account|log in or sign up|sign up|войти|anmelden|einloggen|connexion|iniciar sesión|entrar)$/iu,
  },
  {
    reason: 'cookie-notice',
    starts:
      /^(?:(?:i )?(?:accept|reject|allow|decline)(?: all)?(?: (?:cookies|& close))?|we value your privacy|manage (?:options|preferences|choices|cookies))$/iu,
    holds:
      /\b(?:uses?|using) (?:of )?cookies\b|\bcookies? (?:policy|settings|preferences|notice|consent)\b|\b(?:we|our partners|site) .{0,60}\bcookies\b.{0,200}\b(?:experience|consent|agree|accept|privacy)|\bgdpr\b.{0,60}\b(?:consent|policy)|consent to our use of|\bsuch as cookies\b|utiliza cookies|используе\S* cookie/iu,
    long: true,
  },
  {
    reason: 'copyright',
    starts:
      /^\W{0,3}(?:copyright|all rights? reserved|\(c\) ?\d{4})|^\W{0,3}©(?=.{0,30}(?:riserva|reserv|rights|rechte|droits|derechos|direitos|vorbehalten))|^\W{0,3}©(?!\s?\p{Lu}[\p{L}.'’-]*(?:[\s/]+\p{Lu}[\p{L}.'’-]*){0,4}$)|^(?:privacy|terms|privacy policy|terms of (?:use|service|sale)|terms (?:&|and) conditions|legal(?: notice)?|disclaimer|imprint|impressum|accessibility(?: help| statement)?|cookies?|ad ?choices|your ad choices|do not sell my (?:personal )?info(?:rmation)?|editorial (?:standards|guidelines|policy)|corrections|site ?map|ethics (?:policy|statement))$/iu,
    holds:
      /\ball rights? reserved\b|\bcopyright (?:©|\(c\)|\d{4})|© ?(?:copyright )?\d{4}|(?:may not be|must not be|cannot be) (?:published|reproduced|copied).{0,80}|\bterms (?:of (?:use|service)|(?:&|and) conditions)\b.{0,60}\bprivacy\b|\bprivacy policy\b.{0,60}\bterms\b|(?:is a|are) (?:registered )?trademarks? of|участник рынка|свидетельство о регистрации|с письменного разрешения/iu,
    long: true,
  },
  {
    reason: 'advertisement',
    starts:
      /^(?:advertise?ments?|ads?|advert|sponsored(?: (?:content|links?|by|post|stories|video))?\b.{0,40}|promoted(?: (?:content|stories|links?))?|promoted: .{3,80}|paid (?:content|post|partner content)|ad feedback|report this ad|from our partners?|around the web|promotional content|publicidad|publicité|anzeige|werbung|advertentie|reklama?|реклама|continue reading (?:below|the main story).{0,40}|(?:story|article) continues(?: (?:below|after).{0,40})?|(?:after|skip past) newsletter promotion|skip advertisement|close ad|(?:scroll|skip) (?:down|past|to).{0,40}(?:continue|advert).{0,30}|recommended by(?: outbrain| taboola)?|by taboola|powered by\b.{0,40}|taboola feed|you may like)$/iu,
    holds:
      /affiliate (?:links?|commission|advertising program|partner)|may (?:earn|receive) (?:a |an )?(?:small |affiliate )?commission/iu,
    long: true,
  },
  {
    reason: 'comments',
    starts:
      /^(?:(?:view|read|show|hide|see|load|leave|post|add|write|submit)?\s?(?:all |the |more |a |your )?(?:[\d,.]+ )?(?:comments?|repl(?:y|ies)|discussion(?: thread)?|responses?)(?: ?\(?[\d,+]*\)?)?(?: (?:below|closed|policy|rules|guidelines|section|on this (?:article|story)|are closed|off|are (?:now )?closed))?\.?|comments? (?:are|have been) .{0,60}|join the (?:discussion|conversation|debate)|(?:be the first to|what do you think|have your say|share your thoughts|let us know)\b.{0,80}|view the discussion thread\.?|(?:your e-?mail address will not be published|required fields are marked|save my name|notify me (?:of|via|when)|you must be logged in to|this site uses akismet|please (?:log|sign) in to (?:comment|reply)|disqus|report (?:abuse|comment)|sort by|newest|oldest|most (?:liked|voted)).{0,120}|komment\S*|коммента\S*.{0,20}|оставить комментарий|deja (?:un|tu) comentario|deixe um comentário|laisser un commentaire|reageer|reacties|kommentare?)$|^no comments?\b|^[\d,.]+ (?:responses?|thoughts?|replies|comments?) (?:to|on)\b.{1,160}$|^(?:reply|répondre|responder|antworten)(?: to .{1,40})?(?: ?↓)?$/iu,
    withSign: {
      sign: ':',
      words:
        /^.{1,40} (?:says|said|wrote|writes|commented|replied|diz|disse|sagt|schreibt|dice|a écrit)(?: on .{6,40})?\s?:$/iu,
    },
    long: true,
  },
  {
    reason: 'read-more',
    starts:
      /^visit our (?:home ?page|website|site) (?:for|to)\b.{2,80}$|^\(?(?:(?:you can )?now subscribe to|catch all the|join (?:us on |our |the )(?:[\p{L}’'&]+ ){0,5}(?:whatsapp|telegram)) .{4,160}$|^(?:read (?:more|next|also|this|the (?:full|rest|original))|also read|see also|related|more|watch|listen|recommended|don['’]?t miss|must read|next read|in (?:pictures|video)|you may (?:also )?like|explore more|lire aussi|lees ook|leia (?:também|mais)|lea (?:también|más)|читайте также|baca juga|siehe auch|zum thema|leggi anche|läs (?:också|mer)|also on [\w.]+|like this (?:story|article)\?|você pode gostar.*|te puede interesar|vous aimerez aussi)\s?(?:[:|»→]|\s-\s).{2,160}$|^also on [\w.]+ .{10,160}$/iu,
  },
  {
    reason: 'related-links',
    starts:
      /^(?:related(?: (?:articles?|stories|content|news|topics?|links?|posts?|coverage|video|reading|to this (?:story|article)|items|internet links))?|(?:read|see|find out|learn|discover) (?:more|also|next)\b.{0,60}|more (?:from|on|in|about|like this|stories|news|coverage|articles|top stories|headlines|to explore|videos?|for you|info)\b.{0,60}|most (?:popular|read|viewed|shared|recent|watched|commented|discussed|emailed)\b.{0,40}|trending(?: (?:now|stories|today|topics|on .{0,20}))?|(?:top|latest|popular|recent|recommended|other|featured|hot|more|must[- ](?:see|read|watch|listen)|our latest|editors?['’]?s?|today['’]?s|breaking|live|local|video|photo|you may (?:also )?(?:like|be interested in)|we recommend|up next|next up|next (?:article|post|story)|previous (?:article|post|story)|recommended for you|what to (?:read|watch) next|continue reading|more stories?|most read in \p{L}+|trending in \p{L}+|don['’]?t miss|in (?:other news|this (?:story|article|section))|elsewhere|from (?:the web|around the web|our network)|also (?:read|on|in)|see also|you might (?:also )?like|popular now|just in|the latest|suggested|on this (?:story|topic)|in the news|around the bbc|more to read|keep reading|further reading|what['’]?s (?:hot|new|next|trending|on)(?!\?$)|highlights?|headlines|spotlight|must[- ]?reads?|recommended articles?)\b.{0,24}(?:stories|news|videos?|posts?|articles?|headlines|picks?|choice|reads?|content|galleries|photos|you|reading|links)?:?)$/iu,
  },
  {
    reason: 'timestamp',
    starts:
      /^(?:(?:first |last |originally )?(?:published|updated|posted|modified|created|publish date|last (?:modified|updated?)|date|issued|aired|uploaded|actualizado|publicado|veröffentlicht|publié|gepubliceerd|опубликовано)\b.{0,80}\d.{0,60}|(?:\d{1,2}|an?|one|two|three|few) (?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s? ago|(?:today|yesterday),? (?:at )?\d{1,2}[:.]\d{2}.{0,10}|published:?|updated:?|publish date:?|posted on:?|date:?)$/iu,
  },
  {
    reason: 'reading-time',
    starts:
      /^(?:(?:estimated )?(?:read(?:ing)? time|time to read)\b.{0,20}|\d{1,3}[- ]?min(?:ute)?s? read\b.{0,30}|word ?count:? ?\d+|minutos de (?:leitura|lectura)|(?:tempo de leitura|tiempo de lectura|lesezeit|temps de lecture|leestijd|время чтения).{0,30})$/iu,
  },
  {
    reason: 'tags',
    starts:
      /^(?:tags?|topics?|filed (?:under|to)|tagged(?: (?:with|as|in|under))?|categor(?:y|ies)|keywords?|labels?|in this article|mentioned(?: in this (?:story|article))?|related topics?|explore (?:more )?on these topics|posted in|темы|теги|etiquetas|schlagworte?|schlagwörter|mots[- ]clés|trefwoorden|temas)(?:\s?:.{0,300}|\s.{0,160})?$|^(?:#[\p{L}\p{N}_]+[ ,]*){1,12}$/iu,
  },
  {
    reason: 'media-player',
    starts:
      /^(?:play|pause|mute|unmute|(?:play|watch|view|open|close|expand|enlarge|full ?screen)(?: (?:the |this |in )?(?:video|image|gallery|photos?|slideshow|full ?screen|now|live|media|caption|larger))*|video (?:player|unavailable|is loading)|media (?:playback|caption|player).{0,80}|(?:current|remaining) time.{0,20}|loaded: .{0,20}|this is a modal window\.?|hide captions?|show captions?|toggle caption|image \d+ of \d+|\d+ (?:of|\/) \d+|(?:\d+ )?(?:photos?|images?|videos?|slides?)|(?:view|photo|image|picture) gallery.{0,40}|gallery|slideshow|previous(?: slide| image)?|next(?: slide| image)?|prev|caption|close|volume|settings|captions? (?:off|on)|(?:click|tap) (?:to|on|here to) (?:the image to )?(?:enlarge|view|see|play|expand).{0,40}|(?:now )?playing.{0,30}|listen(?: to (?:this )?(?:article|story))?.{0,20}|audio|(?:swipe|scroll) .{0,40}|your browser does not support.{0,60}|javascript .{0,60}(?:disabled|required|enable).{0,40}|please enable javascript.{0,60}|back to video.{0,20}|replay|see all|view all|show (?:more|less|all)|load more|expand all|view more|×|✕)$/iu,
  },
  {
    reason: 'form-residue',
    starts:
      /^(?:this field is required\.?|required(?: field)?|please (?:enter|select|check|fill)\b.{0,120}|e-?mail(?: address)? ?\*?:?|your (?:name|e-?mail|message|comment)|(?:first|last|full)? ?name ?\*?:?|submit|send|search(?: .{0,30})?|enter (?:your )?(?:e-?mail|search|keywords?|zip).{0,40}|(?:select|choose) (?:a |an |your )?(?:country|state|language|category|month|topic|date).{0,30}|cancel|ok|apply|reset|clear|invalid.{0,40}|thank you!?|thanks!?|sorry!?|(?:was|did you find) this (?:article|story|page|information) (?:useful|helpful|interesting)\?|loading\.{0,3}|(?:there was )?an error.{0,60}|website|password|username|поиск|найти|buscar|suchen|rechercher|zoeken|pesquisar)$/iu,
  },
  {
    reason: 'subscription-offer',
    starts:
      /^(?:subscribe(?: (?:now|today|here|sign in|to .{0,40}))?|subscriptions?|subscriber (?:services|only|login)|become a (?:member|subscriber|supporter|patron)\b.{0,60}|(?:start|try|get) (?:your )?(?:free|a free|unlimited|full|digital) .{0,60}|(?:home|digital) (?:delivery|subscriptions?)|e-?editions?|today['’]s (?:paper|eedition)|support (?:us|our (?:journalism|work)|quality journalism|the .{0,20})|donate(?: now)?|make a (?:donation|contribution).{0,40}|gift (?:subscriptions?|articles?)|back issues|(?:this (?:article|story|content) is|for) (?:available )?(?:to|for) subscribers.{0,60})$/iu,
    holds: /\bsubscri(?:be|ption)s?\b.{0,80}(?:[£$€₹]|rs\.?) ?\d|\bissues for [£$€]/iu,
    long: true,
  },
  {
    reason: 'author-note',
    starts:
      /^(?:sobre|über|à propos de|acerca de) (?:o |a |el |la |den |die |l['’])?(?:autora?|auteure?|autore?|\p{Lu}\p{L}+ \p{Lu}\p{L}+)$|^(?:e-?mail|contact|reach|write to|tweet)\b.{0,60}@|^about (?:the )?(?:author|writer|reporter)s?\b.{0,60}|^(?:follow|contact) \p{Lu}.{0,60}(?:on (?:twitter|facebook|instagram|x)|at )|^@\w{2,30}\.?$|^(?:view|see|read) (?:all|more|full) (?:posts?|articles?|stories|bio|profile).{0,60}$|^(?:posts|articles|stories) (?:by|from) |^(?:author|reporter|writer|editor|contributor|staff writer|correspondent|senior (?:writer|reporter|editor|correspondent))s?:?$|^\p{Lu}[\p{L}.’' -]{3,40} is (?:a|an|the) .{0,80}\b(?:reporter|writer|editor|journalist|correspondent|columnist|contributor|freelance\w*|author|blogger|analyst|producer|co-?founder|professor)\b/iu,
    holds:
      /\bmay be reached at\b|\bcan be (?:reached|contacted|followed|e-?mailed) (?:at|on|via|by)\b|\b(?:follow|e-?mail) (?:him|her|them|the (?:author|writer|reporter))\b.{0,80}/iu,
    long: true,
  },
  {
    reason: 'contact',
    starts:
      /^(?:contact(?: us)?|about(?: us)?|advertis(?:e|ing)(?: with us)?|careers|jobs|help(?: (?:centre|center))?|faqs?|feedback|send (?:us )?(?:a )?(?:tips?|feedback|news)|submit a (?:tip|story|letter)|tip us|work (?:with|for) us|media kit|press(?: (?:releases?|room|office))?|newsroom|who we are|our team|mobile apps?|apps?|rss(?: feeds?)?|архив|контакты|о проекте|kontakt|contacto|contato|(?:tel|phone|fax|e-?mail|address)\s?:.{1,80}|(?:do you have|got|have) (?:a|any) (?:story|tip|news|photo|question).{0,120}|if you have a (?:story|tip).{0,120}|media (?:contacts?|enquiries|inquiries|relations):?.{0,80})$/iu,
  },
  {
    reason: 'navigation',
    starts:
      /^(?:skip to\b.{0,80}|(?:main |site )?(?:menu|navigation)|home|home ?page|back to (?:top|home|the top|all|news).{0,20}|(?:go )?to top|top|sections?|site (?:index|search|information).{0,30}|all sections|explore|search|news|sports?|business|opinions?|politics|entertainment|lifestyle|life ?(?:&|and) ?style|world|u\.?s\.?|u\.?k\.?|technology|tech|science|health|travel|culture|arts?|weather|video|videos|photos|podcasts?|magazine|education|money|obituaries|crossword|horoscopes?|tv|film|music|books|food|style|fashion|environment|features|reviews?|columns?|columnists|editorials?|classifieds?|jobs|cars|motors|property|real estate|shop(?:ping)?|store|games?|events?|archives?|local|national|international|regional|africa|asia|europe|americas?|middle east|australia|canada|india|football|cricket|rugby|tennis|golf|boxing|racing|nfl|nba|mlb|nhl|live|more|edition|editions|english|español|français|deutsch|latest|popular|trending|newsletters?|newsletters & alerts|e-?mail newsletters?|alerts)$/iu,
  },
]

const longFurniture = furnitureWords.filter(({long}) => long === true)

/**
 * What a line's words give away of it, or null. `isLabel` says whether it is short enough for a label; `hasNotice` whether it has a
 * word of notices: pass true where that is not known.
 */
export function furnitureOf(text: string, isLabel: boolean, hasNotice: boolean): FurnitureReason | null {
  for (const {reason, starts, holds, withSign} of isLabel ? furnitureWords : longFurniture) {
    if (starts.test(text)) return reason
    if (hasNotice && holds?.test(text) === true) return reason
    if (withSign !== undefined && text.includes(withSign.sign) && withSign.words.test(text)) return reason
  }
  return furnitureOfPhrase(text)
}

/** Headings after which nothing of the story comes. */
export const endMarks: ReadonlySet<FurnitureReason> = new Set([
  'related-links',
  'comments',
  'copyright',
  'tags',
  'author-note',
])

/** The furniture that comes in long lines too: notices of the site. */
export const longLegal: readonly {reason: FurnitureReason; words: RegExp}[] = [
  {
    reason: 'cookie-notice',
    words:
      /^.{0,80}\b(?:uses?|using) (?:of )?(?:\w+ ){0,4}cookies\b|\bcookies\b.{0,200}\b(?:consent|opt[- ]out|your browser|browsing experience)\b|\b(?:consent|browsing experience)\b.{0,200}\bcookies\b/iu,
  },
  {
    reason: 'copyright',
    words:
      /\ball rights reserved\b|\bmay not be (?:published|reproduced|copied)\b|^©|\bconstitutes (?:your )?acceptance of\b|\b(?:terms of (?:use|service)|user agreement)\b.{0,200}\bprivacy policy\b/iu,
  },
  {
    reason: 'advertisement',
    words:
      /\baffiliate (?:links?|advertising program|commission)|\b(?:may|might) (?:earn|receive) (?:a |an )?(?:small |affiliate )?(?:commission|compensation)/iu,
  },
]

const threadLabel =
  /^(?:reply|répondre|responder|antworten|ответить|balas)(?: to .{1,40})?(?: ?↓)?$|^(?:report|flag|like|dislike|up ?vote|down ?vote|permalink|show replies|hide replies)(?: \d+)?$|^[\d,.]+ (?:responses?|thoughts?|replies) (?:to|on)\b|^(?:\d+ )?(?:likes?|upvotes?)$/iu
const threadSpeaker =
  /^.{1,50} (?:says|said|wrote|writes|commented|replied|diz|disse|sagt|schreibt|dice|a écrit)(?: on .{6,40})?\s?:$/iu

/** A line that only a thread of comments has: who says what, a reply link, the count of answers. */
export function isCommentMark(text: string): boolean {
  return threadLabel.test(text) || (text.endsWith(':') && threadSpeaker.test(text))
}
