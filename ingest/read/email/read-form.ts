import type {NewsItem} from '../../model/news-item.ts'
import {isObject, listOf, textOf, type JsonObject} from '../json/access.ts'
import {parseJson} from '../json/parse-json.ts'
import {setTexts, toUrgency} from '../json/set-text.ts'
import {plainBlocks} from '../wire-text/plain-blocks.ts'

/**
 * Reads a body that is a form's answers in JSON (`{"Headline": ["…"], "Body": ["…"]}`, as form services mail them) into the
 * item. Gives false, and leaves the item alone, when the body is not that.
 */
export function readForm(body: string, item: NewsItem): boolean {
  if (!body.trimStart().startsWith('{')) return false
  const form = parseJson(body).values.find(isObject)
  if (form === undefined) return false
  const answers = toAnswers(form)
  const words = answers.get('body') ?? answers.get('story') ?? answers.get('text')
  if (words === undefined) return false
  setTexts(item, {
    headline: answers.get('headline') ?? item.headline,
    slugline: answers.get('slugline'),
    standfirst: answers.get('abstract'),
    byline: answers.get('byline'),
    dateline: answers.get('dateline'),
    located: answers.get('dateline'),
    section: answers.get('desk'),
  })
  for (const name of ['category', 'subject']) {
    const value = answers.get(name)
    if (value !== undefined) item.subjects.push({name: value, scheme: name})
  }
  const genre = answers.get('genre')
  if (genre !== undefined) item.genres.push({name: genre})
  const place = answers.get('place')
  if (place !== undefined) item.keywords.push(place)
  const urgency = toUrgency(Number(answers.get('urgency') ?? answers.get('priority') ?? Number.NaN))
  if (urgency !== undefined) item.urgency = urgency
  for (const [role, text] of answers) {
    if (
      /^(?:legal flag|legal|ednote|editor.?s? note|note|sign.?off|priority|news value|timestamp|username)$/.test(
        role,
      )
    ) {
      item.edNotes.push({role, text, public: false})
    }
  }
  item.blocks = plainBlocks(words)
  return true
}

function toAnswers(form: JsonObject): Map<string, string> {
  const answers = new Map<string, string>()
  for (const name of Object.keys(form)) {
    const text = listOf(form[name]).map(textOf).filter(Boolean).join('\n')
    if (text !== '') answers.set(name.trim().toLowerCase(), text)
  }
  return answers
}
