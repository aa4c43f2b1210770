import {describe, expect, it} from 'vitest'
import {readCopy} from '../../../ingest/read/index.ts'
import {arrange} from '../../../ingest/arrange/index.ts'

const copies: readonly [language: string, headline: string, ...paragraphs: string[]][] = [
  [
    'ko',
    '항구, 태풍 뒤 다시 열려',
    '(하븐=북통신) 항구가 화요일 다시 문을 열었다.',
    '어선들은 수요일부터 출항한다.',
  ],
  ['ja', '港が再開、被害なし', '【北共】港は火曜日に再開した。', '漁船は水曜日から出港する予定だ。'],
  ['zh', '台风过后港口重新开放', '港口周二重新开放，港务局表示没有损失。', '渔船将于周三出海。'],
  [
    'ar',
    'إعادة فتح الميناء بعد العاصفة',
    'أعيد فتح الميناء يوم الثلاثاء بعد العاصفة.',
    'وستبحر القوارب يوم الأربعاء.',
  ],
  [
    'fa',
    'بندر پس از طوفان بازگشایی شد',
    'بندر روز سه‌شنبه پس از طوفان بازگشایی شد.',
    'مقامات گفتند که خسارت جدی وارد نشده است.',
  ],
  ['he', 'הנמל נפתח מחדש אחרי הסערה', 'הנמל נפתח מחדש ביום שלישי אחרי הסערה.', 'הסירות יפליגו ביום רביעי.'],
  [
    'el',
    'Ανοίγει ξανά το λιμάνι',
    'Το λιμάνι άνοιξε ξανά την Τρίτη μετά την καταιγίδα.',
    'Τα σκάφη θα φύγουν την Τετάρτη.',
  ],
  ['th', 'ท่าเรือเปิดอีกครั้งหลังพายุ', 'ท่าเรือเปิดอีกครั้งในวันอังคารหลังพายุผ่านไปแล้ว', 'การท่าเรือกล่าวว่าไม่มีความเสียหายร้ายแรง'],
  ['bn', 'ঝড়ের পর বন্দর আবার খুলেছে', 'ঝড়ের পর মঙ্গলবার বন্দর আবার খুলেছে।', 'কর্তৃপক্ষ জানায়, বড় ক্ষতি হয়নি।'],
  ['ka', 'ნავსადგური კვლავ გაიხსნა', 'ნავსადგური სამშაბათს კვლავ გაიხსნა.', 'დიდი ზიანი არ მომხდარა.'],
  ['hy', 'Նավահանգիստը կրկին բացվել է', 'Նավահանգիստը երեքշաբթի կրկին բացվել է։', 'Մեծ վնաս չի եղել։'],
]

describe('short copy in other scripts than Latin', () => {
  it.each(copies)(
    '(%s) has its headline, paragraphs and language',
    async (language, headline, ...paragraphs) => {
      const text = [headline, ...paragraphs].join('\n\n')
      const {items} = await readCopy(new TextEncoder().encode(text), {fileName: 'copy.txt'})
      const {value} = arrange(items[0]!.item)
      expect(value).toMatchObject({headline, languageDetected: language})
      expect(value.body.map((block) => block.text)).toEqual(paragraphs)
      expect(value.furniture).toEqual([])
    },
  )

  it('that is a page with its menus is told apart by more than that', async () => {
    const menu = '홈\n정치\n경제\n사회\n문화\n스포츠\n'
    const {items} = await readCopy(
      new TextEncoder().encode(`${menu}항구 다시 열려\n\n항구가 다시 문을 열었다.`),
      {
        fileName: 'copy.txt',
      },
    )
    expect(arrange(items[0]!.item).value.headline).not.toBe('홈')
  })
})
