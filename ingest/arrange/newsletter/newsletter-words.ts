// Wordings of newsletter and e-mail alert boxes: general knowledge of how such boxes are worded on news sites, by language.
// Every pattern is tried on one line of at most 400 characters and has bounded gaps, so that each test is linear.

/** The thing offered. */
export const offerWords =
  /newsletters?|news ?letters?|e-?mail (?:alerts?|updates?|briefings?|bulletins?|digests?|list)|mailing list|(?:daily|weekly|morning|evening|breaking news|news|free|our) e-?mails?|(?:news|breaking|daily|weekly|e-?mail)[^.]{0,20} alerts|рассылк|bolet[ií]n(?:es)?\b|infolettre|lettre d['’]information|nieuwsbrie|nyhetsbrev|nyhedsbrev|rundbrief|notiziario|biuletyn|bülten/iu

/** A call to sign up for it by e-mail, in one line. */
export const callWords =
  /(?:\bsign(?:ing)?[ -]?up|\bsubscrib\w*|\bjoin|\bregister|\bget|\breceive|\benrol+)\b.{0,80}?(?:newsletters?|news ?letters?|e-?mails?\b|mailing list|inbox)|newsletters? ?(?:&|and)? ?(?:alerts)? ?sign[ -]?up|(?:to|in|into|in to|by) (?:you|your|the|ur) (?:e-?mail )?inbox|delivered (?:right|straight|directly|free)? ?(?:to|in|into) (?:you\b|your)|\bfollow (?:\w+ ){0,4}by e-?mail|\b(?:subscribe|updates|posts|news|alerts|stories) (?:via|by) e-?mail|\bsubscribe to (?:e-?mail|our daily|our weekly|our free)|every (?:day|morning|evening|week|weekday|weekend|friday|monday).{0,40}e-?mail|подпи\S* на .{0,30}рассылк|подписка на рассылк|(?:abonnieren|bestellen|anmelden).{0,60}newsletter|newsletter.{0,40}(?:abonnieren|bestellen|anmelden|eintragen)|(?:abonnez|inscrivez)[- ]vous.{0,60}(?:newsletter|infolettre|lettre)|(?:suscr[ií]b|reg[ií]strate|apúntate|recibe).{0,60}(?:bolet[ií]n|newsletter|correo)|(?:assine|inscreva-se|cadastre|receba).{0,60}(?:newsletter|boletim|e-?mail)|(?:iscriviti|abbonati).{0,60}newsletter|(?:meld|schrijf) (?:je|u).{0,40}(?:nieuwsbrief|newsletter)|(?:anmäl|prenumerera|meld deg|tilmeld).{0,60}(?:nyhetsbrev|nyhedsbrev)|zapisz się.{0,40}(?:newsletter|biuletyn)/iu

/** What one gets: the promise of a box, without naming the newsletter. */
export const pitchWords =
  /\b(?:inbox|delivered|newsletters?|e-?mails?)\b|\b(?:straight|right|direct(?:ly)?) to you\b/iu
export const pitchStart =
  /^(?:get|receive|your|our|the (?:best|latest|top|day|biggest|week)|all the|a (?:daily|weekly|free|morning|round-?up|digest)|every (?:day|morning|week|evening)|stay|never|be the first|wake up|start your|keep up|delivered|essential|everything)\b/iu

/** A heading that stands over such a box without naming it. */
export const headingWords =
  /^(?:stay (?:up[- ]to[- ]date|updated|informed|connected|in (?:the know|touch))|never miss|don['’]?t miss|want more|want (?:the|to (?:stay|get|know))|like (?:this|what you)|enjoy(?:ed|ing)? (?:this|reading)|keep up|get (?:the|our|more|your|breaking|daily|weekly)|be the first|e-?mail (?:alerts?|updates?|sign[ -]?up)|breaking news (?:e-?mails?|alerts?)|daily (?:briefing|digest|headlines|update)|morning (?:briefing|update)|follow (?:\w+ ){0,3}by e-?mail|subscribe\b|sign[ -]?up|in your inbox|join (?:our|the|us)|let['’]?s (?:stay|keep))|\b(?:briefing|bulletin|digest|newsletter|headlines|dispatch|round-?up)$/iu

export const emailLabel =
  /^(?:(?:your|enter(?: your)?|type your)? ?e-?mail(?: ?address| ?id)?(?: here)?|(?:enter|your) (?:your )?e-?mail(?: address)?(?: here)?|эл\. ?почта|ваш e-?mail|(?:ihre|deine) e-?mail-?adresse|e-?mail-?adresse|votre (?:adresse )?e-?mail|adresse e-?mail|(?:tu )?correo electrónico|(?:seu|o teu) e-?mail|la tua e-?mail|(?:je|uw) e-?mailadres|e-?post(?:adress)?) ?(?:\*|\(required\)|\(obligatorio\))? ?[:…]? ?\*?$/iu

export const submitLabel =
  /^(?:subscribe|sign[ -]?up|sign me up|join|submit|send|go|get it|register|continue|count me in|i['’]?m in|yes,? please|get (?:started|updates|newsletters?|the newsletter)|подписаться|(?:jetzt )?(?:kostenlos )?(?:abonnieren|anmelden|bestellen|eintragen)|s['’]inscrire|je m['’]inscris|s['’]abonner|suscribirse|suscribirme|suscríbete|apúntate|apuntarse|me apunto|je m['’]abonne|assinar|inscrever-se|iscriviti|aanmelden|inschrijven|prenumerera|anmäl|tilmeld|zapisz się)(?: (?:now|today|here|for free|free))?!?(?: no,? thanks)?[!»›→>]*$/iu

export const requiredMessage =
  /^(?:\*? ?(?:this|the|e-?mail|that|all)(?: \w+){0,3} (?:is|are) (?:a )?(?:required|mandatory|needed)\b.{0,40}|required(?: field)?|\*? ?(?:indicates |denotes |= ?)?required(?: fields?)?|please (?:enter|provide|check|select|tick|use|fill|type|choose)\b.{0,140}|(?:invalid|enter a valid|not a valid|that['’]s not a valid|must be a valid)\b.{0,60}e-?mail.{0,40}|(?:your )?e-?mail(?: address)? (?:is )?(?:invalid|not valid|required|cannot be blank)\b.{0,40}|(?:dieses feld|pflichtfeld|ce champ|este campo|campo|dit veld).{0,60}|обязательн\S*.{0,40})\.?$/iu

export const consentWords =
  /^(?:by (?:sign|click|subscrib|submit|enter|register|join|provid|continu|tick|check|opt|complet|pressing|filling|hitting|using)\w*\b.{0,400}|i (?:agree|consent|accept|would like|understand|have read|confirm|want)\b.{0,300}|(?:yes,? )?(?:please )?(?:send|e-?mail) me\b.{0,200}|no spam\b.{0,200}|we (?:will|won['’]?t|['’]ll|never|promise|do not|don['’]?t|hate|respect|use your|may use|care)\b.{0,80}(?:spam|share|sell|e-?mail|privacy|data|details|information|inbox|sign-?up).{0,200}|(?:you (?:can|may) )?(?:unsubscribe|opt[- ]out)\b.{0,120}|(?:our |read our |see our |view our |for more (?:info|details).{0,40})?(?:privacy (?:policy|notice|statement)|terms (?:of (?:use|service)|(?:&|and) conditions))(?:,? ?(?:and|&|\||,)? ?(?:privacy (?:policy|notice)|terms (?:of (?:use|service)|(?:&|and) conditions)))?\.?(?: sign[ -]?up)?|подписываясь.{0,300}|(?:mit (?:der|ihrer|meiner|deiner) (?:anmeldung|registrierung)|ich (?:stimme|willige|bin damit)).{0,300}|en (?:vous|cliquant|vous inscrivant).{0,300}|al (?:suscribir|registrar|hacer clic).{0,300}|ao (?:se )?(?:inscrever|assinar|clicar).{0,300}|iscrivendo.{0,300})$/iu

export const unsubscribeWords =
  /unsubscribe (?:at )?any ?time|you can (?:always )?unsubscribe|opt[- ]out at any time|newsletters page/iu

/** What the form says back, hidden on the page until it is sent. */
export const formMessage =
  /^(?:thank(?:s| you)(?: (?:so|very) much)?(?:[!.,]| for (?:sign|subscrib|regist|join|your (?:interest|subscri|sign))).{0,160}|(?:success|almost there|one more step|you['’]?re (?:in|almost)|welcome)[!.].{0,120}|you (?:have|are|['’]re|['’]ve) (?:now |been |already |successfully |succesfully )*(?:subscribed|signed|registered)\b.{0,120}|(?:please )?(?:check|keep an eye on) your (?:e-?mail|inbox|spam)\b.{0,160}|(?:sorry|oops|uh[- ]oh|error|whoops)[!.,].{0,160}|(?:there (?:was|has been|is)|we(?:['’]re| are)? (?:having|experienc|encounter)\w*|something (?:went|has gone)) (?:an? |some |wrong|technical ).{0,160}|(?:an? )?(?:unexpected |unknown )?error (?:occurred|has occurred|submitting|sending|processing).{0,100}|(?:please )?try again(?: later)?\.?|(?:that|this) e-?mail (?:address )?is already.{0,80}|an? (?:confirmation |activation |verification )?e-?mail (?:with|has|was)\b.{0,200}|(?:your )?(?:subscription|sign-?up|e-?mail|request) (?:was|has been|is) (?:successful|confirmed|received|sent|complete).{0,80}|(?:subscription|submission) (?:confirmed|failed|successful).{0,40}|please,? fill (?:in )?(?:the|out).{0,80}|loading\.{0,3}|processing\.{0,3}|most recent newsletter|see all newsletters|(?:view|see|browse|explore|manage|more) (?:all )?(?:our )?(?:sample|newsletters|e-?mails).{0,30}|join [\d,.]+k? (?:other )?(?:subscribers|readers|followers)\b.{0,30})$/iu

/** Other fields of such a form. */
export const formField =
  /^(?:(?:your )?(?:first|last|full|sur|family|given|user)?[ -]?name|(?:zip|post(?:al)?)[ -]?code|zip|company(?: name)?|organi[sz]ation|country|state|city|job title|(?:mobile |cell )?phone(?: number)?|date of birth|year of birth|gender|select (?:a |your )?(?:country|newsletter|state|topics?)|frequency|daily|weekly) ?(?:\*|\(required\)|\(optional\))? ?:?$/iu

/** A line that speaks of signing up, e-mail or subscribing, and is not such a box. */
export const notABox =
  /^(?:skip past|after) newsletter promotion|(?:e-?mail|address) (?:address )?(?:will|won['’]?t|is|are) (?:not |never )?(?:be )?(?:published|required to comment|displayed)|\bnotify me|to a friend|\bpassword|\bpush notification|\bin your browser|on your browser|\byou\s?tube|\bmagazine for\b|\brss\b|\bdigital edition|print edition|letters? to the editor|(?:^|\b)letters@|share (?:this|on|via)|e-?mail (?:this|me\b|us\b|a link|the author)|\bcomments? (?:via|by) e-?mail|via email (?:when|if)|\be-?book\b|\bhulu|log ?in|logged in|forgot|\baccount\b.{0,60}(?:deleted|restore|created|created|settings)|per (?:month|year)|\/month|[£$€]\s?\d|\brs\.? ?\d|\bcontact\b.{0,40}@|publicado|\bkomentar|\bfollow us (?:on|for)\b|subscription(?:s)? (?:offer|plan|from)|cancel (?:any ?time|subscription)|\bpodcast\b.{0,60}\bsubscribe|\bsubscribe\b.{0,60}\bpodcast|\bwhatsapp\b.{0,60}\bjoin|\bjoin\b.{0,60}\bwhatsapp/iu
