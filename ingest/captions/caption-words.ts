const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** Where somebody stands in the picture. */
export const positionWords =
  set(`left right center centre middle top bottom front back rear foreground background far second third fourth
inset above below leftmost rightmost clockwise`)

/** Words that come and go between prints of one caption and change nothing (closed classes; never negations or before/after). */
export const functionWords =
  set(`the a an of in at on and or is are was were be been being has have had as its it this that these those which who whom
with for to by from his her their while also then there into`)

/** What a page or a desk calls the picture itself. */
export const labelWords =
  set(`file photo photograph photos image images picture pictures pictured seen shown undated archive handout stock library video
gallery illustration dated provided released caption title thumbnail preview watch exclusive combination screengrab screenshot pic pics`)

/**
 * Verbs of saying and of the mind that take a clause, with their inflections, and the adjectives that go with them (Levin, English
 * Verb Classes, 29, 30, 31 and 37): nobody can see in a picture which of them it was, so one for another is a copy edit.
 */
export const mindWords =
  set(`say says said saying note notes noted noting caution cautions cautioned warn warns warned explain explains explained argue argues argued
claim claims claimed believe believes believed think thinks thought suggest suggests suggested report reports reported state states stated
observe observes observed notice notices noticed find finds found discover discovers discovered learn learns learned realize realizes realized
surprised amazed astonished pleased glad delighted intrigued insist insists insisted maintain maintains maintained add adds added acknowledge
acknowledges acknowledged admit admits admitted conclude concludes concluded hope hopes hoped expect expects expected fear fears feared
predict predicts predicted estimate estimates estimated describe describes described first`)

/** Ranks and forms of address before a name. */
export const titleWords =
  set(`mr mrs ms miss dr sir dame lord lady president prime minister secretary senator sen rep representative congressman congresswoman
governor gov mayor chancellor king queen prince princess duke duchess pope bishop archbishop judge justice chief captain capt lt col gen sgt
general colonel lieutenant sergeant officer professor prof reverend rev former us uk then-president speaker chairman chairwoman chair ceo`)
