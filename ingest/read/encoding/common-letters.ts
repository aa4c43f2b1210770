/**
 * The letters beyond ASCII that running text in an encoding's languages is made of, commonest first: what a right guess
 * gives and a wrong one does not. Single-byte rows join the accented letters of the languages that the code page serves
 * (letter frequencies as in "Letter frequency", Wikipedia, by language); the others are the commonest characters of
 * running Chinese (Jun Da, Modern Chinese Character Frequency List, 2004), Japanese (kana) and Korean (syllables of
 * particles and endings).
 */
export const commonLetters: Readonly<Record<string, string>> = {
  'windows-1252': 'éèàêçùôîâûëïüöäßñáíóúåøæãõìòœ’‘“”–—«»…•£€§°¡¿ ',
  'windows-1250': 'áéíýčšžřěůúńłąęśżźćóőűöüäțţşăâîđ’“”„–«»… ',
  'windows-1251': 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфєіїґ–—«»№ ',
  'koi8-r': 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф ',
  'koi8-u': 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфєіїґ ',
  'iso-8859-5': 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф ',
  ibm866: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф ',
  'windows-1253': 'αοιετσνηυρπκμλωςδγθχφβξζψάέήίόύώ“”«»–’ ',
  'windows-1254': 'ıığşüöçâî’“”–… ',
  'windows-1255': 'יולאהתרבשמנחקדפעגטסכזצםןךףץ“”–׳״ ',
  'windows-1256': 'الينموترعبدسفهكقحجطشصخةءأإآئؤىذزثضغظ،؟ ',
  'windows-1257': 'āčēģīķļņšūžąęėįųõäöü„“–’ ',
  'windows-874': 'านรอกเงมยลวดทสตะปบคหแจพชขใไโซผธศณ่้ัิีุู์ ',
  big5: '的一是不了人在有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她里后小公用最第新',
  gbk: '的一是不了人在有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小公用最第新',
  shift_jis:
    'のにはをたがでてとしれさるいなかもりらすこつまあそっくけだよきんアイスンルトラリクーコレムメテサ日本年月人大、。',
  'euc-jp':
    'のにはをたがでてとしれさるいなかもりらすこつまあそっくけだよきんアイスンルトラリクーコレムメテサ日本年月人大、。',
  'euc-kr': '이다는의에을가고를로은한하지도사서기대자시어리일인해나으그수정있들원아부보전제게스장것',
}
