import {toDocuments, type MadeDocuments, type ReceivedCopy} from '../../../ingest/documents/index.ts'
import {findItemQuotes, type ParsedCopy} from '../../../ingest/parse-copy.ts'
import {correctItem, type Corrections} from './correct-item.ts'

/** The copy with a person's corrections: only copy of one item, whose lines are known, can be corrected. */
export function correctCopy(copy: ParsedCopy, corrections: Corrections): ParsedCopy {
  const [item] = copy.items
  if (!item || !canBeCorrected(copy) || Object.keys(corrections).length === 0) return copy
  const arranged = correctItem(item.arranged, copy.raw ?? '', corrections)
  return {...copy, items: [{...item, arranged, quotes: findItemQuotes(arranged).value}]}
}

export function canBeCorrected(copy: ParsedCopy): boolean {
  const [item] = copy.items
  if (copy.items.length !== 1 || copy.raw === null || !item) return false
  return (
    item.arranged.body.some((block) => block.at?.line !== undefined) ||
    item.arranged.furniture.some(({line}) => line !== undefined)
  )
}

/**
 * The documents of corrected copy. Articles keep the ids of the copy as it came: the same copy, imported once more without the
 * corrections, is the same article.
 */
export function makeDocuments(
  copy: ParsedCopy,
  corrections: Corrections,
  received: ReceivedCopy,
): MadeDocuments {
  const corrected = correctCopy(copy, corrections)
  const made = toDocuments(corrected, received)
  if (corrected === copy) return made
  const [was] = toDocuments(copy, received).articles
  const [is] = made.articles
  if (!was || !is || was._id === is._id) return made
  return withArticleId(made, is._id, was._id)
}

function withArticleId(made: MadeDocuments, from: string, to: string): MadeDocuments {
  return {
    wireCopy: {
      ...made.wireCopy,
      articles: made.wireCopy.articles.map((article) =>
        article._ref === from ? {...article, _ref: to} : article,
      ),
    },
    articles: made.articles.map((article) =>
      article._id === from
        ? {
            ...article,
            _id: to,
            slug: {...article.slug, current: article.slug.current.replace(from.slice(-6), to.slice(-6))},
          }
        : article,
    ),
    supporting: made.supporting.map((document) =>
      document._type === 'quote' && document.article._ref === from
        ? {...document, article: {...document.article, _ref: to}}
        : document,
    ),
  }
}
