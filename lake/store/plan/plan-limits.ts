/** Where one way of finding documents becomes cheaper than another. None of them changes an answer. */
export interface PlanLimits {
  /** Candidates up to this number are read and sorted, even when an index has them in order. */
  maxSorted: number
  /** Below this number of documents of a type, an order is not kept in an index. */
  minSorted: number
  /** More candidates than these are read one by one while they are walked. */
  maxReadAtOnce: number
  /** From this number on, a look at another index row is cheaper than reading documents. */
  minProbed: number
  /** From this number on, walking all ids of the types is cheaper than sorting. */
  minWalked: number
  /** A join through more documents than these is not looked up. */
  maxJoined: number
}

export const defaultLimits: PlanLimits = {
  maxSorted: 60,
  minSorted: 300,
  maxReadAtOnce: 2000,
  minProbed: 40,
  minWalked: 20_000,
  maxJoined: 2000,
}
