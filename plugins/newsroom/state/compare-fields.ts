/** The lines above a story that are compared with the copy's, in the order in which they are printed. */
export const comparedFields = ['headline', 'standfirst', 'byline'] as const

export type ComparedField = (typeof comparedFields)[number]
export type FieldValues = Partial<Record<ComparedField, string | undefined>>

/** A line that does not say what the copy says; undefined is one that is not there. */
export interface FieldDifference {
  field: ComparedField
  before: string | undefined
  now: string | undefined
}

export function compareFields(base: FieldValues, now: FieldValues): FieldDifference[] {
  return comparedFields.flatMap((field) => {
    const [before, after] = [base[field], now[field]]
    return (before ?? '') === (after ?? '') ? [] : [{field, before, now: after}]
  })
}
